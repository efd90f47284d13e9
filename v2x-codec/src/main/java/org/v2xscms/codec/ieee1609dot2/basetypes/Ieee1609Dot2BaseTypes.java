package org.v2xscms.codec.ieee1609dot2.basetypes;

/** The ASN.1 module these types stand in. */
final class Ieee1609Dot2BaseTypes {

    static final String MODULE = "IEEE 1609.2-2022 Ieee1609Dot2BaseTypes";

    private Ieee1609Dot2BaseTypes() {}
}
