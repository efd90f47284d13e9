package org.v2xscms.codec.misbehaviour;

/** The ASN.1 modules these types stand in. */
final class EtsiTs103759 {

    static final String MODULE = "ETSI TS 103 759 V2.2.1";
    static final String J3287 = "SAE J3287";

    private EtsiTs103759() {}
}
