@NullMarked
package org.v2xscms.obu.stack;

import org.jspecify.annotations.NullMarked;
