package org.v2xscms.rootca.issue;

import java.util.Optional;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.rootca.request.AuthorityRequest;

/**
 * What was issued: for each request and issuer two files, named by the SHA-256 hash of both in hex.
 *
 * <pre>
 * &lt;hash&gt;.intent  ToBeSignedCertificate, COER, written before the signature
 * &lt;hash&gt;.cert    Certificate, COER, written before the certificate leaves
 * </pre>
 *
 * <p>A process that dies between the two signs the same content when it is asked again, so no two certificates with
 * different content come from one request. The files are never changed.
 */
public final class IssueRegister {

    private final DurableFolder folder;

    public IssueRegister(DurableFolder folder) {
        this.folder = folder;
    }

    /** The name of an entry: SHA-256 over the issuer's certificate, empty for a self-signed one, and the request. */
    static String name(AuthorityRequest request, Octets issuer) {
        return HashFunction.SHA256
                .digest(HashFunction.SHA256.digest(issuer).value(), AuthorityRequest.CODEC.encode(request))
                .value()
                .hex();
    }

    Optional<Encoded<ToBeSignedCertificate>> intent(String name) {
        return folder.read(name + ".intent", ToBeSignedCertificate.CODEC);
    }

    void storeIntent(String name, Encoded<ToBeSignedCertificate> toBeSigned) {
        folder.write(name + ".intent", toBeSigned.octets());
    }

    Optional<HashedCertificate> certificate(String name) {
        return folder.read(name + ".cert", Certificate.CODEC).map(HashedCertificate::of);
    }

    void storeCertificate(String name, HashedCertificate certificate) {
        folder.write(name + ".cert", certificate.encoded().octets());
    }
}
