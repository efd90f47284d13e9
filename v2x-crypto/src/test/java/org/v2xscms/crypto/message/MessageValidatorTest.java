package org.v2xscms.crypto.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.v2xscms.codec.ieee1609dot2.HeaderInfo;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedData;
import org.v2xscms.codec.ieee1609dot2.basetypes.CircularRegion;
import org.v2xscms.codec.ieee1609dot2.basetypes.Elevation;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashAlgorithm;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.Latitude;
import org.v2xscms.codec.ieee1609dot2.basetypes.Longitude;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.ieee1609dot2.basetypes.ThreeDLocation;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.ieee1609dot2.basetypes.TwoDLocation;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.certificate.HashedForm;
import org.v2xscms.crypto.certificate.WireSignature;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.hash.Digest;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;
import org.v2xscms.crypto.sign.SigningInput;
import org.v2xscms.crypto.sign.SoftwareSigner;
import org.v2xscms.crypto.validation.Draft;
import org.v2xscms.crypto.validation.RevocationCheck;
import org.v2xscms.crypto.validation.TrustStore;
import org.v2xscms.crypto.validation.ValidationResult;

/** Each rule with a message that keeps it and one that breaks it alone. */
class MessageValidatorTest {

    private static final long START = Draft.START * 1_000_000;
    private static final long END = START + 100L * 3600 * 1_000_000;
    private static final Time64 NOW = new Time64(START + 1_000_000);

    private final Draft root = Draft.root();
    private final Draft authority = Draft.authority();
    private final Draft sender = Draft.endEntity();
    private final HashedCertificate rootCertificate;
    private HashedCertificate authorityCertificate;
    private HashedCertificate certificate;

    MessageValidatorTest() {
        rootCertificate = root.signedBySelf();
        authorityCertificate = authority.signedBy(root, rootCertificate);
        certificate = sender.signedBy(authority, authorityCertificate);
    }

    /** Issues the certificates below the root once more, after a test has changed their drafts. */
    private void issue() {
        authorityCertificate = authority.signedBy(root, rootCertificate);
        certificate = sender.signedBy(authority, authorityCertificate);
    }

    private MessageVerdict validate(SignedData data, Time64 at, RevocationCheck revocation) {
        TrustStore trust = TrustStore.of(List.of(rootCertificate), List.of(authorityCertificate, certificate));
        return new MessageValidator(trust, new BouncyCastleVerifier(), revocation).validate(data, at);
    }

    private MessageVerdict validate(HeaderInfo header, Time64 at) {
        return validate(signed(header, digest()), at, RevocationCheck.NONE);
    }

    private SignerIdentifier digest() {
        return new SignerIdentifier.Digest(certificate.id());
    }

    private SignedData signed(HeaderInfo header, SignerIdentifier identifier) {
        ToBeSignedData data = new ToBeSignedData(SampleMessages.payload("01"), header);
        return MessageSignature.sign(data, certificate, identifier, SoftwareSigner.deterministic(sender.keys));
    }

    /** With generation and expiry in microseconds after the certificate's start; null leaves one out. */
    private static HeaderInfo timed(@Nullable Long generated, @Nullable Long expiry) {
        return SampleMessages.header(
                SampleMessages.PSID,
                generated == null ? null : new Time64(START + generated),
                expiry == null ? null : new Time64(START + expiry),
                null);
    }

    private static MessageVerdict.Invalid assertBreaks(MessageRule rule, MessageVerdict verdict) {
        MessageVerdict.Invalid invalid = assertInstanceOf(MessageVerdict.Invalid.class, verdict, verdict::toString);
        assertEquals(rule, invalid.rule());
        return invalid;
    }

    private static void assertVerdict(@Nullable MessageRule rule, MessageVerdict verdict) {
        if (rule == null) {
            assertInstanceOf(MessageVerdict.Valid.class, verdict, verdict::toString);
        } else {
            assertBreaks(rule, verdict);
        }
    }

    @Test
    void messageThatKeepsAllRulesIsValid() {
        MessageVerdict.Valid valid = assertInstanceOf(MessageVerdict.Valid.class, validate(timed(0L, 2_000_000L), NOW));
        assertEquals(certificate, valid.certificate());
        assertEquals(HashedForm.CANONICAL, valid.form());
        assertEquals(3, valid.signer().steps().size());
    }

