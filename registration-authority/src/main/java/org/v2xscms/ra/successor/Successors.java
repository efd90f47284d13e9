package org.v2xscms.ra.successor;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.IValue;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2dot1.eera.RaEeCertInfo;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EeRaSuccessorEnrollmentCertRequestSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.ScmsPdu;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.crypto.time.IPeriods;
import org.v2xscms.kernel.database.AuthorityDatabase;
import org.v2xscms.kernel.http.ErrorNumber;
import org.v2xscms.kernel.http.ScmsError;
import org.v2xscms.ra.RaSettings;
import org.v2xscms.ra.RaSignature;
import org.v2xscms.ra.device.DeviceEnvelope;
import org.v2xscms.ra.device.DeviceId;
import org.v2xscms.ra.device.Devices;
import org.v2xscms.ra.device.DownloadCheck;
import org.v2xscms.ra.device.EnrolledDevice;
import org.v2xscms.ra.device.EnrollmentCheck;
import org.v2xscms.ra.device.Judged;
import org.v2xscms.ra.device.SignedRequests;

/**
 * Takes requests for successor enrolment certificates and gives their answers out (IEEE 1609.2.1-2022
 * EeRaSuccessorEnrollmentCertRequestSpdu, RaEeEnrollmentCertAckSpdu). The request inside belongs to the ECA and is passed
 * on octet for octet. One certificate has one successor.
 */
public final class Successors {

    private static final Pattern FILE = Pattern.compile("([0-9a-f]{16})\\.oer");
    private static final Duration USUAL_TIME = Duration.ofSeconds(10);

    private final AuthorityDatabase database;
    private final Devices devices;
    private final DeviceEnvelope envelope;
    private final EnrollmentCheck enrollment;
    private final DownloadCheck downloads;
    private final RaSignature signature;
    private final SignatureVerifier verifier;
    private final IPeriods periods;
    private final RaSettings settings;
    private final InstantSource clock;

    public Successors(
            AuthorityDatabase database,
            Devices devices,
            DeviceEnvelope envelope,
            EnrollmentCheck enrollment,
            DownloadCheck downloads,
            RaSignature signature,
            SignatureVerifier verifier,
            IPeriods periods,
            RaSettings settings,
            InstantSource clock) {
        this.database = database;
        this.devices = devices;
        this.envelope = envelope;
        this.enrollment = enrollment;
        this.downloads = downloads;
        this.signature = signature;
        this.verifier = verifier;
        this.periods = periods;
        this.settings = settings;
        this.clock = clock;
    }

    /** The acknowledgement of {@code spdu}, or why there is none. */
    Judged<Octets> take(Octets spdu) {
        Octets hash = HashFunction.SHA256.digest(spdu).value();
        return database.inTransaction("looking a request up", connection -> known(connection, hash))
                .orElseGet(() -> envelope.open(spdu, EeRaSuccessorEnrollmentCertRequestSpdu.PLAINTEXT)
                        .then(signed -> SignedRequests.judge(signed, enrollment, verifier)
                                .then(device -> inTime(signed.tbsRequest()
                                                .value()
                                                .value()
                                                .value()
                                                .tbsRequest()
                                                .value()
                                                .generationTime())
                                        .then(timely -> store(
                                                hash,
                                                device,
                                                signed.tbsRequest()
                                                        .value()
                                                        .value()
                                                        .octets())))));
    }

    private Judged<Time32> inTime(Time32 generated) {
        var now = clock.instant();
        if (generated.toInstant().isAfter(now.plus(settings.tolerance()))) {
            return Judged.refused(ErrorNumber.GENERATION_TIME_IN_FUTURE);
        }
        return generated.toInstant().isBefore(now.minus(settings.maxAge()))
                ? Judged.refused(ErrorNumber.RA_MAX_AGE)
                : Judged.accepted(generated);
    }

