package org.v2xscms.ma.resolution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.codec.ieee1609dot2.basetypes.IValue;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.kernel.crash.CrashPoints;
import org.v2xscms.kernel.exchange.PeerClient;
import org.v2xscms.kernel.exchange.SecuredExchange;
import org.v2xscms.kernel.exchange.SecuredExchange.Opened;
import org.v2xscms.ma.cases.Approvals;
import org.v2xscms.ma.cases.CaseFile;
import org.v2xscms.ma.cases.Suspect;
import org.v2xscms.ma.crl.CurrentPeriod;
import org.v2xscms.ma.crl.Revocations;
import org.v2xscms.ma.resolution.Counterparts.Counterpart;
import org.v2xscms.ma.resolution.Counterparts.Linkage;
import org.v2xscms.ma.resolution.StepRecords.Asked;
import org.v2xscms.messages.BackEndPdu;
import org.v2xscms.messages.BlockAnswer;
import org.v2xscms.messages.BlockWarrant;
import org.v2xscms.messages.ChainRelease;
import org.v2xscms.messages.Refusal;
import org.v2xscms.messages.ResolveAnswer;
import org.v2xscms.messages.ResolveWarrant;
import org.v2xscms.messages.SeedAnswer;
import org.v2xscms.messages.SeedWarrant;
import org.v2xscms.messages.Warrant;

/**
 * Drives one case from the warrant to its entry on the CRL.
 *
 * <pre>
 * 1 RESOLVE  ACA: linkage value and i, opened to it alone  -> the request's digest, signed by the ACA
 * 2 BLOCK    RA: the ACA's signed answer                   -> the device is blocked; a signed release for each LA
 * 3 SEED1    LA1: the release made for it                  -> its seed of the present period
 * 4 SEED2    LA2: likewise
 * 5          the entry is stored, and the next list holds it
 * </pre>
 *
 * <p>A question is stored before it is sent and sent again unchanged until it is answered; the stored answer is what later
 * steps use. So a process that dies anywhere asks nothing new when it goes on, and the RA has always blocked the device
 * before a seed is asked for. A refusal stops the case until an operator starts it again, but for two that pass by
 * themselves: a budget that is used up, and a period that ended while a question was under way.
 */
public final class Resolution {

    private static final Duration NEXT_BUDGET = Duration.ofHours(1);
    /** Stored answers are ours to believe for as long as their signer's certificate is valid. */
    private static final Duration ANY_AGE = Duration.ofDays(36_525);

    private final StepRecords records;
    private final Approvals approvals;
    private final Revocations revocations;
    private final Counterparts counterparts;
    private final SecuredExchange exchange;
    private final CurrentPeriod period;
    private final CrlSeries series;
    private final CrashPoints crashes;

    /** @param series the series of the pseudonym certificates whose devices are revoked */
    public Resolution(
            StepRecords records,
            Approvals approvals,
            Revocations revocations,
            Counterparts counterparts,
            SecuredExchange exchange,
            CurrentPeriod period,
            CrlSeries series,
            CrashPoints crashes) {
        this.records = records;
        this.approvals = approvals;
        this.revocations = revocations;
        this.counterparts = counterparts;
        this.exchange = exchange;
        this.period = period;
        this.series = series;
        this.crashes = crashes;
    }

    /**
     * Goes as far as the other authorities allow now.
     *
     * @param again whether what was refused is asked anew
     */
    public Progress advance(CaseFile file, boolean again) throws InterruptedException {
        if (revocations.holds(file.id())) {
            return new Progress.Complete();
        }
        return switch (file.suspect()) {
            case Suspect.Application application -> {
                revocations.revokeCertificate(file.id(), application);
                yield new Progress.Complete();
            }
            case Suspect.Pseudonym pseudonym -> {
                try {
                    resolve(file, pseudonym, again);
                    yield new Progress.Complete();
                } catch (Stopped stopped) {
                    yield stopped.progress;
                }
            }
        };
    }

