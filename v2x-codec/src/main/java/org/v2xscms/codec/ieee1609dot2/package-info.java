/** The types of the ASN.1 module Ieee1609Dot2 (IEEE 1609.2-2022): secured data and certificates. */
@NullMarked
package org.v2xscms.codec.ieee1609dot2;

import org.jspecify.annotations.NullMarked;
