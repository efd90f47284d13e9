package org.v2xscms.codec.ieee1609dot2.crl;

/** The ASN.1 module these types stand in. */
final class Ieee1609Dot2CrlBaseTypes {

    static final String MODULE = "IEEE 1609.2-2022 Ieee1609Dot2CrlBaseTypes";

    private Ieee1609Dot2CrlBaseTypes() {}
}
