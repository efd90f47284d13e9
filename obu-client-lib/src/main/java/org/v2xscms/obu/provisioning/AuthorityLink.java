package org.v2xscms.obu.provisioning;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.HeaderInfo;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Content;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.ieee1609dot2.SignedDataPayload;
import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedData;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmAlgorithm;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.ieee1609dot2dot1.eera.EeRaDownloadRequest;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.ScmsPdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SecurityMgmtPsid;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SecurityMgmtSsp;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SignedSpdu;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.certificate.Roles;
import org.v2xscms.crypto.envelope.Envelope;
import org.v2xscms.crypto.envelope.Recipient;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.message.MessageSignature;
import org.v2xscms.crypto.message.MessageValidator;
import org.v2xscms.crypto.message.MessageVerdict;
import org.v2xscms.obu.CertifiedKeys;
import org.v2xscms.obu.transport.Call;
import org.v2xscms.obu.transport.Reply;

/**
 * The common steps of all exchanges with authorities: seal, send, read the status (IEEE 1609.2.1-2022 6.3.5), verify the
 * signature and the role behind the answer.
 */
final class AuthorityLink {

    private static final String ERROR_HEADER = "Ieee-1609.2.1-Error";
    private static final String AUTHORIZATION_HEADER = "Ieee-1609.2.1-Authorization";
    private static final Duration USUAL_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofDays(7);
    private static final int ANSWER_LIMIT = 1 << 20;

    private final Platform platform;
    private final DeviceTrust trust;

    AuthorityLink(Platform platform, DeviceTrust trust) {
        this.platform = platform;
        this.trust = trust;
    }

    Instant now() {
        return platform.clock().instant();
    }

    Time32 now32() {
        return Time32.of(now());
    }

    /** requestHash: the low-order eight octets of SHA-256 over the whole SPDU as sent. */
    static HashedId8 requestHash(Octets spdu) {
        return HashedId8.of(HashFunction.SHA256.digest(spdu).value());
    }

