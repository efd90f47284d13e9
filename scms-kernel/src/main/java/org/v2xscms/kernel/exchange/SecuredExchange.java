package org.v2xscms.kernel.exchange;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.EncryptedData;
import org.v2xscms.codec.ieee1609dot2.HeaderInfo;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Content;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.ieee1609dot2.SignedDataPayload;
import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedData;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmAlgorithm;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SecurityMgmtPsid;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Limits;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.envelope.Envelope;
import org.v2xscms.crypto.envelope.Opening;
import org.v2xscms.crypto.envelope.Recipient;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.message.MessageSignature;
import org.v2xscms.crypto.message.MessageValidator;
import org.v2xscms.crypto.message.MessageVerdict;
import org.v2xscms.hsm.MessageKind;
import org.v2xscms.kernel.http.ErrorNumber;
import org.v2xscms.messages.BackEndMessage;
import org.v2xscms.messages.BackEndPdu;

/**
 * Makes and judges the SPDUs between authorities: {@code Encrypted(Signed(BackEndMessage))}.
 *
 * <p>The signature is one of PSID 35 with generationTime and the whole signing certificate. A message counts if its
 * certificate leads to a trusted root, states an allowed role, and the message is not older or newer than the clocks may
 * differ. Nothing in it names a transport, a trace or an earlier message, but for the hash of the request in an answer.
 */
public final class SecuredExchange {

    private static final Reading READING = Reading.STRICT.withLimits(Limits.FILE);

    private final AuthorityIdentity own;
    private final Trust trust;
    private final InstantSource clock;
    private final Duration tolerance;
    private final SecureRandom random;

    /** @param tolerance how old a message may be, and how far its sender's clock ahead */
    public SecuredExchange(
            AuthorityIdentity own, Trust trust, InstantSource clock, Duration tolerance, SecureRandom random) {
        this.own = own;
        this.trust = trust;
        this.clock = clock;
        this.tolerance = tolerance;
        this.random = random;
    }

    /** What an SPDU turned out to be. */
    public sealed interface Opened {

        /**
         * A message that counts.
         *
         * @param sender its signer's certificate, which holds one of the allowed roles
         * @param signed the signed SPDU without its encryption, which the receiver may show to others as evidence
         * @param hash SHA-256 of the SPDU as received
         */
        record Message(BackEndPdu pdu, @Nullable Octets inReplyTo, HashedCertificate sender, Octets signed, Octets hash)
                implements Opened {}

        /**
         * An SPDU that does not count.
         *
         * @param reason one sentence for the operator's log, without values from the message
         */
        record Refused(ErrorNumber number, String reason) implements Opened {}
    }

    /** A request to the holder of {@code recipient}. */
    public Octets sealRequest(BackEndPdu pdu, HashedCertificate recipient) {
        return seal(sign(BackEndMessage.request(pdu)), recipient);
    }

    /** An answer to the SPDU with the hash {@code requestHash}. */
    public Octets sealAnswer(BackEndPdu pdu, Octets requestHash, HashedCertificate recipient) {
        return seal(sign(BackEndMessage.answer(requestHash, pdu)), recipient);
    }

    /** A signed statement that its receiver passes on as evidence; see {@link #statement}. */
    public Octets signStatement(BackEndPdu pdu) {
        return sign(BackEndMessage.request(pdu));
    }

    /** Opens an SPDU that must come from one of {@code allowed}. */
    public Opened open(Octets received, Set<Role> allowed) {
        EncryptedData encrypted;
        try {
            if (!(data(received) instanceof EncryptedData found)) {
                return refused(ErrorNumber.ENCRYPTION_MISSING, "not encrypted");
            }
            encrypted = found;
        } catch (DecodeException e) {
            return refused(ErrorNumber.NOT_PARSED, "not an Ieee1609Dot2Data: " + e.clause());
        }
        return switch (Envelope.open(encrypted, own.openingKey())) {
            case Opening.NotForThisKey() -> refused(ErrorNumber.NOT_DECRYPTED, "not encrypted to this certificate");
            case Opening.Refused() -> refused(ErrorNumber.NOT_DECRYPTED, "does not decrypt");
            case Opening.Opened(Octets plaintext, var dataKey) -> {
                dataKey.close();
                yield read(plaintext, HashFunction.SHA256.digest(received).value(), allowed, tolerance);
            }
        };
    }

    /**
     * Judges a signed statement that somebody else passes on.
     *
     * @param age how old it may be
     */
    public Opened statement(Octets signed, Set<Role> allowed, Duration age) {
        return read(signed, HashFunction.SHA256.digest(signed).value(), allowed, age);
    }

