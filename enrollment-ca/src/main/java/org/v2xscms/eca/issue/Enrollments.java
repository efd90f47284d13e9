package org.v2xscms.eca.issue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EcaEeCertResponseSpdu;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.crypto.validation.Rule;
import org.v2xscms.crypto.validation.Violation;
import org.v2xscms.eca.device.Device;
import org.v2xscms.eca.device.Devices;
import org.v2xscms.eca.request.EnrollmentRequest;
import org.v2xscms.eca.request.EnrollmentRules;
import org.v2xscms.eca.request.Judgement;
import org.v2xscms.eca.request.RequestLimits;
import org.v2xscms.kernel.http.ErrorNumber;
import org.v2xscms.kernel.intent.Admission;
import org.v2xscms.kernel.intent.IntentStore;
import org.v2xscms.kernel.intent.IssuanceRequest;
import org.v2xscms.kernel.intent.IssuanceUnit;
import org.v2xscms.kernel.intent.LintVerdict;
import org.v2xscms.kernel.intent.Period;
import org.v2xscms.kernel.intent.PersistedIntent;

/**
 * Answers requests for enrolment certificates, each once: a retry gets the stored octets, other content under the same
 * name is refused. A request is named by its device and generation time; that of a successor by the certificate it
 * follows, too.
 *
 * <ol>
 *   <li>read; the device known and not blocked
 *   <li>generation time, signature, rules, linter
 *   <li>counted, unless it is a retry
 *   <li>intent durable, linted again as stored, signed, verified, answer durable
 *   <li>the holder of the certificate noted, then the answer leaves
 * </ol>
 */
public final class Enrollments {

    /** Intents and answers are kept and dropped together by the quarter their requests were generated in. */
    private static final Duration QUARTER = Duration.ofDays(91);

    private static final int RECOVERED_TOGETHER = 100;

    private final Devices devices;
    private final EnrollmentRules rules;
    private final RequestLimits limits;
    private final EnrollmentIssuer issuer;
    private final IntentStore intents;
    private final SignatureVerifier verifier;
    private final InstantSource clock;
    private final Retention retention;

    public Enrollments(
            Devices devices,
            EnrollmentRules rules,
            RequestLimits limits,
            EnrollmentIssuer issuer,
            IntentStore intents,
            SignatureVerifier verifier,
            InstantSource clock,
            Retention retention) {
        this.devices = devices;
        this.rules = rules;
        this.limits = limits;
        this.issuer = issuer;
        this.intents = intents;
        this.verifier = verifier;
        this.clock = clock;
        this.retention = retention;
    }

    /**
     * How long things take.
     *
     * @param validity the longest validity of a certificate, after which its rows may go
     * @param retry when to ask again while another is at work on the same request
     */
    public record Retention(Duration validity, Duration retry) {}

    /** What a request comes to. */
    public sealed interface Result {

        /** The EcaEeCertResponseSpdu, durable. */
        record Answer(Octets octets) implements Result {}

        record Refused(ErrorNumber number, String reason) implements Result {}

        /** Nothing was decided: ask again, unchanged. */
        record Later(Duration retryAfter) implements Result {}
    }

    /** A first request, from the device itself. */
    public Result enroll(Octets received) {
        return switch (EnrollmentRequest.read(received)) {
            case Judgement.Refused<EnrollmentRequest>(var number, var reason) -> new Result.Refused(number, reason);
            case Judgement.Passed<EnrollmentRequest>(EnrollmentRequest request) ->
                Optional.ofNullable(request.canonicalId())
                        .flatMap(devices::find)
                        .map(device -> answer(request, device, name("enrol", device, request, Octets.EMPTY)))
                        .orElseGet(() -> new Result.Refused(
                                ErrorNumber.ENROLLMENT_CERTIFICATE_UNREGISTERED, "no registered device names itself"));
        };
    }

    /**
     * A request for a successor, which the RA has authenticated by the certificate it follows.
     *
     * @param current that certificate
     */
    public Result succeed(HashedId8 current, Octets received) {
        return switch (EnrollmentRequest.read(received)) {
            case Judgement.Refused<EnrollmentRequest>(var number, var reason) -> new Result.Refused(number, reason);
            case Judgement.Passed<EnrollmentRequest>(EnrollmentRequest request) ->
                devices.holderOf(current)
                        .filter(device -> request.canonicalId() == null
                                || device.canonicalId().equals(request.canonicalId()))
                        .map(device -> answer(request, device, name("successor", device, request, current.octets())))
                        .orElseGet(() -> new Result.Refused(
                                ErrorNumber.ENROLLMENT_CERTIFICATE_UNREGISTERED,
                                "the present certificate is none of this device"));
        };
    }

    /** Finishes what a crash left between intent and answer. */
    public void recover() {
        for (boolean more = true; more; ) {
            try (IssuanceUnit unit = intents.recover(RECOVERED_TOGETHER)) {
                more = !unit.admissions().isEmpty();
                for (Admission admission : unit.admissions()) {
                    if (admission instanceof Admission.Admitted(PersistedIntent intent)) {
                        finish(unit, intent);
                    }
                }
            }
        }
    }

    private Result answer(EnrollmentRequest request, Device device, Octets name) {
        if (device.blocked()) {
            return new Result.Refused(ErrorNumber.ENROLLMENT_CERTIFICATE_BLOCKED, "the device is blocked");
        }
        Time32 generated = request.content().generationTime();
        Optional<Judgement.Refused<Octets>> late = limits.age(generated);
        if (late.isPresent()) {
            return refused(late.get());
        }
        if (!request.isSignedBy(device, verifier)) {
            return new Result.Refused(ErrorNumber.SIGNATURE_NOT_VERIFIED, "the signature is not the device's");
        }
        return switch (intent(request)) {
            case Judgement.Refused<EnrollmentIntent>(var number, var reason) -> new Result.Refused(number, reason);
            case Judgement.Passed<EnrollmentIntent>(EnrollmentIntent intent) ->
                limits.count(device, name, request.hash(), generated)
                        .map(Enrollments::refused)
                        .orElseGet(() -> issue(request, device, name, intent));
        };
    }

