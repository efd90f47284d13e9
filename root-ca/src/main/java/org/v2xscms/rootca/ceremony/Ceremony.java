package org.v2xscms.rootca.ceremony;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.hsm.KeyVault;
import org.v2xscms.hsm.MessageKind;
import org.v2xscms.hsm.policy.KeyPolicy;
import org.v2xscms.rootca.issue.CertificateIssuance;
import org.v2xscms.rootca.issue.DurableFolder;
import org.v2xscms.rootca.issue.IntermediateCa;
import org.v2xscms.rootca.issue.IssueRegister;
import org.v2xscms.rootca.issue.IssueResult;
import org.v2xscms.rootca.issue.RootCa;
import org.v2xscms.rootca.profile.AuthorityRole;
import org.v2xscms.rootca.request.SignedAuthorityRequest;
import org.v2xscms.rootca.trust.Elector;
import org.v2xscms.rootca.trust.TrustFolder;
import org.v2xscms.rootca.trust.TrustListResult;
import org.v2xscms.rootca.trust.TrustListSettings;
import org.v2xscms.rootca.trust.TrustLists;

/**
 * Sets up trust: root, intermediate CA, electors, the certificates of all authorities, the trust list, the public files.
 *
 * <p>It may die at any moment and be performed again with the same result, octet for octet: keys are found by their
 * labels, certificates and lists in {@code root-ca/register} and {@code root-ca/lists} of the data folder. Performing it
 * with a further request adds that authority and leaves the others as they are. The vault belongs to one process at a
 * time, and with it the ceremony.
 *
 * <p>Here one vault holds the keys of root, intermediate CA and electors, each under a policy of its own, as a trial
 * needs it; electors that stand apart sign by {@link org.v2xscms.rootca.trust.TrustListAssembly}.
 */
public final class Ceremony {

    /** The name of the authority, and of its folder. */
    public static final String AUTHORITY = "root-ca";

    /** Names of authorities become names of files. */
    private static final String NAME = "[a-z][a-z0-9-]{0,31}";

    private static final int SIGNATURES_PER_SECOND = 100;

    private final KeyVault vault;
    private final DurableFolder data;
    private final SignatureVerifier verifier;
    private final InstantSource clock;

    /**
     * A ceremony on {@code vault}, whose signing keys have at least {@link #policies}.
     *
     * @param data the installation's data folder, with {@code root-ca} and {@code trust} in it
     */
    public Ceremony(KeyVault vault, DurableFolder data, SignatureVerifier verifier, InstantSource clock) {
        this.vault = vault;
        this.data = data;
        this.verifier = verifier;
        this.clock = clock;
    }

    /** What each key of the ceremony may sign, by label. */
    public static Map<String, KeyPolicy> policies(TrustListSettings trustList) {
        Map<String, KeyPolicy> policies = new HashMap<>();
        policies.put(RootCa.KEY, KeyPolicy.of(MessageKind.CERTIFICATE, SIGNATURES_PER_SECOND));
        policies.put(IntermediateCa.KEY, policy(MessageKind.CERTIFICATE, MessageKind.SIGNED_REQUEST));
        for (int number = 1; number <= trustList.electors(); number++) {
            policies.put(Elector.key(number), policy(MessageKind.CERTIFICATE, MessageKind.CERTIFICATE_TRUST_LIST));
        }
        return policies;
    }

    private static KeyPolicy policy(MessageKind... kinds) {
        return new KeyPolicy(Set.of(kinds), SIGNATURES_PER_SECOND, SIGNATURES_PER_SECOND);
    }

    /**
     * Performs it, or what is left of it.
     *
     * @param requests by the authority's name, such as {@code eca}; each a {@link SignedAuthorityRequest}
     */
    public CeremonyResult perform(CeremonySettings settings, Map<String, Octets> requests) {
        DurableFolder own = data.inside(AUTHORITY);
        CertificateIssuance issuance = new CertificateIssuance(
                new IssueRegister(own.inside("register")), settings.profiles(), verifier, clock);
        RootCa root = RootCa.open(vault, settings.rootName(), issuance);
        IntermediateCa ica = IntermediateCa.open(vault, settings.icaName(), root, issuance);
        Map<String, HashedCertificate> certificates = new LinkedHashMap<>();
        certificates.put("root", root.certificate());
        certificates.put("ica", ica.certificate());
        List<Elector> electors = new ArrayList<>();
        for (int number = 1; number <= settings.trustList().electors(); number++) {
            Elector elector = Elector.open(vault, number, issuance);
            electors.add(elector);
            certificates.put("elector" + number, elector.certificate());
        }
        for (Map.Entry<String, Octets> request : new TreeMap<>(requests).entrySet()) {
            if (!request.getKey().matches(NAME) || certificates.containsKey(request.getKey())) {
                return new CeremonyResult.Stopped(request.getKey() + " is no name for an authority");
            }
            switch (issue(request.getValue(), root, ica)) {
                case IssueResult.Issued(HashedCertificate certificate) ->
                    certificates.put(request.getKey(), certificate);
                case IssueResult.Refused(String reason) -> {
                    return new CeremonyResult.Stopped("the request of " + request.getKey() + ": " + reason);
                }
            }
        }
        TrustLists lists = new TrustLists(own.inside("lists"), settings.trustList(), verifier, clock);
        return publish(settings, certificates, electors, lists.current(electors, List.of(root.certificate())));
    }

    private CeremonyResult publish(
            CeremonySettings settings,
            Map<String, HashedCertificate> certificates,
            List<Elector> electors,
            TrustListResult list) {
        return switch (list) {
            case TrustListResult.QuorumMissing missing ->
                new CeremonyResult.Stopped(missing.signed() + " electors signed the trust list, " + missing.quorum()
                        + " must: " + String.join("; ", missing.reasons()));
            case TrustListResult.Current(var spdu) -> {
                TrustFolder trust = new TrustFolder(data.inside(TrustFolder.NAME));
                certificates.forEach(trust::write);
                trust.write(spdu, certificates);
                yield new CeremonyResult.Done(
                        certificates,
                        electors.stream().map(Elector::id).toList(),
                        settings.trustList().quorum());
            }
        };
    }

    /** CRL signers stand below the root, which is the CRACA; everybody else below the intermediate CA. */
    private IssueResult issue(Octets request, RootCa root, IntermediateCa ica) {
        boolean crlSigner =
                SignedAuthorityRequest.open(request, verifier) instanceof SignedAuthorityRequest.Opened.Proven proven
                        && proven.request().role() == AuthorityRole.CRL_SIGNER;
        return crlSigner ? root.issue(request) : ica.issue(request);
    }
}
