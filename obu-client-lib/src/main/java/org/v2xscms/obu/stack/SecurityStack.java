package org.v2xscms.obu.stack;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.HeaderInfo;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Content;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.SignedDataPayload;
import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedData;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId3;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.ieee1609dot2.basetypes.ThreeDLocation;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.message.MessageSignature;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.crypto.validation.TrustStore;
import org.v2xscms.obu.CertifiedKeys;

/**
 * Signs what a vehicle sends and judges what it receives.
 *
 * <p>Everything happens in the caller's thread, at the time its clock says. Any number of threads may call: what is shared
 * is locked for moments, never while a signature is made or verified. Trust, own certificates and CRLs are handed in from
 * outside whenever there are new ones; nothing is stored and nothing is fetched.
 */
public final class SecurityStack {

    private final InstantSource clock;
    private final SecureRandom random;
    private final Pseudonyms pseudonyms;
    private final Learning learning;
    private final RevocationState revocation;
    private final Reception reception;
    private volatile TrustStore trust;

    /**
     * A stack that trusts {@code trust}, and has neither certificates nor CRLs yet.
     *
     * @param verifier verifies all signatures; safe for threads
     * @param random draws pseudonyms and nonces
     */
    public SecurityStack(
            StackSettings settings,
            TrustStore trust,
            SignatureVerifier verifier,
            InstantSource clock,
            SecureRandom random) {
        this.clock = clock;
        this.random = random;
        this.trust = trust;
        this.pseudonyms = new Pseudonyms(settings, random);
        this.learning = new Learning(settings.requestGap());
        this.revocation = new RevocationState(settings.linkageRules(), verifier);
        Map<Psid, ApplicationProfile> applications = settings.applications().stream()
                .collect(Collectors.toUnmodifiableMap(ApplicationProfile::psid, Function.identity()));
        this.reception = new Reception(settings, applications, verifier, learning);
    }

    /** Trusts {@code store} from now on, and nothing that only the former one led to. */
    public void trust(TrustStore store) {
        trust = store;
    }

    /**
     * Signs with {@code certificates} from now on. They stay the caller's to close, when none of them is in use any more.
     */
    public void use(Collection<CertifiedKeys> certificates) {
        pseudonyms.replace(certificates);
    }

    /**
     * Judges a CRL and enforces it, on others and on us.
     *
     * @param securedCrl the COER of a SecuredCrl
     */
    public CrlVerdict accept(Octets securedCrl) {
        return revocation.accept(securedCrl, trust, clock.instant());
    }

    /** The certificate in use for {@code psid}, to sign something else than a broadcast message with. */
    public Optional<CertifiedKeys> current(Psid psid) {
        return pseudonyms.current(psid, clock.instant(), revocation.check());
    }

    /** Signs {@code payload} as a message of application {@code psid}, to be sent at once. */
    public Signing sign(Octets payload, Psid psid) {
        Instant now = clock.instant();
        return pseudonyms
                .forMessage(psid, now, revocation.check())
                .<Signing>map(choice -> sign(payload, psid, choice, now))
                .orElseGet(() -> new Signing.NoCertificate(
                        "no certificate for PSID " + psid.value() + " is valid at " + now + " and not revoked"));
    }

    private Signing sign(Octets payload, Psid psid, Pseudonyms.Choice choice, Instant now) {
        CertifiedKeys keys = choice.keys();
        HashedCertificate certificate = keys.certificate();
        SignerIdentifier identifier = choice.withCertificate()
                ? new SignerIdentifier.Certificates(List.of(certificate.encoded()))
                : new SignerIdentifier.Digest(certificate.id());
        ToBeSignedData toBeSigned = new ToBeSignedData(
                SignedDataPayload.of(Ieee1609Dot2Data.of(new Ieee1609Dot2Content.UnsecuredData(payload))),
                header(psid, now));
        Ieee1609Dot2Data message =
                Ieee1609Dot2Data.of(MessageSignature.sign(toBeSigned, certificate, identifier, keys.signer(random)));
        return new Signing.Signed(Ieee1609Dot2Data.CODEC.encode(message), keys, choice.withCertificate());
    }

    private HeaderInfo header(Psid psid, Instant now) {
        return new HeaderInfo(
                psid,
                Time64.of(now),
                null,
                null,
                learning.request(now).orElse(null),
                null,
                null,
                null,
                learning.answer(now).map(HashedCertificate::encoded).orElse(null),
                null,
                null,
                Additions.NONE);
    }

    /**
     * Judges a message that was received now.
     *
     * @param received the COER of an Ieee1609Dot2Data
     * @param here where we are; null where that is unknown, and nothing is refused for its distance
     */
    public Verdict verify(Octets received, @Nullable ThreeDLocation here) {
        TrustStore store = trust;
        Verdict verdict = reception.judge(received, here, store, revocation.check(), clock.instant());
        if (verdict instanceof Verdict.Trusted trusted) {
            answer(trusted.data().tbsData().value().headerInfo(), store);
        }
        return verdict;
    }

    /** Only trusted senders are answered, each certificate once in a while. */
    private void answer(HeaderInfo header, TrustStore store) {
        HashedId3 learningRequest = header.p2pcdLearningRequest();
        List<HashedId3> inline = header.inlineP2pcdRequest();
        List<HashedId3> requests =
                learningRequest != null ? List.of(learningRequest) : inline == null ? List.of() : inline;
        for (HashedId3 request : requests) {
            pseudonyms.request(request);
            ownIssuer(request, header.psid(), store).ifPresent(issuer -> learning.asked(request, issuer));
        }
    }

    private Optional<HashedCertificate> ownIssuer(HashedId3 id, Psid psid, TrustStore store) {
        Optional<HashedCertificate> issuer = current(psid).flatMap(keys -> store.issuerOf(keys.certificate()));
        while (issuer.isPresent() && !store.isAnchor(issuer.get())) {
            if (HashedId3.of(issuer.get().id().octets()).equals(id)) {
                return issuer;
            }
            issuer = store.issuerOf(issuer.get());
        }
        return Optional.empty();
    }
}
