/**
 * The types of the ASN.1 module Ieee1609Dot2Dot1AcaRaInterface (IEEE 1609.2.1-2022): single certificate requests of
 * the RA and the answers of the ACA.
 */
@NullMarked
package org.v2xscms.codec.ieee1609dot2dot1.acara;

import org.jspecify.annotations.NullMarked;
