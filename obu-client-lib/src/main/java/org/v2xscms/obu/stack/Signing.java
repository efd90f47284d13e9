package org.v2xscms.obu.stack;

import org.v2xscms.codec.oer.Octets;
import org.v2xscms.obu.CertifiedKeys;

/** What became of signing. */
public sealed interface Signing {

    /**
     * A message to send.
     *
     * @param message the COER of an Ieee1609Dot2Data
     * @param by the certificate and keys it is signed with
     * @param withCertificate whether the message carries the certificate or its digest
     */
    record Signed(Octets message, CertifiedKeys by, boolean withCertificate) implements Signing {}

    /** No certificate is valid now, permits the application and is not revoked. */
    record NoCertificate(String reason) implements Signing {}
}