    private Optional<Judged<Octets>> known(Connection connection, Octets hash) throws SQLException {
        Optional<SuccessorRows.Known> known = SuccessorRows.known(connection, hash);
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        devices.isBlocked(connection, known.get().device())
                                ? Judged.refused(ErrorNumber.ENROLLMENT_CERTIFICATE_BLOCKED)
                                : Judged.accepted(known.get().ack()));
    }

    private Judged<Octets> store(Octets hash, EnrolledDevice enrolled, Octets request) {
        return database.inTransaction("storing a request", connection -> {
            DeviceId device = devices.lock(connection, enrolled);
            Optional<Judged<Octets>> known = known(connection, hash);
            if (known.isPresent()) {
                return known.get();
            }
            if (devices.isBlocked(connection, device)) {
                return Judged.refused(ErrorNumber.ENROLLMENT_CERTIFICATE_BLOCKED);
            }
            HashedId8 current = enrolled.certificate().id();
            Octets ack = acknowledge(HashedId8.of(hash));
            return !SuccessorRows.hasAsked(connection, device, current)
                            && SuccessorRows.insert(connection, device, hash, current, request, ack)
                    ? Judged.accepted(ack)
                    : Judged.refused(ErrorNumber.RA_MAX_REQUESTS);
        });
    }

    /** The module prints raEeCertInfo where raEeCertAck would be expected; it is sent as printed. */
    private Octets acknowledge(HashedId8 requestHash) {
        Time32 now = Time32.of(clock.instant());
        RaEeCertInfo info = RaEeCertInfo.of(
                now,
                new IValue(Math.toIntExact(Math.max(0, periods.at(now.seconds())))),
                requestHash,
                Time32.of(clock.instant().plus(USUAL_TIME)),
                null);
        return signature.sign(ScmsPdu.of(new ScmsPdu.Content.EeRa(info)));
    }

    /** The ECA's answer, or why there is none. */
    sealed interface Answer {

        record There(Octets response) implements Answer {}

        record None(ScmsError error) implements Answer {}
    }

    Answer find(@Nullable String header, String name) {
        Matcher file = FILE.matcher(name.toLowerCase(Locale.ROOT));
        if (!file.matches()) {
            return new Answer.None(new ScmsError.NotFound());
        }
        HashedId8 requestHash = new HashedId8(Octets.ofHex(file.group(1)));
        return switch (downloads.judge(header, name)) {
            case Judged.Refused<DownloadCheck.Requester>(ErrorNumber number) ->
                new Answer.None(new ScmsError.Refused(number));
            case Judged.Accepted<DownloadCheck.Requester>(DownloadCheck.Requester.Known(var enrolled)) ->
                database.inTransaction("finding an answer", connection -> find(connection, requestHash, enrolled));
            case Judged.Accepted<DownloadCheck.Requester> _ ->
                new Answer.None(new ScmsError.Refused(ErrorNumber.ENCRYPTION_MISSING));
        };
    }

    private Answer find(Connection connection, HashedId8 requestHash, EnrolledDevice enrolled) throws SQLException {
        Optional<DeviceId> device = devices.find(connection, enrolled);
        Optional<SuccessorRows.Found> found = SuccessorRows.find(connection, requestHash)
                .filter(request -> device.equals(Optional.of(request.device())));
        if (found.isEmpty()) {
            return new Answer.None(new ScmsError.NotFound());
        }
        if (devices.isBlocked(connection, found.get().device())) {
            return new Answer.None(new ScmsError.Refused(ErrorNumber.ENROLLMENT_CERTIFICATE_BLOCKED));
        }
        Octets response = found.get().response();
        if (response != null) {
            return new Answer.There(response);
        }
        return new Answer.None(
                found.get().answered()
                        ? new ScmsError.Refused(ErrorNumber.CERT_REQUEST_PERMISSIONS_NOT_ALLOWED)
                        : new ScmsError.NotFound());
    }
}
