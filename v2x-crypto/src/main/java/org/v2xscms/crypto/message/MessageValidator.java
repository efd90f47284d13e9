package org.v2xscms.crypto.message;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.HeaderInfo;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSsp;
import org.v2xscms.codec.ieee1609dot2.basetypes.ThreeDLocation;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.ieee1609dot2.basetypes.ValidityPeriod;
import org.v2xscms.codec.view.Json;
import org.v2xscms.codec.view.Resolver;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.crypto.validation.ChainValidator;
import org.v2xscms.crypto.validation.RegionInForce;
import org.v2xscms.crypto.validation.RevocationCheck;
import org.v2xscms.crypto.validation.TrustStore;
import org.v2xscms.crypto.validation.ValidationResult;

/**
 * Validates signed data: its signer's certificate, what that certificate permits, and the signature, in the order of what
 * they cost. Whether the application finds the data fresh and relevant is the application's to say.
 */
public final class MessageValidator {

    private final TrustStore trust;
    private final SignatureVerifier verifier;
    private final RevocationCheck revocation;

    public MessageValidator(TrustStore trust, SignatureVerifier verifier, RevocationCheck revocation) {
        this.trust = trust;
        this.verifier = verifier;
        this.revocation = revocation;
    }

    /** Validates {@code data}, which carries its payload or the hash of it, at the time {@code at}. */
    public MessageVerdict validate(SignedData data, Time64 at) {
        return switch (data.signer()) {
            case SignerIdentifier.Certificates(var certificates) -> {
                List<HashedCertificate> sent =
                        certificates.stream().map(HashedCertificate::of).toList();
                yield validate(data, sent.getFirst(), trust.with(sent), at);
            }
            case SignerIdentifier.Digest(var id) ->
                trust.withId(id).stream()
                        .findFirst()
                        .map(certificate -> validate(data, certificate, trust, at))
                        .orElseGet(() -> refused(MessageRule.SIGNER_KNOWN, "no certificate " + id, null));
            case SignerIdentifier.Self _ ->
                refused(MessageRule.SIGNER_KNOWN, "signed by the key it carries, which nobody vouches for", null);
            case SignerIdentifier.Unknown _ ->
                refused(MessageRule.SIGNER_KNOWN, "an unknown kind of signer identifier", null);
        };
    }

    private MessageVerdict validate(SignedData data, HashedCertificate certificate, TrustStore store, Time64 at) {
        ValidationResult signer = new ChainValidator(store, verifier, revocation).validate(certificate, at);
        return switch (signer) {
            case ValidationResult.Invalid invalid ->
                refused(
                        MessageRule.SIGNER_VALID,
                        invalid.violations().getFirst().toString(),
                        invalid);
            case ValidationResult.Valid valid -> validate(data, certificate, valid, at);
        };
    }

    /**
     * Validates {@code data} under a certificate that was validated before, for receivers that keep the certificates of
     * their neighbours. That {@code signer} is still right at the time {@code at}, and that {@code data} names
     * {@code certificate}, is the caller's to know.
     */
    public MessageVerdict validate(
            SignedData data, HashedCertificate certificate, ValidationResult.Valid signer, Time64 at) {
        ToBeSignedCertificate holder = certificate.certificate().toBeSigned().value();
        HeaderInfo header = data.tbsData().value().headerInfo();
        PublicPoint key = signer.key();
        if (HashFunction.of(data.hashId()) != key.curve().hash()) {
            return refused(MessageRule.HASH_OF_KEY, data.hashId() + " with a key on " + key.curve(), signer);
        }
        List<PsidSsp> permissions = holder.appPermissions();
        if (permissions == null
                || permissions.stream()
                        .noneMatch(permission -> permission.psid().equals(header.psid()))) {
            return refused(
                    MessageRule.PERMISSION, "PSID " + header.psid().value() + " is not in the certificate", signer);
        }
        Optional<MessageVerdict> refusal = time(header, holder.validityPeriod(), at, signer)
                .or(() -> location(header.generationLocation(), signer));
        return refusal.orElseGet(() -> MessageSignature.verify(data, certificate, key, verifier)
                .<MessageVerdict>map(form -> new MessageVerdict.Valid(certificate, signer, form))
                .orElseGet(() -> refused(
                        MessageRule.SIGNATURE, "the signature does not fit the data and the certificate", signer)));
    }

    private static Optional<MessageVerdict> time(
            HeaderInfo header, ValidityPeriod validity, Time64 at, ValidationResult signer) {
        Time64 generated = header.generationTime();
        if (generated != null
                && (generated.compareTo(validity.startTime()) < 0 || generated.compareTo(validity.endTime()) >= 0)) {
            return Optional.of(refused(
                    MessageRule.GENERATED_WITHIN_VALIDITY,
                    "generated at " + generated.toInstant() + ", valid from "
                            + validity.startTime().toInstant() + " to "
                            + validity.endTime().toInstant(),
                    signer));
        }
        Time64 expiry = header.expiryTime();
        if (expiry != null && (expiry.compareTo(at) < 0 || (generated != null && expiry.compareTo(generated) <= 0))) {
            return Optional.of(refused(
                    MessageRule.NOT_EXPIRED,
                    "expired at " + expiry.toInstant() + ", asked at " + at.toInstant(),
                    signer));
        }
        return Optional.empty();
    }

    /** The region is that of the certificate or the nearest one above it; borders of named countries we do not know. */
    private static Optional<MessageVerdict> location(@Nullable ThreeDLocation location, ValidationResult signer) {
        RegionInForce region = RegionInForce.of(signer.steps());
        return location == null || !region.excludes(location)
                ? Optional.empty()
                : Optional.of(refused(
                        MessageRule.GENERATED_WITHIN_REGION,
                        Json.of(ThreeDLocation.CODEC, location, Resolver.NONE) + " is outside " + region,
                        signer));
    }

    private static MessageVerdict refused(MessageRule rule, String found, @Nullable ValidationResult signer) {
        return new MessageVerdict.Invalid(rule, found, signer);
    }
}
