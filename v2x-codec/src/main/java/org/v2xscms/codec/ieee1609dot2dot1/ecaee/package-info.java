/** The types of the ASN.1 module Ieee1609Dot2Dot1EcaEeInterface (IEEE 1609.2.1-2022): enrolment. */
@NullMarked
package org.v2xscms.codec.ieee1609dot2dot1.ecaee;

import org.jspecify.annotations.NullMarked;
