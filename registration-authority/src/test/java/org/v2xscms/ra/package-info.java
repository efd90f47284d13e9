@NullMarked
package org.v2xscms.ra;

import org.jspecify.annotations.NullMarked;
