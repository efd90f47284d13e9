/**
 * The types of the ASN.1 module Ieee1609Dot2Dot1EeRaInterface (IEEE 1609.2.1-2022): requests of a device for
 * authorization certificates, and their download.
 */
@NullMarked
package org.v2xscms.codec.ieee1609dot2dot1.eera;

import org.jspecify.annotations.NullMarked;
