package org.v2xscms.crypto.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.v2xscms.crypto.validation.Draft.all;
import static org.v2xscms.crypto.validation.Draft.group;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.EndEntityType;
import org.v2xscms.codec.ieee1609dot2.VerificationKeyIndicator;
import org.v2xscms.codec.ieee1609dot2.basetypes.Duration;
import org.v2xscms.codec.ieee1609dot2.basetypes.EccP256CurvePoint;
import org.v2xscms.codec.ieee1609dot2.basetypes.PublicVerificationKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.certificate.HashedForm;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;

class ChainValidatorTest {

    private static final Time64 TIME = new Time64((Draft.START + 1000) * 1_000_000);

    private final Draft root = Draft.root();
    private final Draft authority = Draft.authority();
    private final Draft endEntity = Draft.endEntity();

    private HashedCertificate rootCertificate() {
        return root.signedBySelf();
    }

    private HashedCertificate authorityCertificate() {
        return authority.signedBy(root, rootCertificate());
    }

    private HashedCertificate endEntityCertificate() {
        return endEntity.signedBy(authority, authorityCertificate());
    }

    private ValidationResult validate(HashedCertificate certificate, Time64 at, RevocationCheck revocation) {
        TrustStore trust = TrustStore.of(List.of(rootCertificate()), List.of(authorityCertificate()));
        return new ChainValidator(trust, new BouncyCastleVerifier(), revocation).validate(certificate, at);
    }

    private static List<Rule> broken(ValidationResult result) {
        return assertInstanceOf(ValidationResult.Invalid.class, result).violations().stream()
                .map(Violation::rule)
                .toList();
    }

    @Test
    void chainOfThreeIsValidAndGivesTheKey() {
        ValidationResult result = validate(endEntityCertificate(), TIME, RevocationCheck.NONE);
        ValidationResult.Valid valid = assertInstanceOf(ValidationResult.Valid.class, result);
        assertEquals(endEntity.keys.publicKey(), valid.key());
        assertEquals(
                List.of(rootCertificate(), authorityCertificate(), endEntityCertificate()),
                valid.steps().stream().map(ValidationResult.Step::certificate).toList());
        assertEquals(HashedForm.CANONICAL, valid.steps().getLast().form());
    }

    @ParameterizedTest
    @EnumSource(
            value = Curve.class,
            names = {"NIST_P384", "BRAINPOOL_P384R1"})
    void largeKeyAboveIsReferredToBySha384(Curve curve) {
        Draft large = Draft.root(curve);
        HashedCertificate largeRoot = large.signedBySelf();
        HashedCertificate below = authority.signedBy(large, largeRoot);
        TrustStore trust = TrustStore.of(List.of(largeRoot), List.of());
        assertInstanceOf(
                ValidationResult.Valid.class,
                new ChainValidator(trust, new BouncyCastleVerifier(), RevocationCheck.NONE).validate(below, TIME));
    }

    @ParameterizedTest
    @CsvSource({
        "-1, VALID_AT_TIME",
        "0,",
        "1,",
        "359999999999,",
        "360000000000, VALID_AT_TIME",
        "360000000001, VALID_AT_TIME"
    })
    void validFromItsStartUntilJustBeforeItsEnd(long microsecondsAfterStart, @Nullable Rule rule) {
        Time64 at = new Time64(Draft.START * 1_000_000 + microsecondsAfterStart);
        ValidationResult result = validate(rootCertificate(), at, RevocationCheck.NONE);
        assertEquals(
                rule == null ? List.of() : List.of(rule),
                result instanceof ValidationResult.Invalid ? broken(result) : List.of());
    }

    @Test
    void expiredAuthorityEndsTheChainAtTheAuthority() {
        authority.duration = new Duration.Seconds(1000);
        endEntity.duration = new Duration.Seconds(1000);
        ValidationResult result = validate(endEntityCertificate(), TIME, RevocationCheck.NONE);
        assertEquals(List.of(Rule.VALID_AT_TIME), broken(result));
        ValidationResult.Invalid invalid = assertInstanceOf(ValidationResult.Invalid.class, result);
        assertEquals(authorityCertificate(), invalid.certificate());
        assertEquals(1, invalid.steps().size());
    }

    @Test
    void unknownIssuerIsNamed() {
        Draft stranger = Draft.authority();
        stranger.start = Draft.START + 1;
        HashedCertificate certificate = endEntity.signedBy(stranger, stranger.signedBySelf());
        assertEquals(List.of(Rule.ISSUER_KNOWN), broken(validate(certificate, TIME, RevocationCheck.NONE)));
    }

    @Test
    void otherRootIsNoAnchor() {
        Draft other = Draft.root();
        other.start = Draft.START - 5;
        assertEquals(List.of(Rule.TRUST_ANCHOR), broken(validate(other.signedBySelf(), TIME, RevocationCheck.NONE)));
    }

    @Test
    void signatureOfAnotherAuthorityIsRefused() {
        HashedCertificate forged = endEntity.signedBy(endEntity, authorityCertificate());
        assertEquals(List.of(Rule.SIGNATURE), broken(validate(forged, TIME, RevocationCheck.NONE)));
    }

