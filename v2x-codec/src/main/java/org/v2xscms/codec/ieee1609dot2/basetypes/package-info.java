/** The types of the ASN.1 module Ieee1609Dot2BaseTypes (IEEE 1609.2-2022, clauses 6.3 and 6.4). */
@NullMarked
package org.v2xscms.codec.ieee1609dot2.basetypes;

import org.jspecify.annotations.NullMarked;
