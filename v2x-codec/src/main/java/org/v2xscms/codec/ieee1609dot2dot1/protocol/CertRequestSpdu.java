package org.v2xscms.codec.ieee1609dot2dot1.protocol;

import org.v2xscms.codec.oer.Encoded;

/** A signed certificate request, whatever kind of certificate signs it. */
public sealed interface CertRequestSpdu<T> permits SignedCertRequestSpdu, SignedX509CertRequestSpdu {

    /** The request, with the octets that are hashed for the signature. */
    Encoded<T> tbsRequest();
}
