package org.v2xscms.ma.evidence;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.v2xscms.application.claim.Claim;
import org.v2xscms.application.claim.EvidenceReader;
import org.v2xscms.application.claim.Thresholds;
import org.v2xscms.application.report.ReportCheck;
import org.v2xscms.application.report.ReportCheck.Finding;
import org.v2xscms.application.report.ReportLimits;
import org.v2xscms.application.report.ReportReader;
import org.v2xscms.application.report.ReportReading;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.message.MessageValidator;
import org.v2xscms.crypto.validation.RevocationCheck;
import org.v2xscms.kernel.exchange.AuthorityIdentity;
import org.v2xscms.kernel.exchange.Trust;

/**
 * Opens reports and computes anew what they claim. A reporter is believed nothing: what counts is what the accused signed
 * itself. Stateless; safe for many threads.
 */
public final class ReportExaminer {

    private final AuthorityIdentity own;
    private final Trust trust;
    private final RevocationCheck revocation;
    private final ReportLimits limits;
    private final InstantSource clock;

    /** @param revocation who may not report any more */
    public ReportExaminer(
            AuthorityIdentity own, Trust trust, RevocationCheck revocation, ReportLimits limits, InstantSource clock) {
        this.own = own;
        this.trust = trust;
        this.revocation = revocation;
        this.limits = limits;
        this.clock = clock;
    }

    /** What opening came to. */
    public sealed interface Opening {

        record Opened(OpenedReport report) implements Opening {}

        record Refused(String reason, String found) implements Opening {}
    }

    /** Decrypts a report and judges its reporter. */
    public Opening open(Octets sealed) {
        MessageValidator reporters = new MessageValidator(trust.store(), trust.verifier(), revocation);
        return switch (new ReportReader(own.certificate(), own.openingKey().key(), reporters, limits)
                .open(sealed, clock.instant())) {
            case ReportReading.Refused(var reason, String found) -> new Opening.Refused(reason.name(), found);
            case ReportReading.Opened opened -> new Opening.Opened(new OpenedReport(opened));
        };
    }

    /** Verifies all evidence and recomputes all observations. */
    public ReportVerdict examine(OpenedReport report) {
        ReportReading.Opened reading = report.reading();
        ReportCheck check = new ReportCheck(new EvidenceReader(trust.store(), trust.verifier()), Thresholds.STANDARD);
        ReportCheck.Result result = check.check(reading.template());
        if (!result.rejected().isEmpty()) {
            return new ReportVerdict.Refused("EVIDENCE", result.rejected().getFirst());
        }
        Map<HashedCertificate, List<Claim>> bySuspect = new LinkedHashMap<>();
        for (Finding finding : result.findings()) {
            switch (finding) {
                case Finding.Confirmed(var _, var _, Claim claim) ->
                    bySuspect
                            .computeIfAbsent(claim.subject().signer(), suspect -> new ArrayList<>())
                            .add(claim);
                case Finding.Refuted(var _, var _, String found) -> {
                    return new ReportVerdict.Refused("REFUTED", found);
                }
                case Finding.NotRecomputable(int tgtId, int obsId) -> {
                    return new ReportVerdict.Refused(
                            "NOT_RECOMPUTABLE", "observation " + obsId + " of target " + tgtId);
                }
            }
        }
        if (bySuspect.containsKey(reading.reporter())) {
            return new ReportVerdict.Refused("SELF", "the reporter accuses its own certificate");
        }
        return bySuspect.isEmpty()
                ? new ReportVerdict.Refused("REFUTED", "no observation")
                : new ReportVerdict.Holds(bySuspect.entrySet().stream()
                        .map(entry -> new Accusation(entry.getKey(), text(entry.getValue())))
                        .toList());
    }

    private static String text(List<Claim> claims) {
        return claims.stream()
                .map(claim -> claim.observation() + ": " + claim.found())
                .collect(Collectors.joining("; "));
    }
}
