package org.v2xscms.codec.ieee1609dot2;

/** The ASN.1 module these types stand in. */
final class Ieee1609Dot2 {

    static final String MODULE = "IEEE 1609.2-2022 Ieee1609Dot2";

    /** For the few rules that only the 2025 edition states. */
    static final String MODULE_2025 = "IEEE 1609.2-2025 Ieee1609Dot2";

    private Ieee1609Dot2() {}
}