    @Test
    void changedCertificateIsRefused() {
        HashedCertificate genuine = endEntityCertificate();
        endEntity.crlSeries = 7;
        Certificate changed = new Certificate(
                3,
                genuine.certificate().type(),
                genuine.certificate().issuer(),
                endEntity.toBeSigned(),
                genuine.certificate().signature());
        assertEquals(List.of(Rule.SIGNATURE), broken(validate(Draft.hashed(changed), TIME, RevocationCheck.NONE)));
    }

    @Test
    void rootThatPermitsOneCertificateBelowEndsALongerChain() {
        root.issue = List.of(
                group(all(), 1, 0, EndEntityType.APP_AND_ENROL), group(Draft.only(99, null), 1, 1, EndEntityType.APP));
        authority.issue = List.of(group(Draft.only(99, null), 1, 0, EndEntityType.APP));
        endEntity.app = List.of(Draft.opaque(99, "00"));
        assertInstanceOf(ValidationResult.Valid.class, validate(endEntityCertificate(), TIME, RevocationCheck.NONE));
        root.issue =
                List.of(group(all(), 1, 1, EndEntityType.APP), group(Draft.only(99, null), 3, 0, EndEntityType.APP));
        authority.issue = List.of(group(all(), 1, 0, EndEntityType.APP));
        assertEquals(List.of(Rule.CHAIN_LENGTH), broken(validate(endEntityCertificate(), TIME, RevocationCheck.NONE)));
    }

    @Test
    void endlessChainIsCutOff() {
        List<HashedCertificate> certificates = new ArrayList<>();
        root.issue = List.of(group(all(), 1, -1, EndEntityType.APP));
        HashedCertificate above = rootCertificate();
        Draft signer = root;
        for (int i = 0; i < 9; i++) {
            Draft next = Draft.authority();
            next.issue = List.of(group(all(), 1, -1, EndEntityType.APP));
            next.crlSeries = i;
            above = next.signedBy(signer, above);
            signer = next;
            certificates.add(above);
        }
        TrustStore trust = TrustStore.of(List.of(rootCertificate()), certificates);
        ChainValidator validator = new ChainValidator(trust, new BouncyCastleVerifier(), RevocationCheck.NONE);
        assertInstanceOf(ValidationResult.Valid.class, validator.validate(certificates.get(6), TIME));
        assertEquals(List.of(Rule.CHAIN_SIZE), broken(validator.validate(certificates.get(7), TIME)));
    }

    @Test
    void revokedAuthorityEndsTheChain() {
        RevocationCheck revocation =
                certificate -> certificate.equals(authorityCertificate()) ? Optional.of("listed") : Optional.empty();
        assertEquals(List.of(Rule.NOT_REVOKED), broken(validate(endEntityCertificate(), TIME, revocation)));
    }

    @Test
    void revocationIsNotAskedAboutWhatNobodyIssued() {
        RevocationCheck asked = certificate -> {
            if (certificate.certificate().toBeSigned().value().certIssuePermissions() == null) {
                throw new AssertionError("asked about a forged certificate");
            }
            return Optional.empty();
        };
        HashedCertificate forged = endEntity.signedBy(endEntity, authorityCertificate());
        assertEquals(List.of(Rule.SIGNATURE), broken(validate(forged, TIME, asked)));
    }

    @Test
    void certificateSignedOverUncompressedKeyAsSentIsValidAndSaysSo() {
        endEntity.indicator = new VerificationKeyIndicator.VerificationKey(
                new PublicVerificationKey.EcdsaNistP256(new EccP256CurvePoint.UncompressedP256(
                        endEntity.keys.publicKey().x(),
                        endEntity.keys.publicKey().y())));
        ValidationResult result = validate(endEntityCertificate(), TIME, RevocationCheck.NONE);
        ValidationResult.Valid valid = assertInstanceOf(ValidationResult.Valid.class, result);
        assertEquals(HashedForm.AS_SENT, valid.steps().getLast().form());
    }

    @Test
    void certificateSentUncompressedButSignedCanonicallyIsValidCanonically() {
        HashedCertificate genuine = endEntityCertificate();
        endEntity.indicator = new VerificationKeyIndicator.VerificationKey(
                new PublicVerificationKey.EcdsaNistP256(new EccP256CurvePoint.UncompressedP256(
                        endEntity.keys.publicKey().x(),
                        endEntity.keys.publicKey().y())));
        Certificate uncompressed = new Certificate(
                3,
                genuine.certificate().type(),
                genuine.certificate().issuer(),
                endEntity.toBeSigned(),
                genuine.certificate().signature());
        HashedCertificate sent = HashedCertificate.of(Encoded.of(Certificate.CODEC, uncompressed));
        ValidationResult.Valid valid =
                assertInstanceOf(ValidationResult.Valid.class, validate(sent, TIME, RevocationCheck.NONE));
        assertEquals(HashedForm.CANONICAL, valid.steps().getLast().form());
        assertEquals(genuine.id(), sent.id());
    }
}
