package org.v2xscms.crypto.realdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.v2xscms.codec.ieee1609dot2.HeaderInfo;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedData;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashAlgorithm;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.SharedVectors;
import org.v2xscms.crypto.certificate.CertificateSignatures;
import org.v2xscms.crypto.certificate.CertifiedKey;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.certificate.HashedForm;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.message.MessageSignature;
import org.v2xscms.crypto.message.MessageValidator;
import org.v2xscms.crypto.message.MessageVerdict;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.crypto.validation.RevocationCheck;
import org.v2xscms.crypto.validation.TrustStore;

/** Messages of cars and road side units in Europe, and the European trust list. */
class EuropeanMessagesTest {

    private static final SignatureVerifier VERIFIER = new BouncyCastleVerifier();

    /** The tickets as anchors: the certificates that issued them are not public. */
    private static TrustStore tickets() throws IOException, DecodeException {
        return TrustStore.of(
                List.of(
                        ticket("consider-it_cohda_cam_cert"),
                        ticket("consider-it_gn1"),
                        ticket("consider-it_gn2"),
                        ticket("consider-it_yunex_denm_bp256")),
                List.of());
    }

    private static HashedCertificate ticket(String name) throws IOException, DecodeException {
        return Real.certificate(SharedVectors.octets("eu-field/" + name + ".at.oer"));
    }

    private static SignedData message(String name) throws IOException, DecodeException {
        return Real.signedData(SharedVectors.octets("eu-field/" + name + ".spdu"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "consider-it_cohda_cam_cert",
                "consider-it_cohda_cam_digest",
                "consider-it_gn1",
                "consider-it_gn2",
                "consider-it_yunex_denm_bp256"
            })
    void eachMessageIsValidUnderItsTicketWhenItWasGenerated(String name) throws IOException, DecodeException {
        SignedData data = message(name);
        Time64 generated = data.tbsData().value().headerInfo().generationTime();
        MessageVerdict verdict = new MessageValidator(tickets(), VERIFIER, RevocationCheck.NONE)
                .validate(data, generated == null ? new Time64(0) : generated);
        assertInstanceOf(MessageVerdict.Valid.class, verdict, verdict::toString);
    }

    @Test
    void theMessageWithADigestIsOfTheCarWhoseTicketItNames() throws IOException, DecodeException {
        SignerIdentifier signer = message("consider-it_cohda_cam_digest").signer();
        assertEquals(
                List.of(ticket("consider-it_cohda_cam_cert")),
                tickets()
                        .withId(assertInstanceOf(SignerIdentifier.Digest.class, signer)
                                .value()));
    }

    @Test
    void curvesAreP256AndOneBrainpool() throws IOException, DecodeException {
        Map<String, Curve> curves = new TreeMap<>();
        for (String name : List.of("consider-it_gn1", "consider-it_gn2", "consider-it_yunex_denm_bp256")) {
            curves.put(name, Real.statedKey(ticket(name)).curve());
        }
        assertEquals(
                Map.of(
                        "consider-it_gn1", Curve.NIST_P256,
                        "consider-it_gn2", Curve.NIST_P256,
                        "consider-it_yunex_denm_bp256", Curve.BRAINPOOL_P256R1),
                curves);
    }

    /** The sender's schema has one extension less, so its octets are not those this edition writes. */
    @Test
    void aMessageOfAnOlderEditionVerifiesOnlyOverTheOctetsReceived() throws IOException, DecodeException {
        SignedData received = message("consider-it_gn1");
        HashedCertificate ticket = ticket("consider-it_gn1");
        assertTrue(verify(received, ticket).isPresent());

        ToBeSignedData tbsData = received.tbsData().value();
        HeaderInfo sent = tbsData.headerInfo();
        HeaderInfo ofThisEdition = new HeaderInfo(
                sent.psid(),
                sent.generationTime(),
                sent.expiryTime(),
                sent.generationLocation(),
                sent.p2pcdLearningRequest(),
                sent.missingCrlIdentifier(),
                sent.encryptionKey(),
                sent.inlineP2pcdRequest(),
                sent.requestedCertificate(),
                sent.pduFunctionalType(),
                sent.contributedExtensions(),
                Additions.NONE);
        Encoded<ToBeSignedData> rewritten =
                Encoded.of(ToBeSignedData.CODEC, new ToBeSignedData(tbsData.payload(), ofThisEdition));
        assertNotEquals(received.tbsData().octets(), rewritten.octets());
        SignedData changed = new SignedData(received.hashId(), rewritten, received.signer(), received.signature());
        assertFalse(verify(changed, ticket).isPresent());
    }

    private static Optional<HashedForm> verify(SignedData data, HashedCertificate ticket) {
        return MessageSignature.verify(data, ticket, Real.statedKey(ticket), VERIFIER);
    }

    @Test
    void trustListManagerSignsItselfAndTheTrustList() throws IOException, DecodeException {
        HashedCertificate manager = Real.certificate(SharedVectors.octets("eu-cpoc/tlm-level2.cert"));
        CertifiedKey.Certified key = assertInstanceOf(
                CertifiedKey.Certified.class, CertificateSignatures.checkSelfSigned(manager, VERIFIER));
        assertEquals(Curve.BRAINPOOL_P384R1, key.key().curve());
        Octets list = SharedVectors.octets("eu-cpoc/ectl-level2.spdu");
        SignedData data = Real.signedData(list);
        assertEquals(HashAlgorithm.SHA384, data.hashId());
        assertEquals(List.of(manager), Real.inline(data));
        assertTrue(MessageSignature.verify(data, manager, key.key(), VERIFIER).isPresent());
    }
}
