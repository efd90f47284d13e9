package org.v2xscms.application.report;

import java.security.SecureRandom;
import java.util.List;
import org.v2xscms.application.claim.Claim;
import org.v2xscms.application.claim.EvidenceMessage;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.HeaderInfo;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Content;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.SignedDataPayload;
import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedData;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmAlgorithm;
import org.v2xscms.codec.ieee1609dot2.basetypes.ThreeDLocation;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.misbehaviour.AidSpecificReport;
import org.v2xscms.codec.misbehaviour.EtsiTs103759Mbr;
import org.v2xscms.codec.misbehaviour.EtsiTs103759MbrSec;
import org.v2xscms.codec.misbehaviour.MbSingleObservation;
import org.v2xscms.codec.misbehaviour.ObservationsByTarget;
import org.v2xscms.codec.misbehaviour.TemplateAsr;
import org.v2xscms.codec.misbehaviour.V2xPduStream;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.envelope.Envelope;
import org.v2xscms.crypto.envelope.Recipient;
import org.v2xscms.crypto.message.MessageSignature;
import org.v2xscms.crypto.sign.Signer;

/**
 * Writes reports: the evidence with the full certificate of its sender, signed under PSID 38 with the reporter's
 * certificate and no other header field, then encrypted to the misbehaviour authority.
 */
public final class ReportWriter {

    /** The application of misbehaviour reports. */
    public static final Psid REPORT_PSID = new Psid(38);

    private final HashedCertificate authority;
    private final Container container;
    private final ReportLimits limits;
    private final SecureRandom random;

    /**
     * A writer.
     *
     * @param authority the certificate of the misbehaviour authority, with an encryption key
     */
    public ReportWriter(HashedCertificate authority, Container container, ReportLimits limits, SecureRandom random) {
        this.authority = authority;
        this.container = container;
        this.limits = limits;
        this.random = random;
    }

    /** A writer of J3287 reports within the usual limits. */
    public static ReportWriter to(HashedCertificate authority, SecureRandom random) {
        return new ReportWriter(authority, Container.J3287, ReportLimits.STANDARD, random);
    }

    /**
     * The sealed report of one claim.
     *
     * @param at when it is written
     * @param where the reporter was
     * @param reporter the certificate to sign with, holding PSID 38
     * @param signer its key
     * @throws IllegalArgumentException if the claim has more evidence than the limits allow
     */
    public Octets write(Claim claim, Time64 at, ThreeDLocation where, HashedCertificate reporter, Signer signer) {
        if (claim.messages().size() > limits.pdus()) {
            throw new IllegalArgumentException("a claim of " + claim.messages().size() + " messages");
        }
        Octets sealed = seal(new EtsiTs103759Mbr(at, where, report(claim)), reporter, signer);
        if (sealed.length() > limits.octets()) {
            throw new IllegalArgumentException("a report of " + sealed.length() + " octets");
        }
        return sealed;
    }

    private static AidSpecificReport report(Claim claim) {
        ObservationsByTarget observations = new ObservationsByTarget(
                claim.observation().target().tgtId(),
                List.of(new MbSingleObservation(claim.observation().obsId(), new MbSingleObservation.Made())));
        return new AidSpecificReport(
                AidSpecificReport.BSM,
                new AidSpecificReport.Template(
                        new TemplateAsr(List.of(observations), List.of(stream(claim)), List.of())));
    }

    /** The messages as they were received, with the certificate beside them where none carries it. */
    private static V2xPduStream stream(Claim claim) {
        Encoded<Certificate> certificate = claim.subject().signer().encoded();
        boolean inline = claim.messages().stream().anyMatch(ReportWriter::carriesItsCertificate);
        return new V2xPduStream(
                V2xPduStream.IEEE_1609_DOT_2_DATA,
                claim.messages().stream().map(EvidenceMessage::pdu).toList(),
                inline ? null : certificate,
                claim.messages().size() - 1,
                Additions.NONE);
    }

    private static boolean carriesItsCertificate(EvidenceMessage message) {
        return message.data().signer() instanceof SignerIdentifier.Certificates;
    }

    private Octets seal(EtsiTs103759Mbr report, HashedCertificate reporter, Signer signer) {
        SignedDataPayload payload = SignedDataPayload.of(
                Ieee1609Dot2Data.of(new Ieee1609Dot2Content.UnsecuredData(EtsiTs103759Mbr.CODEC.encode(report))));
        Ieee1609Dot2Data signed = Ieee1609Dot2Data.of(MessageSignature.sign(
                new ToBeSignedData(payload, HeaderInfo.of(REPORT_PSID)),
                reporter,
                new SignerIdentifier.Certificates(List.of(reporter.encoded())),
                signer));
        Ieee1609Dot2Data encrypted = Ieee1609Dot2Data.of(Envelope.seal(
                Ieee1609Dot2Data.CODEC.encode(signed), List.of(new Recipient.Holder(authority)), algorithm(), random));
        return container.encode(
                new EtsiTs103759MbrSec.SignedThenEncrypted(Encoded.of(Ieee1609Dot2Data.CODEC, encrypted)));
    }

    private SymmAlgorithm algorithm() {
        var key = authority.certificate().toBeSigned().value().encryptionKey();
        return key == null ? SymmAlgorithm.AES128_CCM : key.supportedSymmAlg();
    }
}
