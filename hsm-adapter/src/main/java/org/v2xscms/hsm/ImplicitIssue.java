package org.v2xscms.hsm;

import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.hash.Digest;

/**
 * The answer to an ECQV request (IEEE 1609.2-2022 5.3.2, SEC 4).
 *
 * @param reconstructionPoint the public reconstruction value P_U
 * @param privateReconstruction r = e·k + d mod n, which completes the requester's private key and travels encrypted
 */
public record ImplicitIssue(PublicPoint reconstructionPoint, Octets privateReconstruction) {

    /** The hash e of the certificate that holds a reconstruction point; asked once for each issue. */
    @FunctionalInterface
    public interface CertificateHash {

        Digest of(PublicPoint reconstructionPoint);
    }
}
