package org.v2xscms.application.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.v2xscms.application.claim.Claim;
import org.v2xscms.application.claim.Claims;
import org.v2xscms.application.claim.EvidenceMessage;
import org.v2xscms.application.claim.EvidenceReader;
import org.v2xscms.application.claim.EvidenceReader.StreamEvidence;
import org.v2xscms.application.claim.Thresholds;
import org.v2xscms.codec.misbehaviour.MbSingleObservation;
import org.v2xscms.codec.misbehaviour.Observation;
import org.v2xscms.codec.misbehaviour.ObservationsByTarget;
import org.v2xscms.codec.misbehaviour.TemplateAsr;
import org.v2xscms.codec.oer.Octets;

/**
 * Checks a report against its own evidence: verifies every message again and computes every claim anew. A reporter cannot
 * accuse an innocent sender, because it cannot forge that sender's signature.
 */
public final class ReportCheck {

    private final EvidenceReader reader;
    private final Thresholds thresholds;

    public ReportCheck(EvidenceReader reader, Thresholds thresholds) {
        this.reader = reader;
        this.thresholds = thresholds;
    }

    /** What the evidence says of one observation that was reported. */
    public sealed interface Finding {

        int tgtId();

        int obsId();

        /** The evidence bears it out. */
        record Confirmed(int tgtId, int obsId, Claim claim) implements Finding {}

        /** We have the rule, and by it the evidence does not bear the observation out. */
        record Refuted(int tgtId, int obsId, String found) implements Finding {}

        /** We have no rule for it: it may be true. */
        record NotRecomputable(int tgtId, int obsId) implements Finding {}
    }

    /**
     * What a report is worth.
     *
     * @param findings one for each observation, in the order of the report
     * @param evidence the messages that verified
     * @param rejected why other messages did not
     */
    public record Result(List<Finding> findings, List<EvidenceMessage> evidence, List<String> rejected) {
        public Result {
            findings = List.copyOf(findings);
            evidence = List.copyOf(evidence);
            rejected = List.copyOf(rejected);
        }

        /** The claims that hold. */
        public List<Claim> confirmed() {
            return findings.stream()
                    .flatMap(finding -> finding instanceof Finding.Confirmed confirmed
                            ? Optional.of(confirmed.claim()).stream()
                            : Optional.<Claim>empty().stream())
                    .toList();
        }
    }

    /** Checks the observations of {@code report}; they are about the first stream and the message it points at. */
    public Result check(TemplateAsr report) {
        List<EvidenceMessage> verified = new ArrayList<>();
        List<String> rejected = new ArrayList<>();
        report.v2xPduEvidence().forEach(stream -> {
            StreamEvidence evidence = reader.read(stream);
            verified.addAll(evidence.verified());
            rejected.addAll(evidence.rejected());
        });
        List<Claim> claims = Claims.of(verified, thresholds);
        Octets subject = subject(report);
        List<Finding> findings = new ArrayList<>();
        for (ObservationsByTarget target : report.observations()) {
            for (MbSingleObservation observation : target.observations()) {
                findings.add(finding(target.tgtId(), observation.obsId(), subject, claims));
            }
        }
        return new Result(findings, verified, rejected);
    }

    private static Octets subject(TemplateAsr report) {
        var stream = report.v2xPduEvidence().getFirst();
        return stream.subjectPduIndex() < stream.v2xPdus().size()
                ? stream.v2xPdus().get(stream.subjectPduIndex())
                : Octets.EMPTY;
    }

    private static Finding finding(int tgtId, int obsId, Octets subject, List<Claim> claims) {
        Optional<Observation> known =
                Observation.of(tgtId, obsId).filter(observation -> observation != Observation.STATIC_CHANGE);
        if (known.isEmpty()) {
            return new Finding.NotRecomputable(tgtId, obsId);
        }
        return claims.stream()
                .filter(claim -> claim.observation() == known.get()
                        && claim.subject().pdu().equals(subject))
                .findFirst()
                .<Finding>map(claim -> new Finding.Confirmed(tgtId, obsId, claim))
                .orElseGet(() -> new Finding.Refuted(tgtId, obsId, "the evidence does not show " + known.get()));
    }
}