    private void resolve(CaseFile file, Suspect.Pseudonym suspect, boolean again) throws InterruptedException, Stopped {
        Warrant warrant = approvals.warrant(file);
        // Whoever refused evidence as too old gets it anew, and so does the RA before it releases the chains again.
        boolean releaseStale = again && (evidenceRefused(file, Step.SEED1) || evidenceRefused(file, Step.SEED2));
        boolean resolutionStale = releaseStale || (again && evidenceRefused(file, Step.BLOCK));
        Answer<ResolveAnswer> resolved = step(
                file,
                new Question<>(
                        Step.RESOLVE,
                        counterparts.pca(),
                        () -> new ResolveWarrant(warrant, suspect.subject(file.salt())),
                        pdu -> answer(pdu, ResolveAnswer.class)
                                .filter(a -> a.caseId().equals(file.id()))),
                again,
                resolutionStale);
        if (!resolved.value().ra().equals(counterparts.ra().certificate().id())) {
            throw new Stopped(new Progress.Refused("the certificate came by an RA that is not configured here"));
        }
        Answer<BlockAnswer> blocked = step(
                file,
                new Question<>(
                        Step.BLOCK,
                        counterparts.ra(),
                        () -> new BlockWarrant(warrant, resolved.signed()),
                        pdu -> answer(pdu, BlockAnswer.class)
                                .filter(a -> a.caseId().equals(file.id()))),
                again,
                releaseStale);
        if (!blocked.value().crlSeries().equals(series)) {
            throw new Stopped(new Progress.Refused("the device's certificates are of CRL series "
                    + blocked.value().crlSeries().value()));
        }
        List<SeedAnswer> seeds = new ArrayList<>();
        for (Step step : List.of(Step.SEED1, Step.SEED2)) {
            Linkage linkage = counterparts.linkage().get(step == Step.SEED1 ? 0 : 1);
            Octets release = release(file, blocked.value(), linkage);
            seeds.add(seed(file, step, linkage, warrant, release, again).value());
        }
        revocations.revokeDevice(file.id(), seeds.getFirst(), seeds.getLast(), blocked.value());
        crashes.reached("ma.entry.stored");
    }

    private Answer<SeedAnswer> seed(
            CaseFile file, Step step, Linkage linkage, Warrant warrant, Octets release, boolean again)
            throws InterruptedException, Stopped {
        boolean periodPassed = records.last(file, step)
                .filter(asked -> Refusal.Reason.PERIOD.name().equals(asked.refused())
                        && asked.request() instanceof SeedWarrant old
                        && old.fromI().value() < period.now())
                .isPresent();
        return step(
                file,
                new Question<>(
                        step,
                        linkage.counterpart(),
                        () -> new SeedWarrant(warrant, release, new IValue(period.now())),
                        pdu -> answer(pdu, SeedAnswer.class)
                                .filter(a ->
                                        a.caseId().equals(file.id()) && a.laId().equals(linkage.laId()))),
                again,
                periodPassed);
    }

    /** The signed release that is made out to a linkage authority. */
    private Octets release(CaseFile file, BlockAnswer blocked, Linkage linkage) throws Stopped {
        for (Octets signed : blocked.releases()) {
            if (exchange.statement(signed, Set.of(counterparts.ra().role()), ANY_AGE) instanceof Opened.Message message
                    && message.sender().equals(counterparts.ra().certificate())
                    && message.pdu() instanceof ChainRelease release
                    && release.caseId().equals(file.id())
                    && release.laId().equals(linkage.laId())) {
                return signed;
            }
        }
        throw new Stopped(new Progress.Refused(
                "the RA released no chain of " + linkage.counterpart().name()));
    }

    private boolean evidenceRefused(CaseFile file, Step step) {
        return records.last(file, step)
                .filter(asked -> Refusal.Reason.EVIDENCE.name().equals(asked.refused()))
                .isPresent();
    }

