package org.v2xscms.codec.etsi.ts102941;

/** The ASN.1 modules these types stand in. */
final class EtsiTs102941 {

    static final String MODULE = "ETSI TS 102 941 V2.2.1 EtsiTs102941TrustLists";
    static final String MESSAGES = "ETSI TS 102 941 V2.2.1 EtsiTs102941MessagesCa";
    static final String LINK_CERTIFICATE = "ETSI TS 102 941 V2.2.1 EtsiTs102941TypesLinkCertificate";

    private EtsiTs102941() {}
}
