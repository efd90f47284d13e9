package org.v2xscms.codec.etsi.ts103097;

/** The ASN.1 module these types stand in. */
final class EtsiTs103097Module {

    static final String MODULE = "ETSI TS 103 097 EtsiTs103097Module";

    private EtsiTs103097Module() {}
}
