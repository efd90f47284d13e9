/** Certificate revocation lists: the ASN.1 modules Ieee1609Dot2Crl, Ieee1609Dot2CrlBaseTypes and Ieee1609Dot2CrlSsp. */
@NullMarked
package org.v2xscms.codec.ieee1609dot2.crl;

import org.jspecify.annotations.NullMarked;
