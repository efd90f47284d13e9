package org.v2xscms.application.report;

import java.time.Duration;
import java.time.Instant;
import org.v2xscms.application.report.ReportReading.Reason;
import org.v2xscms.codec.ieee1609dot2.EncryptedData;
import org.v2xscms.codec.ieee1609dot2.HeaderInfo;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.misbehaviour.AidSpecificReport;
import org.v2xscms.codec.misbehaviour.EtsiTs103759Mbr;
import org.v2xscms.codec.misbehaviour.EtsiTs103759MbrSec;
import org.v2xscms.codec.misbehaviour.TemplateAsr;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.envelope.Envelope;
import org.v2xscms.crypto.envelope.Opening;
import org.v2xscms.crypto.envelope.OpeningKey;
import org.v2xscms.crypto.envelope.PrivateDecryptionKey;
import org.v2xscms.crypto.message.MessageValidator;
import org.v2xscms.crypto.message.MessageVerdict;

/** Opens sealed reports: decrypts, judges the reporter, decodes; what the evidence is worth is {@link ReportCheck}'s. */
public final class ReportReader {

    /** Reporters may drop a report after a week, and a registration authority may keep it for a day. */
    private static final Duration OLDEST = Duration.ofDays(8);

    private static final Duration FUTURE = Duration.ofMinutes(10);

    private final OpeningKey key;
    private final MessageValidator reporters;
    private final ReportLimits limits;

    /**
     * A reader.
     *
     * @param authority the certificate that reports are encrypted to
     * @param key its private half
     * @param reporters judges who signed a report, at the time the report was written
     */
    public ReportReader(
            HashedCertificate authority, PrivateDecryptionKey key, MessageValidator reporters, ReportLimits limits) {
        this.key = new OpeningKey.OfCertificate(authority, key);
        this.reporters = reporters;
        this.limits = limits;
    }

    /** Opens {@code report}, which arrived at {@code now}. */
    public ReportReading open(Octets report, Instant now) {
        if (report.length() > limits.octets()) {
            return refused(Reason.TOO_LARGE, report.length() + " octets");
        }
        try {
            return Container.decode(report) instanceof EtsiTs103759MbrSec.SignedThenEncrypted(var data)
                            && data.value().content() instanceof EncryptedData encrypted
                    ? decrypt(encrypted, now)
                    : refused(Reason.NOT_SEALED, "not encrypted");
        } catch (DecodeException malformed) {
            return refused(Reason.MALFORMED, malformed.getMessage());
        }
    }

    private ReportReading decrypt(EncryptedData encrypted, Instant now) throws DecodeException {
        return switch (Envelope.open(encrypted, key)) {
            case Opening.NotForThisKey _ -> refused(Reason.NOT_FOR_US, "no entry for our certificate");
            case Opening.Refused _ -> refused(Reason.NOT_FOR_US, "it does not decrypt");
            case Opening.Opened opened -> {
                opened.dataKey().close();
                Encoded<Ieee1609Dot2Data> inner = Ieee1609Dot2Data.CODEC
                        .decode(opened.plaintext(), Reading.AS_RECEIVED)
                        .encoded();
                yield inner.value().content() instanceof SignedData signed && isSealed(signed)
                        ? judge(signed, now)
                        : refused(Reason.NOT_SEALED, "not signed with one certificate under PSID 38 alone");
            }
        };
    }

    private static boolean isSealed(SignedData signed) {
        return signed.tbsData().value().headerInfo().equals(HeaderInfo.of(ReportWriter.REPORT_PSID))
                && signed.signer() instanceof SignerIdentifier.Certificates(var certificates)
                && certificates.size() == 1;
    }

    private ReportReading judge(SignedData signed, Instant now) throws DecodeException {
        EtsiTs103759Mbr report = EtsiTs103759Mbr.CODEC
                .decode(signed.unsecuredPayload().orElse(Octets.EMPTY), Reading.AS_RECEIVED)
                .value();
        Instant written = report.generationTime().toInstant();
        if (written.isBefore(now.minus(OLDEST)) || written.isAfter(now.plus(FUTURE))) {
            return refused(Reason.OUT_OF_TIME, "written at " + written);
        }
        return switch (reporters.validate(signed, report.generationTime())) {
            case MessageVerdict.Invalid invalid -> refused(Reason.REPORTER, invalid.rule() + ": " + invalid.found());
            case MessageVerdict.Valid valid ->
                report.report().aid().equals(AidSpecificReport.BSM)
                                && report.report().content() instanceof AidSpecificReport.Template(TemplateAsr template)
                        ? withinLimits(report, template, valid.certificate())
                        : refused(
                                Reason.OTHER_APPLICATION,
                                "application " + report.report().aid().value());
        };
    }

    private ReportReading withinLimits(EtsiTs103759Mbr report, TemplateAsr template, HashedCertificate reporter) {
        int streams = template.v2xPduEvidence().size();
        int pdus = template.v2xPduEvidence().stream()
                .mapToInt(stream -> stream.v2xPdus().size())
                .sum();
        int observations = template.observations().stream()
                .mapToInt(target -> target.observations().size())
                .sum();
        return streams > limits.streams() || pdus > limits.pdus() || observations > limits.observations()
                ? refused(
                        Reason.TOO_LARGE,
                        streams + " streams, " + pdus + " messages, " + observations + " observations")
                : new ReportReading.Opened(report, template, reporter);
    }

    private static ReportReading refused(Reason reason, String found) {
        return new ReportReading.Refused(reason, found);
    }
}