    /**
     * What one step asks.
     *
     * @param request made when the step is asked for the first time
     * @param answer an answer that fits the question, and nothing else
     */
    private record Question<T>(
            Step step,
            Counterpart counterpart,
            Supplier<BackEndPdu> request,
            Function<BackEndPdu, Optional<T>> answer) {}

    /** An answer, as a value and as its authority signed it. */
    private record Answer<T>(T value, Octets signed) {}

    private <T> Answer<T> step(CaseFile file, Question<T> question, boolean again, boolean anew)
            throws InterruptedException, Stopped {
        Optional<Asked> last = records.last(file, question.step());
        if (last.isEmpty()) {
            return send(file, question, ask(file, question, 1));
        }
        Asked asked = last.get();
        String refused = asked.refused();
        if (anew || (again && refused != null)) {
            return send(file, question, ask(file, question, asked.attempt() + 1));
        }
        if (refused != null) {
            throw new Stopped(new Progress.Refused(question.counterpart().name() + " refused: " + refused));
        }
        Octets signed = asked.answer();
        return signed == null ? send(file, question, asked) : stored(question, signed);
    }

    private <T> Asked ask(CaseFile file, Question<T> question, int attempt) {
        Asked asked =
                records.ask(file, question.step(), attempt, question.request().get());
        crashes.reached(question.step().crashPoint("asked"));
        return asked;
    }

    private <T> Answer<T> send(CaseFile file, Question<T> question, Asked asked) throws InterruptedException, Stopped {
        Counterpart counterpart = question.counterpart();
        return switch (counterpart.client().ask(asked.request())) {
            case PeerClient.Reply.NoAnswer(Duration retryAfter, String reason) ->
                throw new Stopped(new Progress.Waiting(retryAfter, counterpart.name() + ": " + reason));
            case PeerClient.Reply.Answer(Refusal(Refusal.Reason reason), Octets signed) -> {
                if (reason == Refusal.Reason.BUDGET) {
                    throw new Stopped(new Progress.Waiting(NEXT_BUDGET, counterpart.name() + ": budget used up"));
                }
                records.answer(file, asked, signed, reason.name());
                throw new Stopped(new Progress.Refused(counterpart.name() + " refused: " + reason));
            }
            case PeerClient.Reply.Answer(BackEndPdu pdu, Octets signed) -> {
                Optional<T> value = question.answer().apply(pdu);
                if (value.isEmpty()) {
                    throw new Stopped(new Progress.Refused(counterpart.name() + " answered something else"));
                }
                crashes.reached(question.step().crashPoint("received"));
                records.answer(file, asked, signed, null);
                crashes.reached(question.step().crashPoint("answered"));
                yield new Answer<>(value.get(), signed);
            }
        };
    }

    private <T> Answer<T> stored(Question<T> question, Octets signed) throws Stopped {
        Counterpart counterpart = question.counterpart();
        if (exchange.statement(signed, Set.of(counterpart.role()), ANY_AGE) instanceof Opened.Message message) {
            Optional<T> value = question.answer().apply(message.pdu());
            if (value.isPresent()) {
                return new Answer<>(value.get(), signed);
            }
        }
        throw new Stopped(new Progress.Refused("the stored answer of " + counterpart.name() + " no longer verifies"));
    }

    private static <T extends BackEndPdu> Optional<T> answer(BackEndPdu pdu, Class<T> type) {
        return type.isInstance(pdu) ? Optional.of(type.cast(pdu)) : Optional.empty();
    }

    /** Ends the pass over a case before its end. */
    @SuppressWarnings("serial") // never leaves this class
    private static final class Stopped extends Exception {

        private final transient Progress progress;

        Stopped(Progress progress) {
            super(null, null, false, false);
            this.progress = progress;
        }
    }
}
