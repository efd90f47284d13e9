package org.v2xscms.ra.request;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.IValue;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2dot1.eera.EeRaCertRequest;
import org.v2xscms.codec.ieee1609dot2dot1.eera.RaEeCertAck;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EeRa1609Dot2AuthenticatedCertRequestSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.ScmsPdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SignedCertRequestSpdu;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.kernel.crash.CrashPoints;
import org.v2xscms.kernel.database.AuthorityDatabase;
import org.v2xscms.kernel.http.ErrorNumber;
import org.v2xscms.ra.RaSettings;
import org.v2xscms.ra.RaSignature;
import org.v2xscms.ra.device.DeviceEnvelope;
import org.v2xscms.ra.device.DeviceId;
import org.v2xscms.ra.device.Devices;
import org.v2xscms.ra.device.EnrollmentCheck;
import org.v2xscms.ra.device.Judged;
import org.v2xscms.ra.device.SignedRequests;

/**
 * Takes requests for authorization certificates (IEEE 1609.2.1-2022 EeRaCertRequestSpdu, RaEeCertAckSpdu).
 *
 * <ol>
 *   <li>the same octets as before, of a device that is not blocked: the same answer as before
 *   <li>decrypted, read, the enrolment certificate and the signature verified
 *   <li>judged by what the certificate permits and by this authority's policy
 *   <li>in one transaction under the device's lock: not blocked, no certificates of the same weeks, not too many requests;
 *       request and answer stored
 *   <li>answered
 * </ol>
 */
public final class CertificateRequests {

    private static final Duration WINDOW = Duration.ofDays(7);

    private final AuthorityDatabase database;
    private final Devices devices;
    private final DeviceEnvelope envelope;
    private final EnrollmentCheck enrollment;
    private final CertificateRequestRules rules;
    private final SinglePreparation single;
    private final RaSignature signature;
    private final SignatureVerifier verifier;
    private final RaSettings settings;
    private final InstantSource clock;
    private final CrashPoints crash;

    public CertificateRequests(
            AuthorityDatabase database,
            Devices devices,
            DeviceEnvelope envelope,
            EnrollmentCheck enrollment,
            CertificateRequestRules rules,
            SinglePreparation single,
            RaSignature signature,
            SignatureVerifier verifier,
            RaSettings settings,
            InstantSource clock,
            CrashPoints crash) {
        this.database = database;
        this.devices = devices;
        this.envelope = envelope;
        this.enrollment = enrollment;
        this.rules = rules;
        this.single = single;
        this.signature = signature;
        this.verifier = verifier;
        this.settings = settings;
        this.clock = clock;
        this.crash = crash;
    }

    /** The acknowledgement of {@code spdu}, or why there is none. */
    public Judged<Octets> take(Octets spdu) {
        Octets hash = HashFunction.SHA256.digest(spdu).value();
        Optional<Judged<Octets>> known =
                database.inTransaction("looking a request up", connection -> known(connection, hash));
        Judged<Octets> answer =
                known.orElseGet(() -> envelope.open(spdu, EeRa1609Dot2AuthenticatedCertRequestSpdu.PLAINTEXT)
                        .then(signed -> SignedRequests.judge(signed, enrollment, verifier)
                                .then(device -> rules.judge(request(signed), device)))
                        .then(admitted -> store(hash, admitted)));
        crash.reached("ra.request.stored");
        return answer;
    }

    private static EeRaCertRequest request(SignedCertRequestSpdu<EeRaCertRequest> signed) {
        return signed.tbsRequest().value();
    }

    private Optional<Judged<Octets>> known(Connection connection, Octets hash) throws SQLException {
        Optional<RequestRows.Known> known = RequestRows.known(connection, hash);
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        devices.isBlocked(connection, known.get().device())
                                ? Judged.refused(ErrorNumber.ENROLLMENT_CERTIFICATE_BLOCKED)
                                : Judged.accepted(known.get().ack()));
    }

    private Judged<Octets> store(Octets hash, Admitted admitted) {
        return database.inTransaction("storing a request", connection -> {
            DeviceId device = devices.lock(connection, admitted.device());
            Optional<Judged<Octets>> known = known(connection, hash);
            if (known.isPresent()) {
                return known.get();
            }
            Optional<ErrorNumber> refusal = refusal(connection, device, admitted);
            if (refusal.isPresent()) {
                return Judged.refused(refusal.get());
            }
            Octets ack = acknowledge(hash, admitted);
            if (!RequestRows.insert(connection, device, hash, admitted, ack)) {
                return Judged.refused(ErrorNumber.RA_MAX_OVERLAP);
            }
            switch (admitted.wish()) {
                case Wish.Weekly _ -> RequestRows.insertProgress(connection, HashedId8.of(hash), admitted);
                case Wish.Single wish ->
                    single.prepare(connection, HashedId8.of(hash), device, wish, admitted.firstI());
            }
            return Judged.accepted(ack);
        });
    }

    private Optional<ErrorNumber> refusal(Connection connection, DeviceId device, Admitted admitted)
            throws SQLException {
        if (devices.isBlocked(connection, device)) {
            return Optional.of(ErrorNumber.ENROLLMENT_CERTIFICATE_BLOCKED);
        }
        boolean duplicate = admitted.series() == null
                ? RequestRows.hasSingle(
                        connection, device, admitted, settings.maxOverlap().toSeconds())
                : RequestRows.hasWeeks(connection, device, admitted);
        if (duplicate) {
            return Optional.of(ErrorNumber.RA_MAX_OVERLAP);
        }
        long since = now().seconds() - WINDOW.toSeconds();
        return RequestRows.countSince(connection, device, since) >= settings.maxRequests()
                ? Optional.of(ErrorNumber.RA_MAX_REQUESTS)
                : Optional.empty();
    }

    private Octets acknowledge(Octets hash, Admitted admitted) {
        IValue firstI = admitted.wish() instanceof Wish.Weekly ? new IValue(admitted.firstI()) : null;
        Time32 next = Time32.of(clock.instant().plus(settings.mix().maxWait()));
        return signature.sign(
                ScmsPdu.of(new ScmsPdu.Content.EeRa(RaEeCertAck.of(now(), HashedId8.of(hash), firstI, next))));
    }

    private Time32 now() {
        return Time32.of(clock.instant());
    }
}
