package org.v2xscms.obu.misbehaviour;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.v2xscms.application.claim.Claim;
import org.v2xscms.application.claim.Claims;
import org.v2xscms.application.claim.EvidenceMessage;
import org.v2xscms.application.claim.EvidenceReader;
import org.v2xscms.application.claim.EvidenceReader.Evidence;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.crypto.validation.TrustStore;
import org.v2xscms.obu.stack.Verdict;

/**
 * The last messages of each sender around us, and what each new one proves in their light.
 *
 * <p>Messages that the stack trusts are evidence as they are. Of those it refuses, only the ones whose sender broke a
 * permission can be; the stack has not verified their signature, so that is done here, a few times a second.
 */
public final class MisbehaviourWatch {

    private final WatchSettings settings;
    private final SignatureVerifier verifier;
    private final InstantSource clock;
    private final Map<HashedCertificate, Deque<EvidenceMessage>> windows;

    private EvidenceReader reader;
    private Instant periodStart = Instant.EPOCH;
    private int verifiedInPeriod;

    public MisbehaviourWatch(
            WatchSettings settings, TrustStore trust, SignatureVerifier verifier, InstantSource clock) {
        this.settings = settings;
        this.verifier = verifier;
        this.clock = clock;
        this.reader = new EvidenceReader(trust, verifier);
        this.windows = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<HashedCertificate, Deque<EvidenceMessage>> eldest) {
                return size() > settings.peers();
            }
        };
    }

    /** Trusts {@code store} from now on. */
    public synchronized void trust(TrustStore store) {
        reader = new EvidenceReader(store, verifier);
    }

    /** What the message proves that the stack judged so. */
    public synchronized List<Claim> observe(Octets received, Verdict verdict) {
        return evidence(received, verdict).map(this::claims).orElse(List.of());
    }

    private Optional<EvidenceMessage> evidence(Octets received, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Trusted trusted ->
                Optional.of(EvidenceMessage.of(received, trusted.data(), trusted.sender(), trusted.region()));
            case Verdict.Refused refused ->
                isBreachOfPermission(refused) ? verified(received, refused) : Optional.empty();
            case Verdict.UnknownSigner _ -> Optional.empty();
        };
    }

    private static boolean isBreachOfPermission(Verdict.Refused refused) {
        return switch (refused.check()) {
            case FRESH, PERMITTED, GENERATED_WITHIN_VALIDITY, NOT_EXPIRED, GENERATED_WITHIN_REGION -> true;
            case DECODES,
                    SIGNED,
                    APPLICATION,
                    SIGNER_VALID,
                    SIGNER_NOT_REVOKED,
                    HASH_OF_KEY,
                    SIGNATURE,
                    NOT_REPLAYED,
                    RELEVANT -> false;
        };
    }

    private Optional<EvidenceMessage> verified(Octets received, Verdict.Refused refused) {
        if (!hasBudget()) {
            return Optional.empty();
        }
        List<HashedCertificate> known =
                refused.sender() == null ? new ArrayList<>(windows.keySet()) : List.of(refused.sender());
        return reader.read(received, known) instanceof Evidence.Verified(EvidenceMessage message)
                ? Optional.of(message)
                : Optional.empty();
    }

    private boolean hasBudget() {
        Instant now = clock.instant();
        if (Duration.between(periodStart, now).abs().compareTo(settings.verificationPeriod()) >= 0) {
            periodStart = now;
            verifiedInPeriod = 0;
        }
        return verifiedInPeriod++ < settings.verifications();
    }

    private List<Claim> claims(EvidenceMessage message) {
        Deque<EvidenceMessage> window = windows.computeIfAbsent(message.signer(), sender -> new ArrayDeque<>());
        window.addLast(message);
        if (window.size() > settings.messages()) {
            window.removeFirst();
        }
        return Claims.aboutLast(List.copyOf(window), settings.thresholds());
    }

    synchronized int senders() {
        return windows.size();
    }
}
