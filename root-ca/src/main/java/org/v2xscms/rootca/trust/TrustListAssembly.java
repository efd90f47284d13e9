package org.v2xscms.rootca.trust;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId48;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.FullIeeeTbsCtl;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.MultiSignedCtl;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.ToBeSignedCtlSignature;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.MultiSignedCtlSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SignedSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.UnsecuredSpdu;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.crypto.certificate.CertificateSignatures;
import org.v2xscms.crypto.certificate.CertifiedKey;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.message.MessageSignature;
import org.v2xscms.crypto.sign.SignatureVerifier;

/**
 * One trust list on its way: collects the signatures of electors, checks each, and puts the list together once there are
 * enough. Not safe for threads.
 */
public final class TrustListAssembly {

    private final Encoded<FullIeeeTbsCtl> list;
    private final Map<HashedId48, HashedCertificate> electors = new LinkedHashMap<>();
    private final int quorum;
    private final SignatureVerifier verifier;
    private final Map<HashedId48, Encoded<SignedSpdu<ToBeSignedCtlSignature>>> signatures = new LinkedHashMap<>();

    /**
     * Starts without signatures.
     *
     * @param electors whose signatures count: those that the list before this one approves
     * @param quorum how many of them must sign: what the list before this one says
     */
    public TrustListAssembly(
            Encoded<FullIeeeTbsCtl> list, List<HashedCertificate> electors, int quorum, SignatureVerifier verifier) {
        if (quorum < 1) {
            throw new IllegalArgumentException("a quorum of at least one, not " + quorum);
        }
        this.list = list;
        this.quorum = quorum;
        this.verifier = verifier;
        electors.forEach(elector -> this.electors.put(Elector.idOf(elector), elector));
    }

    /** Takes a signature; empty where it counts, and otherwise why it does not. */
    public Optional<String> offer(Encoded<SignedSpdu<ToBeSignedCtlSignature>> signature) {
        Encoded<Certificate> signer = signature.value().signer();
        if (signer == null) {
            return Optional.of("the signature does not name its signer by a certificate");
        }
        HashedCertificate named = HashedCertificate.of(signer);
        if (named.hash().algorithm() != HashFunction.SHA384) {
            return Optional.of(named + " is not hashed with SHA-384");
        }
        HashedCertificate elector = electors.get(Elector.idOf(named));
        if (elector == null) {
            return Optional.of(named + " is not an elector whose signature counts");
        }
        Optional<String> refusal = refusal(signature.value(), elector);
        if (refusal.isEmpty()) {
            signatures.putIfAbsent(Elector.idOf(elector), signature);
        }
        return refusal;
    }

    private Optional<String> refusal(SignedSpdu<ToBeSignedCtlSignature> signature, HashedCertificate elector) {
        if (!signature.content().value().equals(Elector.statement(list))) {
            return Optional.of(elector + " signed another list");
        }
        boolean verifies =
                CertificateSignatures.checkSelfSigned(elector, verifier) instanceof CertifiedKey.Certified certified
                        && MessageSignature.verify(signature.signedData(), elector, certified.key(), verifier)
                                .isPresent();
        return verifies ? Optional.empty() : Optional.of("the signature of " + elector + " does not verify");
    }

    /** How many electors have signed. */
    public int signed() {
        return signatures.size();
    }

    /** How many have to. */
    public int quorum() {
        return quorum;
    }

    /**
     * The list with its signatures; empty as long as there are fewer than the quorum.
     *
     * @param certificates those whose hashes the list holds
     */
    public Optional<Encoded<UnsecuredSpdu<MultiSignedCtl>>> complete(List<HashedCertificate> certificates) {
        if (signatures.size() < quorum) {
            return Optional.empty();
        }
        List<Encoded<Certificate>> unsigned =
                certificates.stream().map(HashedCertificate::encoded).toList();
        MultiSignedCtl ctl = new MultiSignedCtl.FullIeeeCtl(list, unsigned, new ArrayList<>(signatures.values()));
        return Optional.of(Encoded.of(MultiSignedCtlSpdu.CODEC, TrustSpdus.unsecured(ctl)));
    }
}
