package org.v2xscms.codec.ieee1609dot2dot1.ecaee;

/** The ASN.1 module these types stand in. */
final class EcaEe {

    static final String MODULE = "IEEE 1609.2.1-2022 Ieee1609Dot2Dot1EcaEeInterface";

    private EcaEe() {}
}
