package org.v2xscms.obu.provisioning;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.VerificationKeyIndicator;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.ieee1609dot2.basetypes.ValidityPeriod;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SecurityMgmtSsp;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.butterfly.ExplicitButterfly;
import org.v2xscms.crypto.certificate.CurvePoints;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.certificate.HashedForm;
import org.v2xscms.crypto.certificate.Roles;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.curve.PrivateScalar;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.ecqv.EcqvKeys;
import org.v2xscms.crypto.ecqv.EcqvReconstruction;
import org.v2xscms.crypto.hash.Digest;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.secret.SecretOctets;
import org.v2xscms.crypto.sign.SigningInput;
import org.v2xscms.crypto.validation.ChainValidator;
import org.v2xscms.crypto.validation.ValidationResult;

/**
 * A certificate that an authority has issued to this device, judged as every receiver of our messages will judge it, and
 * the way to its private key.
 *
 * @param issuer the authority's certificate, of the role that may issue it
 * @param issuerKey the authority's key
 * @param key the certificate's key
 */
record IssuedCertificate(
        HashedCertificate certificate, HashedCertificate issuer, PublicPoint issuerKey, PublicPoint key) {

    /**
     * Judges {@code encoded} at the time {@code now}, or at its start where that is to come.
     *
     * @param role which authority may issue it
     */
    static IssuedCertificate check(
            Encoded<Certificate> encoded, ChainValidator validator, Class<? extends SecurityMgmtSsp> role, Time64 now)
            throws Unsuccessful {
        HashedCertificate certificate = HashedCertificate.of(encoded);
        Time64 start = content(certificate).validityPeriod().startTime();
        Time64 at = start.compareTo(now) > 0 ? start : now;
        ValidationResult.Valid valid = valid(validator.validate(certificate, at));
        List<ValidationResult.Step> chain = valid.steps();
        if (chain.size() < 2) {
            throw Unsuccessful.notTrusted(AnswerRule.CERTIFICATE_ISSUER, certificate + " has no issuer");
        }
        HashedCertificate issuer = chain.get(chain.size() - 2).certificate();
        if (!Roles.holds(issuer, role)) {
            throw Unsuccessful.notTrusted(
                    AnswerRule.CERTIFICATE_ISSUER, "the issuer, " + issuer + ", is not " + role.getSimpleName());
        }
        PublicPoint issuerKey = valid(validator.validate(issuer, at)).key();
        return new IssuedCertificate(certificate, issuer, issuerKey, valid.key());
    }

    private static ValidationResult.Valid valid(ValidationResult result) throws Unsuccessful {
        return switch (result) {
            case ValidationResult.Valid valid -> valid;
            case ValidationResult.Invalid invalid ->
                throw Unsuccessful.notTrusted(
                        AnswerRule.CERTIFICATE_VALID,
                        invalid.certificate() + ": " + invalid.violations().getFirst());
        };
    }

    ToBeSignedCertificate content() {
        return content(certificate);
    }

    private static ToBeSignedCertificate content(HashedCertificate certificate) {
        return certificate.certificate().toBeSigned().value();
    }

    /**
     * Compares with what was asked for, beyond id and validity: type, permissions, region and encryption key. A region that
     * was not asked for may be set.
     */
    void requireContent(CertificateType type, ToBeSignedCertificate requested) throws Unsuccessful {
        ToBeSignedCertificate content = content();
        require(
                certificate.certificate().type() == type,
                "type " + certificate.certificate().type());
        require(
                Objects.equals(content.appPermissions(), requested.appPermissions()),
                "appPermissions " + content.appPermissions());
        require(
                Objects.equals(content.certRequestPermissions(), requested.certRequestPermissions()),
                "certRequestPermissions " + content.certRequestPermissions());
        require(content.certIssuePermissions() == null, "certIssuePermissions, which no device has");
        require(
                requested.region() == null || requested.region().equals(content.region()),
                "region " + content.region());
        require(
                Objects.equals(content.encryptionKey(), requested.encryptionKey()),
                "encryptionKey " + content.encryptionKey());
    }

    /** The id asked for, and a validity inside the one asked for; a zero start and duration leave it to the issuer. */
    void requireHolder(ToBeSignedCertificate requested) throws Unsuccessful {
        require(content().id().equals(requested.id()), "id " + content().id());
        ValidityPeriod asked = requested.validityPeriod();
        ValidityPeriod given = content().validityPeriod();
        boolean leftToTheIssuer =
                asked.start().seconds() == 0 && asked.duration().value() == 0;
        require(
                leftToTheIssuer
                        || (given.startTime().compareTo(asked.startTime()) >= 0
                                && given.endTime().compareTo(asked.endTime()) <= 0),
                "valid from " + given.startTime().toInstant() + " to "
                        + given.endTime().toInstant());
    }

    static void require(boolean holds, String found) throws Unsuccessful {
        require(AnswerRule.CERTIFICATE_CONTENT, holds, found);
    }

    static void require(AnswerRule rule, boolean holds, String found) throws Unsuccessful {
        if (!holds) {
            throw Unsuccessful.notTrusted(rule, found);
        }
    }

    /**
     * The key pair of the certificate, closed by the caller.
     *
     * @param requestKey kU or the cocoon key b; stays the caller's
     * @param privateKeyInfo r for an implicit certificate, c for an explicit one from butterfly keys, otherwise null
     */
    KeyPair keys(PrivateScalar requestKey, @Nullable Octets privateKeyInfo, boolean butterfly) throws Unsuccessful {
        boolean implicit = content().verifyKeyIndicator() instanceof VerificationKeyIndicator.ReconstructionValue;
        boolean needed = implicit || butterfly;
        require(
                AnswerRule.CERTIFIED_KEY,
                needed == (privateKeyInfo != null),
                needed ? "no privateKeyInfo" : "a privateKeyInfo where none has a meaning");
        if (privateKeyInfo == null) {
            require(
                    AnswerRule.CERTIFIED_KEY,
                    requestKey.publicPoint().equals(key),
                    "another key than that of the request");
            return new KeyPair(copy(requestKey), key);
        }
        return content().verifyKeyIndicator() instanceof VerificationKeyIndicator.ReconstructionValue(var value)
                ? reconstructed(
                        requestKey,
                        privateKeyInfo,
                        CurvePoints.decode(Curve.NIST_P256, value).orElseThrow())
                : ExplicitButterfly.keys(requestKey, privateKeyInfo, key)
                        .orElseThrow(() -> Unsuccessful.notTrusted(
                                AnswerRule.CERTIFIED_KEY, "b + c is not the private key of the certificate"));
    }

    private KeyPair reconstructed(PrivateScalar requestKey, Octets r, PublicPoint reconstructionValue)
            throws Unsuccessful {
        Digest e = new SigningInput.DoubleHash(HashFunction.SHA256)
                .digest(certificate.toBeSignedOctets(HashedForm.CANONICAL), issuer.octets(HashedForm.CANONICAL));
        return switch (EcqvReconstruction.keys(requestKey, r, reconstructionValue, e, issuerKey)) {
            case EcqvKeys.Reconstructed(KeyPair keys) -> keys;
            case EcqvKeys.Refused(EcqvKeys.Reason reason) ->
                throw Unsuccessful.notTrusted(AnswerRule.CERTIFIED_KEY, "reconstruction: " + reason);
        };
    }

    private static PrivateScalar copy(PrivateScalar scalar) {
        try (SecretOctets octets = scalar.toSecretOctets()) {
            return PrivateScalar.of(scalar.curve(), octets).orElseThrow();
        }
    }
}
