@NullMarked
package org.v2xscms.codec.ieee1609dot2dot1;

import org.jspecify.annotations.NullMarked;