    /** The compiler asks for a case for each rule. */
    @ParameterizedTest
    @EnumSource(MessageRule.class)
    void everyRuleIsBrokenByAMessageThatKeepsTheOthers(MessageRule rule) {
        SignedData genuine = signed(timed(0L, 2_000_000L), digest());
        assertVerdict(null, validate(genuine, NOW, RevocationCheck.NONE));
        MessageVerdict verdict = switch (rule) {
            case SIGNER_KNOWN ->
                new MessageValidator(
                                TrustStore.of(List.of(rootCertificate), List.of(authorityCertificate)),
                                new BouncyCastleVerifier(),
                                RevocationCheck.NONE)
                        .validate(genuine, NOW);
            case SIGNER_VALID -> validate(genuine, NOW, listed -> Optional.of("on a list"));
            case HASH_OF_KEY -> validate(signedWithSha384(genuine), NOW, RevocationCheck.NONE);
            case PERMISSION -> validate(HeaderInfo.of(new Psid(33)), NOW);
            case GENERATED_WITHIN_VALIDITY -> validate(timed(-1L, 2_000_000L), NOW);
            case NOT_EXPIRED -> validate(timed(0L, 999_999L), NOW);
            case GENERATED_WITHIN_REGION -> {
                sender.region = new CircularRegion(new TwoDLocation(new Latitude(0), new Longitude(0)), 1000);
                issue();
                assertVerdict(null, validate(at(0), NOW));
                yield validate(at(90500), NOW);
            }
            case SIGNATURE -> validate(withPayload(genuine, "02"), NOW, RevocationCheck.NONE);
        };
        assertBreaks(rule, verdict);
    }

    /** Signed over the hash that does not go with the key. */
    private SignedData signedWithSha384(SignedData right) {
        Digest digest = new SigningInput.DoubleHash(HashFunction.SHA384)
                .digest(right.tbsData().octets(), certificate.octets(HashedForm.CANONICAL));
        WireSignature signature = new WireSignature(
                Curve.NIST_P256, SoftwareSigner.deterministic(sender.keys).sign(digest));
        return new SignedData(HashAlgorithm.SHA384, right.tbsData(), right.signer(), signature.toSignature());
    }

    /** The signature with data that it was not made for. */
    private static SignedData withPayload(SignedData genuine, String payload) {
        ToBeSignedData changed = new ToBeSignedData(
                SampleMessages.payload(payload), genuine.tbsData().value().headerInfo());
        return new SignedData(
                genuine.hashId(), Encoded.of(ToBeSignedData.CODEC, changed), genuine.signer(), genuine.signature());
    }

    @Test
    void certificateThatCameWithTheMessageNeedsNoStore() {
        SignedData data = signed(timed(0L, null), new SignerIdentifier.Certificates(List.of(certificate.encoded())));
        TrustStore issuers = TrustStore.of(List.of(rootCertificate), List.of(authorityCertificate));
        MessageValidator validator = new MessageValidator(issuers, new BouncyCastleVerifier(), RevocationCheck.NONE);
        assertInstanceOf(MessageVerdict.Valid.class, validator.validate(data, NOW));
        SignedData byDigest = signed(timed(0L, null), digest());
        assertNull(assertBreaks(MessageRule.SIGNER_KNOWN, validator.validate(byDigest, NOW))
                .signer());
    }

    @Test
    void chainThatCameWithTheMessageNeedsTheAnchorAlone() {
        SignedData data = signed(
                timed(0L, null),
                new SignerIdentifier.Certificates(List.of(certificate.encoded(), authorityCertificate.encoded())));
        TrustStore anchor = TrustStore.of(List.of(rootCertificate), List.of());
        assertInstanceOf(
                MessageVerdict.Valid.class,
                new MessageValidator(anchor, new BouncyCastleVerifier(), RevocationCheck.NONE).validate(data, NOW));
    }

    @Test
    void rootThatCameWithTheMessageIsNoAnchor() {
        SignedData data = signed(
                timed(0L, null),
                new SignerIdentifier.Certificates(
                        List.of(certificate.encoded(), authorityCertificate.encoded(), rootCertificate.encoded())));
        TrustStore empty = TrustStore.of(List.of(), List.of());
        assertBreaks(
                MessageRule.SIGNER_VALID,
                new MessageValidator(empty, new BouncyCastleVerifier(), RevocationCheck.NONE).validate(data, NOW));
    }

    @Test
    void unknownDigestAndSelfNameNoSigner() {
        SignerIdentifier unknown = new SignerIdentifier.Digest(new HashedId8(Octets.ofHex("0102030405060708")));
        SignedData data = signed(timed(0L, null), unknown);
        assertBreaks(MessageRule.SIGNER_KNOWN, validate(data, NOW, RevocationCheck.NONE));
        SignedData self = MessageSignature.selfSign(data.tbsData().value(), SoftwareSigner.deterministic(sender.keys));
        assertBreaks(MessageRule.SIGNER_KNOWN, validate(self, NOW, RevocationCheck.NONE));
    }

    @ParameterizedTest
    @CsvSource({
        "-1, SIGNER_VALID",
        "0,",
        "1,",
        "359999999999,",
        "360000000000, SIGNER_VALID",
        "360000000001, SIGNER_VALID"
    })
    void signerIsJudgedAtTheTimeAskedFor(long at, @Nullable MessageRule rule) {
        MessageVerdict verdict = validate(timed(null, null), new Time64(START + at));
        assertVerdict(rule, verdict);
        assertEquals(rule != null, verdict.signer() instanceof ValidationResult.Invalid);
    }