    private Judgement<EnrollmentIntent> intent(EnrollmentRequest request) {
        return switch (rules.certificate(request)) {
            case Judgement.Refused<ToBeSignedCertificate>(var number, var reason) -> Judgement.refused(number, reason);
            case Judgement.Passed<ToBeSignedCertificate>(ToBeSignedCertificate content) -> {
                CertificateType type = request.content().type();
                EnrollmentIntent intent = new EnrollmentIntent(
                        type,
                        Encoded.of(ToBeSignedCertificate.CODEC, content),
                        HashedId8.of(request.hash()),
                        Time32.of(clock.instant()));
                List<Violation> violations = issuer.violations(intent);
                yield violations.isEmpty()
                        ? Judgement.passed(intent)
                        : Judgement.refused(
                                number(violations.getFirst().rule()),
                                "the certificate would break "
                                        + violations.getFirst().rule());
            }
        };
    }

    private Result issue(EnrollmentRequest request, Device device, Octets name, EnrollmentIntent intent) {
        IssuanceRequest issuance = new IssuanceRequest(
                period(request.content().generationTime()),
                name,
                request.hash(),
                EnrollmentIssuer.SIGNATURES,
                () -> EnrollmentIntent.CODEC.encode(intent));
        try (IssuanceUnit unit = intents.admit(List.of(issuance))) {
            return switch (unit.admissions().getFirst()) {
                case Admission.Admitted(PersistedIntent persisted) ->
                    finish(unit, persisted)
                            .map(answer -> released(answer, device))
                            .orElseGet(() -> new Result.Refused(
                                    ErrorNumber.OTHER_FIELDS_NOT_ALLOWED, "the stored certificate breaks a rule"));
                case Admission.Answered answered -> released(answered.answer().octets(), device);
                case Admission.Conflicting() ->
                    new Result.Refused(ErrorNumber.OTHER_FIELDS_NOT_ALLOWED, "asked before with other content");
                case Admission.InProgress() -> new Result.Later(retention.retry());
                case Admission.Abandoned(String broken) ->
                    new Result.Refused(ErrorNumber.OTHER_FIELDS_NOT_ALLOWED, "given up before for " + broken);
                case Admission.PeriodDropped() ->
                    new Result.Refused(ErrorNumber.ECA_MAX_AGE, "of a time whose records are gone");
            };
        }
    }

    /** The durable answer; empty where the stored intent may not be signed. */
    private static Optional<Octets> finish(IssuanceUnit unit, PersistedIntent intent) {
        return switch (intent.lint()) {
            case LintVerdict.Failed _ -> Optional.empty();
            case LintVerdict.Passed passed ->
                Optional.of(
                        unit.store(List.of(passed.token().sign())).getFirst().octets());
        };
    }

    private Result released(Octets answer, Device device) {
        try {
            devices.note(
                    HashedCertificate.of(EcaEeCertResponseSpdu.CODEC
                                    .decode(answer, Reading.STRICT)
                                    .value()
                                    .content()
                                    .value()
                                    .certificate())
                            .id(),
                    device);
        } catch (DecodeException damaged) {
            throw new IllegalStateException("a stored answer is damaged", damaged);
        }
        return new Result.Answer(answer);
    }

    private Period period(Time32 generated) {
        long quarter = generated.seconds() / QUARTER.toSeconds();
        Time32 last = new Time32((quarter + 1) * QUARTER.toSeconds());
        return new Period(Math.toIntExact(quarter), last.toInstant().plus(retention.validity()));
    }

    /** SHA-256 of kind, canonical id, generation time and the certificate that is followed, each with its length. */
    private static Octets name(String kind, Device device, EnrollmentRequest request, Octets follows) {
        byte[] kindOctets = kind.getBytes(StandardCharsets.US_ASCII);
        byte[] id = device.canonicalId().getBytes(StandardCharsets.US_ASCII);
        ByteBuffer input = ByteBuffer.allocate(kindOctets.length + id.length + follows.length() + 2 + Long.BYTES);
        input.put((byte) kindOctets.length)
                .put(kindOctets)
                .put((byte) id.length)
                .put(id);
        input.putLong(request.content().generationTime().seconds()).put(follows.toByteArray());
        return HashFunction.SHA256.digest(Octets.of(input.array())).value();
    }

    private static ErrorNumber number(Rule rule) {
        return switch (rule) {
            case VALIDITY_WITHIN_ISSUER -> ErrorNumber.VALIDITY_NOT_ALLOWED;
            case REGION_FORM -> ErrorNumber.REGION_INVALID;
            case REGION_WITHIN_ISSUER -> ErrorNumber.REGION_NOT_ALLOWED;
            case REQUEST_PERMISSION_GRANTED -> ErrorNumber.CERT_REQUEST_PERMISSIONS_NOT_ALLOWED;
            case UNIQUE_PERMISSIONS, END_ENTITY_TYPE, CHAIN_LENGTH_POSITIVE ->
                ErrorNumber.CERT_REQUEST_PERMISSIONS_INVALID;
            case KEY_POINT -> ErrorNumber.VERIFY_KEY_INDICATOR_INVALID;
            default -> ErrorNumber.OTHER_FIELDS_NOT_ALLOWED;
        };
    }

    private static Result refused(Judgement.Refused<Octets> refusal) {
        return new Result.Refused(refusal.number(), refusal.reason());
    }
}
