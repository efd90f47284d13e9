package org.v2xscms.rootca.issue;

import java.util.List;
import java.util.Set;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.sign.Signer;
import org.v2xscms.hsm.KeyVault;
import org.v2xscms.hsm.LabelledKeys;
import org.v2xscms.hsm.MessageKind;
import org.v2xscms.hsm.PairSpec;
import org.v2xscms.hsm.VaultKey;
import org.v2xscms.hsm.VaultSigner;
import org.v2xscms.rootca.profile.AuthorityRole;
import org.v2xscms.rootca.request.AuthorityRequest;
import org.v2xscms.rootca.request.SignedAuthorityRequest;

/**
 * The root CA, which is the CRACA too. It issues the certificates of intermediate CAs and CRL signers; its key, labelled
 * {@value #KEY}, signs certificates only.
 */
public final class RootCa {

    public static final String KEY = "root-1";

    private static final Set<AuthorityRole> ISSUES = Set.of(AuthorityRole.ICA, AuthorityRole.CRL_SIGNER);

    private final HashedCertificate certificate;
    private final Signer signer;
    private final CertificateIssuance issuance;

    private RootCa(HashedCertificate certificate, Signer signer, CertificateIssuance issuance) {
        this.certificate = certificate;
        this.signer = signer;
        this.issuance = issuance;
    }

    /** Finds the root's key and certificate, or makes them. */
    public static RootCa open(KeyVault vault, String name, CertificateIssuance issuance) {
        VaultKey.Pair key = LabelledKeys.findOrGenerate(vault, PairSpec.signing(KEY, Curve.NIST_P256));
        Signer signer = new VaultSigner(vault, key, MessageKind.CERTIFICATE);
        AuthorityRequest request = AuthorityRequest.of(AuthorityRole.ROOT, name, key.publicKey(), null, null);
        return switch (issuance.selfSigned(request, signer)) {
            case IssueResult.Issued(HashedCertificate certificate) -> new RootCa(certificate, signer, issuance);
            case IssueResult.Refused(String reason) -> throw new IllegalStateException("no root: " + reason);
        };
    }

    public HashedCertificate certificate() {
        return certificate;
    }

    /** Issues to an intermediate CA or a CRL signer; the same request again gives the same certificate. */
    public IssueResult issue(Octets signedRequest) {
        return issue(signedRequest, ISSUES, List.of(certificate), signer, issuance);
    }

    /** Checks possession and role, and issues. */
    static IssueResult issue(
            Octets signedRequest,
            Set<AuthorityRole> roles,
            List<HashedCertificate> chain,
            Signer signer,
            CertificateIssuance issuance) {
        return switch (SignedAuthorityRequest.open(signedRequest, issuance.verifier())) {
            case SignedAuthorityRequest.Opened.Refused(String reason) -> new IssueResult.Refused(reason);
            case SignedAuthorityRequest.Opened.Proven(AuthorityRequest request) ->
                roles.contains(request.role())
                        ? issuance.issued(request, chain, signer)
                        : new IssueResult.Refused(
                                request.role() + " is not among " + roles + ", which this CA issues to");
        };
    }
}
