/**
 * The types of the ASN.1 module Ieee1609Dot2Dot1CamRaInterface (IEEE 1609.2.1-2022): blinded activation keys for the
 * RA.
 */
@NullMarked
package org.v2xscms.codec.ieee1609dot2dot1.camra;

import org.jspecify.annotations.NullMarked;
