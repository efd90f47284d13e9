package org.v2xscms.application.claim;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.ieee1609dot2.basetypes.ValidityPeriod;
import org.v2xscms.codec.misbehaviour.V2xPduStream;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.message.MessageSignature;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.crypto.validation.ChainValidator;
import org.v2xscms.crypto.validation.RegionInForce;
import org.v2xscms.crypto.validation.RevocationCheck;
import org.v2xscms.crypto.validation.TrustStore;
import org.v2xscms.crypto.validation.ValidationResult;

/**
 * Makes evidence of received octets by verifying them again: the chain of the signer's certificate, at the time the message
 * was generated or, where that lies outside the certificate's validity, at its start; and the signature. What the
 * certificate permits is not asked, because breaking that is misbehaviour; nor whether it has been revoked since.
 */
public final class EvidenceReader {

    private final TrustStore trust;
    private final SignatureVerifier verifier;

    public EvidenceReader(TrustStore trust, SignatureVerifier verifier) {
        this.trust = trust;
        this.verifier = verifier;
    }

    /** Whether octets are evidence. */
    public sealed interface Evidence {

        record Verified(EvidenceMessage message) implements Evidence {}

        /** Nobody can be held to these octets. */
        record Rejected(String reason) implements Evidence {}
    }

    /**
     * What a stream is worth.
     *
     * @param verified the messages that are evidence, in the order of the stream
     * @param rejected why the others are not
     */
    public record StreamEvidence(List<EvidenceMessage> verified, List<String> rejected) {
        public StreamEvidence {
            verified = List.copyOf(verified);
            rejected = List.copyOf(rejected);
        }
    }

    /** Verifies all messages of a stream, taking the certificate from the stream or from whichever message carries it. */
    public StreamEvidence read(V2xPduStream stream) {
        if (stream.type() != V2xPduStream.IEEE_1609_DOT_2_DATA) {
            return new StreamEvidence(List.of(), List.of("messages of type " + stream.type()));
        }
        List<HashedCertificate> known = new ArrayList<>();
        if (stream.certificate() != null) {
            known.add(HashedCertificate.of(stream.certificate()));
        }
        for (Octets pdu : stream.v2xPdus()) {
            inline(pdu).forEach(known::add);
        }
        List<EvidenceMessage> verified = new ArrayList<>();
        List<String> rejected = new ArrayList<>();
        for (Octets pdu : stream.v2xPdus()) {
            switch (read(pdu, known)) {
                case Evidence.Verified(EvidenceMessage message) -> verified.add(message);
                case Evidence.Rejected(String reason) -> rejected.add(reason);
            }
        }
        return new StreamEvidence(verified, rejected);
    }

    /**
     * Verifies one message.
     *
     * @param known certificates that a digest may refer to, besides those of the trust store
     */
    public Evidence read(Octets pdu, List<HashedCertificate> known) {
        SignedData data = signedData(pdu);
        if (data == null) {
            return new Evidence.Rejected("not signed data");
        }
        TrustStore store = trust.with(known);
        return switch (data.signer()) {
            case SignerIdentifier.Certificates(var certificates) -> {
                List<HashedCertificate> sent =
                        certificates.stream().map(HashedCertificate::of).toList();
                yield verify(pdu, data, sent.getFirst(), trust.with(sent));
            }
            case SignerIdentifier.Digest(var id) ->
                store.withId(id).stream()
                        .findFirst()
                        .map(certificate -> verify(pdu, data, certificate, store))
                        .orElseGet(() -> new Evidence.Rejected("no certificate " + id));
            case SignerIdentifier.Self _, SignerIdentifier.Unknown _ ->
                new Evidence.Rejected("not signed with a certificate");
        };
    }

    private Evidence verify(Octets pdu, SignedData data, HashedCertificate certificate, TrustStore store) {
        ValidationResult chain = new ChainValidator(store, verifier, RevocationCheck.NONE)
                .validate(certificate, within(certificate, data));
        return switch (chain) {
            case ValidationResult.Invalid invalid ->
                new Evidence.Rejected(invalid.violations().getFirst().toString());
            case ValidationResult.Valid valid ->
                HashFunction.of(data.hashId()) == valid.key().curve().hash()
                                && MessageSignature.verify(data, certificate, valid.key(), verifier)
                                        .isPresent()
                        ? new Evidence.Verified(
                                EvidenceMessage.of(pdu, data, certificate, RegionInForce.of(valid.steps())))
                        : new Evidence.Rejected("the signature does not fit the data and the certificate");
        };
    }

    private static Time64 within(HashedCertificate certificate, SignedData data) {
        ValidityPeriod validity = certificate.certificate().toBeSigned().value().validityPeriod();
        Time64 generated = data.tbsData().value().headerInfo().generationTime();
        return generated != null
                        && generated.compareTo(validity.startTime()) >= 0
                        && generated.compareTo(validity.endTime()) < 0
                ? generated
                : validity.startTime();
    }

    private static List<HashedCertificate> inline(Octets pdu) {
        SignedData data = signedData(pdu);
        return data != null && data.signer() instanceof SignerIdentifier.Certificates(var certificates)
                ? certificates.stream().map(HashedCertificate::of).toList()
                : List.of();
    }

    private static @Nullable SignedData signedData(Octets pdu) {
        try {
            return Ieee1609Dot2Data.CODEC
                                    .decode(pdu, Reading.AS_RECEIVED)
                                    .value()
                                    .content()
                            instanceof SignedData data
                    ? data
                    : null;
        } catch (DecodeException _) {
            // Octets that are no message prove nothing, whatever is wrong with them.
            return null;
        }
    }
}
