/**
 * The types of the ASN.1 module Ieee1609Dot2Dot1AcaEeInterface (IEEE 1609.2.1-2022): certificates on their way from
 * the ACA to the device.
 */
@NullMarked
package org.v2xscms.codec.ieee1609dot2dot1.acaee;

import org.jspecify.annotations.NullMarked;
