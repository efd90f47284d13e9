@NullMarked
package org.v2xscms.obu;

import org.jspecify.annotations.NullMarked;