    @Test
    void revokedSignerIsNotValid() {
        RevocationCheck revoked = listed -> listed.equals(certificate) ? Optional.of("on a list") : Optional.empty();
        assertBreaks(MessageRule.SIGNER_VALID, validate(signed(timed(0L, null), digest()), NOW, revoked));
    }

    @Test
    void hashIsTheOneOfTheSignersKey() {
        SignedData right = signed(timed(0L, null), digest());
        SignedData wrong = signedWithSha384(right);
        assertEquals(
                HashedForm.CANONICAL,
                MessageSignature.verify(wrong, certificate, sender.keys.publicKey(), new BouncyCastleVerifier())
                        .orElseThrow(),
                "no other rule is broken");
        assertBreaks(MessageRule.HASH_OF_KEY, validate(wrong, NOW, RevocationCheck.NONE));
    }

    @ParameterizedTest
    @CsvSource({"32,", "33, PERMISSION"})
    void psidIsOneOfTheCertificates(long psid, @Nullable MessageRule rule) {
        assertVerdict(rule, validate(HeaderInfo.of(new Psid(psid)), NOW));
    }

    @Test
    void certificateWithoutApplicationPermissionsSignsNoData() {
        certificate = authorityCertificate;
        SignedData data = MessageSignature.sign(
                SampleMessages.of(SampleMessages.payload("01")),
                certificate,
                digest(),
                SoftwareSigner.deterministic(authority.keys));
        assertBreaks(MessageRule.PERMISSION, validate(data, NOW, RevocationCheck.NONE));
    }

    @ParameterizedTest
    @CsvSource({
        "-1, GENERATED_WITHIN_VALIDITY",
        "0,",
        "1,",
        "359999999999,",
        "360000000000, GENERATED_WITHIN_VALIDITY",
        "360000000001, GENERATED_WITHIN_VALIDITY"
    })
    void generatedWhileTheCertificateIsValid(long generated, @Nullable MessageRule rule) {
        assertEquals(END, START + 360_000_000_000L);
        assertVerdict(rule, validate(timed(generated, null), NOW));
    }

    /** NOW is one second after the start. */
    @ParameterizedTest
    @CsvSource({"999999, NOT_EXPIRED", "1000000,", "1000001,"})
    void expiryHasNotPassed(long expiry, @Nullable MessageRule rule) {
        assertVerdict(rule, validate(timed(null, expiry), NOW));
        assertVerdict(rule, validate(timed(0L, expiry), NOW));
    }

    /** Ieee1609Dot2, HeaderInfo: generationTime is strictly earlier than expiryTime. */
    @ParameterizedTest
    @CsvSource({"1999999,", "2000000, NOT_EXPIRED", "2000001, NOT_EXPIRED"})
    void expiryIsAfterGeneration(long generated, @Nullable MessageRule rule) {
        assertVerdict(rule, validate(timed(generated, 2_000_000L), NOW));
    }

    /** The circle has a radius of 1000 m; 0.1 microdegree of latitude is about 1.1 cm, so 90000 are some 1002 m. */
    @ParameterizedTest
    @CsvSource({"0,", "89000,", "90500, GENERATED_WITHIN_REGION", "900000001,"})
    void generatedInTheRegionOrNobodyKnowsWhere(int latitude, @Nullable MessageRule rule) {
        sender.region = new CircularRegion(new TwoDLocation(new Latitude(0), new Longitude(0)), 1000);
        issue();
        assertVerdict(rule, validate(at(latitude), NOW));
    }

    @Test
    void regionLeftOutIsTheIssuers() {
        authority.region = new CircularRegion(new TwoDLocation(new Latitude(0), new Longitude(0)), 1000);
        issue();
        assertVerdict(null, validate(at(0), NOW));
        assertBreaks(MessageRule.GENERATED_WITHIN_REGION, validate(at(90500), NOW));
    }

    private static HeaderInfo at(int latitude) {
        ThreeDLocation location = new ThreeDLocation(new Latitude(latitude), new Longitude(0), new Elevation(0));
        return SampleMessages.header(SampleMessages.PSID, null, null, location);
    }

    @Test
    void changedDataBreaksTheSignatureAlone() {
        SignedData genuine = signed(timed(0L, null), digest());
        SignedData forged = withPayload(genuine, "02");
        assertVerdict(null, validate(genuine, NOW, RevocationCheck.NONE));
        MessageVerdict.Invalid verdict =
                assertBreaks(MessageRule.SIGNATURE, validate(forged, NOW, RevocationCheck.NONE));
        assertInstanceOf(ValidationResult.Valid.class, verdict.signer());
    }
}