    private Opened read(Octets signedSpdu, Octets hash, Set<Role> allowed, Duration age) {
        BackEndMessage message;
        SignedData signed;
        try {
            if (!(data(signedSpdu) instanceof SignedData found)) {
                return refused(ErrorNumber.NOT_PARSED, "not signed");
            }
            signed = found;
            Optional<Octets> payload = signed.unsecuredPayload();
            if (payload.isEmpty()) {
                return refused(ErrorNumber.NOT_PARSED, "no payload");
            }
            message = BackEndMessage.CODEC.decode(payload.get(), READING).value();
        } catch (DecodeException e) {
            return refused(ErrorNumber.NOT_PARSED, "not a back-end message: " + e.clause());
        }
        HeaderInfo header = signed.tbsData().value().headerInfo();
        if (!header.psid().equals(SecurityMgmtPsid.PSID) || header.generationTime() == null) {
            return refused(ErrorNumber.OTHER_FIELDS_NOT_ALLOWED, "no PSID 35 with generationTime");
        }
        return switch (new MessageValidator(trust.store(), trust.verifier(), trust.revocation())
                .validate(signed, Time64.of(clock.instant()))) {
            case MessageVerdict.Invalid invalid ->
                refused(number(invalid), "signature or certificate: " + invalid.rule());
            case MessageVerdict.Valid valid -> {
                if (Role.of(valid.certificate()).filter(allowed::contains).isEmpty()) {
                    yield refused(ErrorNumber.APP_PERMISSIONS_NOT_ALLOWED, "the sender's role may not send this");
                }
                yield timely(header.generationTime(), age)
                        .orElseGet(() -> new Opened.Message(
                                message.pdu(), message.inReplyTo(), valid.certificate(), signedSpdu, hash));
            }
        };
    }

    private Optional<Opened> timely(Time64 generated, Duration age) {
        Instant now = clock.instant();
        Instant at = generated.toInstant();
        if (at.isAfter(now.plus(tolerance))) {
            return Optional.of(refused(ErrorNumber.GENERATION_TIME_IN_FUTURE, "generated in the future"));
        }
        return at.isBefore(now.minus(age))
                ? Optional.of(refused(ErrorNumber.RA_MAX_AGE, "generated too long ago"))
                : Optional.empty();
    }

    private static ErrorNumber number(MessageVerdict.Invalid invalid) {
        return switch (invalid.rule()) {
            case SIGNER_KNOWN, SIGNER_VALID -> ErrorNumber.CHAIN_NOT_VERIFIED;
            default -> ErrorNumber.SIGNATURE_NOT_VERIFIED;
        };
    }

    private static Ieee1609Dot2Content data(Octets octets) throws DecodeException {
        return Ieee1609Dot2Data.CODEC.decode(octets, READING).value().content();
    }

    private Octets sign(BackEndMessage message) {
        HeaderInfo header = new HeaderInfo(
                SecurityMgmtPsid.PSID,
                Time64.of(clock.instant()),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Additions.NONE);
        Ieee1609Dot2Data payload =
                Ieee1609Dot2Data.of(new Ieee1609Dot2Content.UnsecuredData(BackEndMessage.CODEC.encode(message)));
        SignedData signed = MessageSignature.sign(
                new ToBeSignedData(SignedDataPayload.of(payload), header),
                own.certificate(),
                new SignerIdentifier.Certificates(List.of(own.certificate().encoded())),
                own.signer(message.inReplyTo() == null ? MessageKind.SIGNED_REQUEST : MessageKind.SIGNED_RESPONSE));
        return Ieee1609Dot2Data.CODEC.encode(Ieee1609Dot2Data.of(signed));
    }

    /** A signed SPDU, encrypted to the holder of {@code recipient}. */
    Octets seal(Octets signed, HashedCertificate recipient) {
        // A key wrapped by SM2 is one for SM4; every other recipient takes AES.
        SymmAlgorithm algorithm =
                own.signingKey().curve() == Curve.SM2 ? SymmAlgorithm.SM4_CCM : SymmAlgorithm.AES128_CCM;
        EncryptedData sealed = Envelope.seal(signed, List.of(new Recipient.Holder(recipient)), algorithm, random);
        return Ieee1609Dot2Data.CODEC.encode(Ieee1609Dot2Data.of(sealed));
    }

    private static Opened refused(ErrorNumber number, String reason) {
        return new Opened.Refused(number, reason);
    }
}
