package org.v2xscms.pca.issue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.sign.SigningKeyUnavailableException;
import org.v2xscms.crypto.validation.ValidationResult;
import org.v2xscms.hsm.VaultRefusedException;
import org.v2xscms.kernel.exchange.Trust;
import org.v2xscms.kernel.intent.Admission;
import org.v2xscms.kernel.intent.IntentStore;
import org.v2xscms.kernel.intent.IssuanceToken;
import org.v2xscms.kernel.intent.IssuanceUnit;
import org.v2xscms.kernel.intent.LintVerdict;
import org.v2xscms.kernel.intent.PersistedIntent;
import org.v2xscms.kernel.intent.ReleasedAnswer;
import org.v2xscms.kernel.intent.SignedIssuance;
import org.v2xscms.messages.CertificateOutcome;
import org.v2xscms.messages.Refusal;
import org.v2xscms.pca.certificate.IssuingAuthority;
import org.v2xscms.pca.certificate.PlannedCertificate;
import org.v2xscms.pca.request.Judgement;

/**
 * Issues certificates for many requests at a time.
 *
 * <ol>
 *   <li>Every request is judged and its certificate planned, on all threads.
 *   <li>The plans of new requests are stored together; known requests get the answer they had.
 *   <li>What is new is signed, packed and checked, on all threads.
 *   <li>Answers and the rows of {@link IssuedCertificates} become durable in one transaction, and only then leave.
 * </ol>
 *
 * <p>Where the vault or the database fails in between, the request is answered with {@link CertificateOutcome.Later}; its
 * plan stays, and the next attempt or {@link #recover} signs exactly that plan.
 */
public final class Issuance {

    private static final Logger LOG = LoggerFactory.getLogger(Issuance.class);
    private static final Duration BUSY = Duration.ofSeconds(1);
    private static final Duration HALTED = Duration.ofSeconds(30);
    private static final int RECOVERED_AT_A_TIME = 500;

    private final IssuingAuthority issuer;
    private final IntentStore intents;
    private final IssuedCertificates issued;
    private final IssuanceHalt halt;
    private final Workers workers;
    private final Trust trust;
    private final InstantSource clock;
    private final Semaphore batches;

    /** @param batches how many calls are worked on at a time */
    public Issuance(
            IssuingAuthority issuer,
            IntentStore intents,
            IssuedCertificates issued,
            IssuanceHalt halt,
            Workers workers,
            Trust trust,
            InstantSource clock,
            int batches) {
        this.issuer = issuer;
        this.intents = intents;
        this.issued = issued;
        this.halt = halt;
        this.workers = workers;
        this.trust = trust;
        this.clock = clock;
        this.batches = new Semaphore(batches);
    }

    /** What became of a list of requests. */
    public sealed interface Result {

        /** One outcome for each request, in their order. */
        record Outcomes(List<CertificateOutcome> outcomes) implements Result {}

        /** Nothing was looked at: an operator stopped issuance, too much is asked at once, or our certificate is not valid. */
        record NotNow(Duration retryAfter) implements Result {}
    }

    /** Answers each request by its judgement. */
    public <T> Result issue(List<T> requests, Function<T, Judgement> judge) {
        if (halt.isHalted() || !isIssuerValid()) {
            return new Result.NotNow(HALTED);
        }
        if (!batches.tryAcquire()) {
            return new Result.NotNow(BUSY);
        }
        try {
            List<Judgement> judgements = workers.map(requests, judge);
            Map<Judgement.Granted, CertificateOutcome> granted = issue(judgements.stream()
                    .filter(Judgement.Granted.class::isInstance)
                    .map(Judgement.Granted.class::cast)
                    .toList());
            List<CertificateOutcome> outcomes = judgements.stream()
                    .map(judgement -> switch (judgement) {
                        case Judgement.Refused refused -> new CertificateOutcome.Refused(refused.reason());
                        case Judgement.Later() -> new CertificateOutcome.Later();
                        case Judgement.Granted plan -> granted.getOrDefault(plan, new CertificateOutcome.Later());
                    })
                    .toList();
            log(outcomes);
            return new Result.Outcomes(outcomes);
        } finally {
            batches.release();
        }
    }

