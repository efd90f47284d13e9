/**
 * The types of the ASN.1 module Ieee1609Dot2Dot1Acpc (IEEE 1609.2.1-2022): activation codes for pseudonym
 * certificates.
 */
@NullMarked
package org.v2xscms.codec.ieee1609dot2dot1.acpc;

import org.jspecify.annotations.NullMarked;
