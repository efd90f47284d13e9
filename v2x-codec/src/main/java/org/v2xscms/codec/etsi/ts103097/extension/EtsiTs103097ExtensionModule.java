package org.v2xscms.codec.etsi.ts103097.extension;

/** The ASN.1 module these types stand in. */
final class EtsiTs103097ExtensionModule {

    static final String MODULE = "ETSI TS 103 097 EtsiTs103097ExtensionModule";

    private EtsiTs103097ExtensionModule() {}
}
