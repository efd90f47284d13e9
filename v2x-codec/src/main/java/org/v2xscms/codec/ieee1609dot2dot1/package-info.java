/** What the structures of IEEE 1609.2.1-2022 share; one package for each of its ASN.1 modules stands below. */
@NullMarked
package org.v2xscms.codec.ieee1609dot2dot1;

import org.jspecify.annotations.NullMarked;
