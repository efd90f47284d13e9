@NullMarked
package org.v2xscms.obu.store;

import org.jspecify.annotations.NullMarked;
