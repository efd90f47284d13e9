@NullMarked
package org.v2xscms.codec.ieee1609dot2.crl;

import org.jspecify.annotations.NullMarked;