    private Map<Judgement.Granted, CertificateOutcome> issue(List<Judgement.Granted> granted) {
        if (granted.isEmpty()) {
            return Map.of();
        }
        issued.open(granted.stream().map(Judgement.Granted::plan).toList());
        IdentityHashMap<Judgement.Granted, CertificateOutcome> outcomes = new IdentityHashMap<>();
        try (IssuanceUnit unit =
                intents.admit(granted.stream().map(Judgement.Granted::issuance).toList())) {
            List<Judgement.Granted> mine = new ArrayList<>();
            List<PersistedIntent> open = new ArrayList<>();
            for (int n = 0; n < granted.size(); n++) {
                if (unit.admissions().get(n) instanceof Admission.Admitted(PersistedIntent intent)) {
                    mine.add(granted.get(n));
                    open.add(intent);
                } else {
                    outcomes.put(granted.get(n), outcome(unit.admissions().get(n)));
                }
            }
            List<Optional<Octets>> answers = finish(unit, open);
            for (int n = 0; n < mine.size(); n++) {
                outcomes.put(
                        mine.get(n),
                        answers.get(n)
                                .<CertificateOutcome>map(CertificateOutcome.Issued::new)
                                .orElseGet(CertificateOutcome.Later::new));
            }
        }
        return outcomes;
    }

    private static CertificateOutcome outcome(Admission admission) {
        return switch (admission) {
            case Admission.Answered(ReleasedAnswer answer) -> new CertificateOutcome.Issued(answer.octets());
            case Admission.Conflicting() -> new CertificateOutcome.Refused(Refusal.Reason.CONFLICT);
            case Admission.InProgress() -> new CertificateOutcome.Later();
            case Admission.Abandoned _ -> new CertificateOutcome.Refused(Refusal.Reason.RULE);
            case Admission.PeriodDropped() -> new CertificateOutcome.Refused(Refusal.Reason.PERIOD);
            case Admission.Admitted _ -> throw new IllegalStateException("to be signed, not answered");
        };
    }

    /** Signs and stores; an answer for each intent, or none where it has to wait. */
    private List<Optional<Octets>> finish(IssuanceUnit unit, List<PersistedIntent> intents) {
        List<Optional<IssuanceToken>> tokens = new ArrayList<>(intents.size());
        for (PersistedIntent intent : intents) {
            tokens.add(
                    intent.lint() instanceof LintVerdict.Passed(IssuanceToken token)
                            ? Optional.of(token)
                            : Optional.empty());
        }
        List<Optional<SignedIssuance>> signed = workers.map(tokens, token -> token.flatMap(Issuance::sign));
        List<SignedIssuance> done = new ArrayList<>();
        List<PlannedCertificate> plans = new ArrayList<>();
        for (int n = 0; n < signed.size(); n++) {
            if (signed.get(n).isPresent()) {
                done.add(signed.get(n).get());
                plans.add(PlannedCertificate.of(intents.get(n).toBeSigned()));
            }
        }
        List<ReleasedAnswer> released = unit.store(done, connection -> issued.store(connection, plans));
        List<Optional<Octets>> answers = new ArrayList<>(intents.size());
        int next = 0;
        for (Optional<SignedIssuance> one : signed) {
            answers.add(one.isPresent() ? Optional.of(released.get(next++).octets()) : Optional.empty());
        }
        return answers;
    }

    private static Optional<SignedIssuance> sign(IssuanceToken token) {
        try {
            return Optional.of(token.sign());
        } catch (SigningKeyUnavailableException | VaultRefusedException e) {
            LOG.warn("the vault does not sign now: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** Finishes what a crash left, and counts the certificates; an operator's stop holds for these, too. */
    public int recover() {
        int finished = 0;
        while (!halt.isHalted() && isIssuerValid()) {
            try (IssuanceUnit unit = intents.recover(RECOVERED_AT_A_TIME)) {
                List<PersistedIntent> left = unit.admissions().stream()
                        .map(admission -> ((Admission.Admitted) admission).intent())
                        .toList();
                if (left.isEmpty()) {
                    return finished;
                }
                issued.open(left.stream()
                        .map(intent -> PlannedCertificate.of(intent.toBeSigned()))
                        .toList());
                long answered =
                        finish(unit, left).stream().filter(Optional::isPresent).count();
                finished += (int) answered;
                if (answered < left.size()) {
                    return finished;
                }
            }
        }
        return finished;
    }

    /** Whether our own certificate is valid now: it may have expired since a plan was made. */
    private boolean isIssuerValid() {
        return trust.validator().validate(issuer.certificate(), Time64.of(clock.instant()))
                instanceof ValidationResult.Valid;
    }

    private static void log(List<CertificateOutcome> outcomes) {
        long certificates = outcomes.stream()
                .filter(CertificateOutcome.Issued.class::isInstance)
                .count();
        LOG.info("{} requests, {} certificates", outcomes.size(), certificates);
    }
}
