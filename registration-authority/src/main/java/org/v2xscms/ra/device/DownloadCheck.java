package org.v2xscms.ra.device;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.ieee1609dot2dot1.eera.EeRaDownloadRequest;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EeRaDownloadRequestPlainSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EeRaDownloadRequestSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SignedSpdu;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.message.MessageSignature;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.kernel.http.ErrorNumber;
import org.v2xscms.ra.RaSettings;

/**
 * Who asks for a file: the header {@link #HEADER} with the Base64 of an EeRaDownloadRequestSpdu, signed by the enrolment
 * certificate, encrypted to this authority, for exactly this file and not long ago. Repeated within that time it says the
 * same again, so it is not counted as a replay.
 */
public final class DownloadCheck {

    public static final String HEADER = "Ieee-1609.2.1-Authorization";

    private final DeviceEnvelope envelope;
    private final EnrollmentCheck enrollment;
    private final SignatureVerifier verifier;
    private final RaSettings settings;
    private final InstantSource clock;

    public DownloadCheck(
            DeviceEnvelope envelope,
            EnrollmentCheck enrollment,
            SignatureVerifier verifier,
            RaSettings settings,
            InstantSource clock) {
        this.envelope = envelope;
        this.enrollment = enrollment;
        this.verifier = verifier;
        this.settings = settings;
        this.clock = clock;
    }

    /** Who asks. */
    public sealed interface Requester {

        /** Somebody with an enrolment certificate. */
        record Known(EnrolledDevice device) implements Requester {}

        /** Anybody: the plain form is allowed and was used. */
        record Anybody() implements Requester {}
    }

    /** Judges the header of a request for {@code filename}. */
    public Judged<Requester> judge(@Nullable String header, String filename) {
        if (header == null) {
            return Judged.refused(ErrorNumber.NOT_PARSED);
        }
        Octets spdu;
        try {
            spdu = Octets.of(Base64.getDecoder().decode(header));
        } catch (IllegalArgumentException e) {
            return Judged.refused(ErrorNumber.NOT_PARSED);
        }
        Judged<SignedSpdu<EeRaDownloadRequest>> opened = envelope.open(spdu, EeRaDownloadRequestSpdu.PLAINTEXT);
        if (settings.plainDownloads() && opened.equals(Judged.refused(ErrorNumber.ENCRYPTION_MISSING))) {
            return plain(spdu, filename);
        }
        return opened.then(signed -> request(signed.content().value(), filename).then(request -> signer(signed)));
    }

    private Judged<Requester> plain(Octets spdu, String filename) {
        try {
            return request(
                            EeRaDownloadRequestPlainSpdu.CODEC
                                    .decode(spdu, Reading.STRICT)
                                    .value()
                                    .content()
                                    .value(),
                            filename)
                    .then(request -> Judged.accepted(new Requester.Anybody()));
        } catch (DecodeException e) {
            return Judged.refused(ErrorNumber.NOT_PARSED);
        }
    }

    private Judged<EeRaDownloadRequest> request(EeRaDownloadRequest request, String filename) {
        Instant now = clock.instant();
        Instant at = request.generationTime().toInstant();
        if (!request.filename().equals(filename)) {
            return Judged.refused(ErrorNumber.OTHER_FIELDS_NOT_ALLOWED);
        }
        if (at.isAfter(now.plus(settings.tolerance()))) {
            return Judged.refused(ErrorNumber.GENERATION_TIME_IN_FUTURE);
        }
        return at.isBefore(now.minus(settings.downloadMaxAge()))
                ? Judged.refused(ErrorNumber.DOWNLOAD_MAX_AGE)
                : Judged.accepted(request);
    }

    private Judged<Requester> signer(SignedSpdu<EeRaDownloadRequest> signed) {
        if (!(signed.signedData().signer()
                instanceof SignerIdentifier.Certificates(List<Encoded<Certificate>> chain))) {
            return Judged.refused(ErrorNumber.NOT_PARSED);
        }
        HashedCertificate certificate = HashedCertificate.of(chain.getFirst());
        return enrollment
                .judge(
                        certificate,
                        key -> MessageSignature.verify(signed.signedData(), certificate, key, verifier)
                                .isPresent())
                .then(device -> Judged.accepted(new Requester.Known(device)));
    }
}