    static URI uri(URI base, String path) {
        String text = base.toString();
        return URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + path);
    }

    /** {@code data} encrypted to the authority, whose certificate must be valid and of the role. */
    Octets seal(Ieee1609Dot2Data data, HashedCertificate recipient, Class<? extends SecurityMgmtSsp> role)
            throws Unsuccessful {
        if (!Roles.holds(recipient, role) || !trust.isValid(recipient)) {
            throw Unsuccessful.notTrusted(AnswerRule.RECIPIENT_VALID, recipient + " as " + role.getSimpleName());
        }
        return Ieee1609Dot2Data.CODEC.encode(Ieee1609Dot2Data.of(Envelope.seal(
                Ieee1609Dot2Data.CODEC.encode(data),
                List.of(new Recipient.Holder(recipient)),
                SymmAlgorithm.AES128_CCM,
                platform.random())));
    }

    /**
     * Posts a stored request and gives the whole body of a good answer.
     *
     * @param stored the file of the request; a refusal that says why will not change for the same octets, so it ends the
     *     request and removes the file
     */
    Octets post(URI uri, Octets spdu, String stored) throws Unsuccessful {
        try {
            return post(uri, spdu);
        } catch (Unsuccessful e) {
            if (e.outcome() instanceof Outcome.Refused<?> refused && refused.number() != null) {
                platform.store().remove(stored);
            }
            throw e;
        }
    }

    private Octets post(URI uri, Octets spdu) throws Unsuccessful {
        Reply.Answer answer = answered(platform.transport().send(Call.post(uri, spdu, ANSWER_LIMIT)));
        if (answer.status() != 200 && !(answer.status() == 202 && !answer.body().isEmpty())) {
            throw unsuccessful(answer);
        }
        if (!answer.whole()) {
            throw new Unsuccessful(new Outcome.NoAnswer<>(
                    "the answer broke off after " + answer.body().length() + " octets"));
        }
        return answer.body();
    }

    /**
     * Asks for a file with a request signed by the enrolment certificate.
     *
     * @param from the first octet wanted, greater than 0 to resume
     * @return with status 200, or 206 or 416 where {@code from} was greater than 0
     */
    Reply.Answer download(Authority ra, String path, String filename, long from, int limit, CertifiedKeys enrollment)
            throws Unsuccessful {
        Octets request = seal(downloadRequest(filename, enrollment), ra.certificate(), SecurityMgmtSsp.Ra.class);
        Map<String, String> headers = new HashMap<>();
        headers.put(AUTHORIZATION_HEADER, Base64.getEncoder().encodeToString(request.toByteArray()));
        if (from > 0) {
            headers.put("Range", "bytes=" + from + "-");
        }
        URI uri = uri(ra.base(), path + "?filename=" + URLEncoder.encode(filename, StandardCharsets.UTF_8));
        Reply.Answer answer = answered(platform.transport().send(Call.get(uri, headers, limit)));
        if (answer.status() == 404) {
            // The file is not there yet; what never comes to be is for the caller to give up.
            throw new Unsuccessful(new Outcome.TryLater<>(later(answer)));
        }
        boolean aboutTheRange = answer.status() == 206 || answer.status() == 416;
        if (answer.status() != 200 && !(aboutTheRange && from > 0)) {
            throw unsuccessful(answer);
        }
        return answer;
    }

    private Ieee1609Dot2Data downloadRequest(String filename, CertifiedKeys enrollment) {
        ScmsPdu pdu = ScmsPdu.of(new ScmsPdu.Content.EeRa(EeRaDownloadRequest.of(now32(), filename)));
        SignedDataPayload payload = SignedDataPayload.of(
                Ieee1609Dot2Data.of(new Ieee1609Dot2Content.UnsecuredData(ScmsPdu.CODEC.encode(pdu))));
        HashedCertificate certificate = enrollment.certificate();
        SignedData signed = MessageSignature.sign(
                new ToBeSignedData(payload, HeaderInfo.of(SecurityMgmtPsid.PSID)),
                certificate,
                new SignerIdentifier.Certificates(List.of(certificate.encoded())),
                enrollment.signer(platform.random()));
        return Ieee1609Dot2Data.of(signed);
    }

    /** Reads a signed SPDU and verifies that a holder of {@code role} signed it. */
    <T> Verified<T> verified(
            Codec<SignedSpdu<T>> codec,
            Octets spdu,
            Class<? extends SecurityMgmtSsp> role,
            List<HashedCertificate> further)
            throws Unsuccessful {
        return verified(read(codec, spdu), role, further);
    }

    <T> Verified<T> verified(SignedSpdu<T> spdu, Class<? extends SecurityMgmtSsp> role, List<HashedCertificate> further)
            throws Unsuccessful {
        MessageValidator validator =
                new MessageValidator(trust.store(further), platform.verifier(), platform.revocation());
        return switch (validator.validate(spdu.signedData(), Time64.of(now()))) {
            case MessageVerdict.Invalid invalid ->
                throw Unsuccessful.notTrusted(AnswerRule.SIGNER_VALID, invalid.rule() + ": " + invalid.found());
            case MessageVerdict.Valid valid -> {
                if (!Roles.holds(valid.certificate(), role)) {
                    throw Unsuccessful.notTrusted(
                            AnswerRule.SIGNER_ROLE, valid.certificate() + " is not " + role.getSimpleName());
                }
                yield new Verified<>(spdu.content().value(), valid.certificate());
            }
        };
    }

    /** A message and who signed it. */
    record Verified<T>(T message, HashedCertificate signer) {}

    static <T> T read(Codec<T> codec, Octets octets) throws Unsuccessful {
        try {
            return codec.decode(octets, Reading.STRICT).value();
        } catch (DecodeException e) {
            throw Unsuccessful.unreadable(e);
        }
    }

    private static Reply.Answer answered(Reply reply) throws Unsuccessful {
        return switch (reply) {
            case Reply.Answer answer -> answer;
            case Reply.NoAnswer(String reason) -> throw new Unsuccessful(new Outcome.NoAnswer<>(reason));
        };
    }

    private Unsuccessful unsuccessful(Reply.Answer answer) {
        return switch (answer.status()) {
            case 202, 408, 429, 503 -> new Unsuccessful(new Outcome.TryLater<>(later(answer)));
            default -> {
                @Nullable
                String number = answer.header(ERROR_HEADER)
                        .filter(text -> text.matches("[0-9]{3}-[0-9]{1,4}"))
                        .orElse(null);
                yield new Unsuccessful(
                        new Outcome.Refused<>(answer.status(), number, ErrorSentences.of(answer.status(), number)));
            }
        };
    }

    /** Retry-After in seconds or as a date (RFC 9110 10.2.3), within reason. */
    private Instant later(Reply.Answer answer) {
        Instant now = now();
        Instant asked = answer.header("Retry-After")
                .flatMap(value -> retryAfter(value, now))
                .orElse(now.plus(USUAL_WAIT));
        Instant latest = now.plus(LONGEST_WAIT);
        return asked.isBefore(now) ? now : asked.isAfter(latest) ? latest : asked;
    }

    private static Optional<Instant> retryAfter(String value, Instant now) {
        if (value.matches("[0-9]{1,9}")) {
            return Optional.of(now.plusSeconds(Long.parseLong(value)));
        }
        try {
            return Optional.of(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
