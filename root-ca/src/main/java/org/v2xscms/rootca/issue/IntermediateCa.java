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
 * The intermediate CA, which issues to the authorities that run. Its key, labelled {@value #KEY}, signs certificates, and once the
 * request for its own.
 */
public final class IntermediateCa {

    public static final String KEY = "ica-1";

    private static final Set<AuthorityRole> ISSUES =
            Set.of(AuthorityRole.ECA, AuthorityRole.ACA, AuthorityRole.RA, AuthorityRole.LA, AuthorityRole.MA);

    private final List<HashedCertificate> chain;
    private final Signer signer;
    private final CertificateIssuance issuance;

    private IntermediateCa(List<HashedCertificate> chain, Signer signer, CertificateIssuance issuance) {
        this.chain = chain;
        this.signer = signer;
        this.issuance = issuance;
    }

    /** Finds the key and the certificate, or makes the key and asks {@code root} for the certificate. */
    public static IntermediateCa open(KeyVault vault, String name, RootCa root, CertificateIssuance issuance) {
        VaultKey.Pair key = LabelledKeys.findOrGenerate(vault, PairSpec.signing(KEY, Curve.NIST_P256));
        Signer signer = new VaultSigner(vault, key, MessageKind.CERTIFICATE);
        Signer asking = new VaultSigner(vault, key, MessageKind.SIGNED_REQUEST);
        AuthorityRequest request = AuthorityRequest.of(AuthorityRole.ICA, name, key.publicKey(), null, null);
        return switch (root.issue(SignedAuthorityRequest.of(request, asking))) {
            case IssueResult.Issued(HashedCertificate certificate) ->
                new IntermediateCa(List.of(root.certificate(), certificate), signer, issuance);
            case IssueResult.Refused(String reason) -> throw new IllegalStateException("no intermediate CA: " + reason);
        };
    }

    public HashedCertificate certificate() {
        return chain.getLast();
    }

    /** Issues to ECA, ACA, RA, LA or MA; the same request again gives the same certificate. */
    public IssueResult issue(Octets signedRequest) {
        return RootCa.issue(signedRequest, ISSUES, chain, signer, issuance);
    }
}
