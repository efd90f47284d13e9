package org.v2xscms.crypto.realdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.VerificationKeyIndicator;
import org.v2xscms.codec.ieee1609dot2.basetypes.EccP256CurvePoint;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.ieee1609dot2dot1.camp.CampEcaEeCertResponse;
import org.v2xscms.codec.ieee1609dot2dot1.camp.CampEeEcaCertRequest;
import org.v2xscms.codec.ieee1609dot2dot1.camp.CampScmsContent;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.CampEcaEeCertResponseSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.CampEeEcaCertRequestSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SignedCertificateRequest;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SignedSpdu;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.Hex;
import org.v2xscms.crypto.SharedVectors;
import org.v2xscms.crypto.certificate.CertificateSignatures;
import org.v2xscms.crypto.certificate.CertifiedKey;
import org.v2xscms.crypto.certificate.CurvePoints;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.certificate.HashedForm;
import org.v2xscms.crypto.certificate.WireSignature;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.ecqv.EcqvKeys;
import org.v2xscms.crypto.ecqv.EcqvReconstruction;
import org.v2xscms.crypto.hash.Digest;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.message.MessageSignature;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.crypto.sign.SigningInput;
import org.v2xscms.crypto.validation.ChainValidator;
import org.v2xscms.crypto.validation.RevocationCheck;
import org.v2xscms.crypto.validation.TrustStore;
import org.v2xscms.crypto.validation.ValidationResult;
import tools.jackson.databind.JsonNode;

/** Enrolment as a Korean system and its device did it, from the signed request to the private key. */
class EnrolmentExchangeTest {

    private static final SignatureVerifier VERIFIER = new BouncyCastleVerifier();

    private static JsonNode exchange() throws IOException {
        return SharedVectors.read("camp-enrolment-tta.json");
    }

    private static HashedCertificate certificate(JsonNode node, String name) throws DecodeException {
        return Real.certificate(Octets.ofHex(SharedVectors.hex(node, name)));
    }

    private static TrustStore trust(JsonNode exchange) throws DecodeException {
        return TrustStore.of(
                List.of(certificate(exchange, "rootCert")),
                List.of(certificate(exchange, "icaCert"), certificate(exchange, "ecaCert")));
    }

    private static Time64 start(HashedCertificate certificate) {
        return certificate.certificate().toBeSigned().value().validityPeriod().startTime();
    }

    @Test
    void eachAuthorityIsValidWhenItBegins() throws IOException, DecodeException {
        JsonNode exchange = exchange();
        ChainValidator validator = new ChainValidator(trust(exchange), VERIFIER, RevocationCheck.NONE);
        Map<String, Integer> chains = new TreeMap<>();
        for (String name : List.of("rootCert", "icaCert", "ecaCert", "raCert", "pcaCert", "maCert")) {
            HashedCertificate certificate = certificate(exchange, name);
            ValidationResult result = validator.validate(certificate, start(certificate));
            assertInstanceOf(ValidationResult.Valid.class, result, () -> name + " " + result);
            chains.put(name, result.steps().size());
        }
        assertEquals(Map.of("rootCert", 1, "icaCert", 2, "maCert", 2, "ecaCert", 3, "raCert", 3, "pcaCert", 3), chains);
    }

    @Test
    void eachRequestIsSignedByTheKeyItAsksFor() throws IOException, DecodeException {
        for (JsonNode round : exchange().get("cases")) {
            SignedCertificateRequest<CampScmsContent> request = request(round);
            assertInstanceOf(SignerIdentifier.Self.class, request.signer());
            PublicPoint key = requestedKey(request);
            assertEquals(
                    Hex.keyPair(Curve.NIST_P256, SharedVectors.hex(round, "initPriv"))
                            .publicKey(),
                    key);
            Digest digest = new SigningInput.DoubleHash(HashFunction.of(request.hashAlgorithmId()))
                    .digest(key, request.tbsRequest().octets(), Octets.EMPTY);
            WireSignature signature = WireSignature.of(request.signature()).orElseThrow();
            assertTrue(VERIFIER.verify(key, digest, signature.value()).isValid());
        }
    }

    /** The server of this exchange answered with another hash, so the figure is not compared with its answer. */
    @Test
    void requestHashIsOverTheRequestAsReceived() throws IOException {
        for (JsonNode round : exchange().get("cases")) {
            Octets request = Octets.ofHex(SharedVectors.hex(round, "request"));
            assertEquals(
                    Octets.ofHex(SharedVectors.hex(round, "requestHashId8Expected")),
                    HashedId8.of(HashFunction.SHA256.digest(request).value()).octets());
        }
    }

    @Test
    void responseIsSignedByTheAuthorityAndCarriesTheCertificate() throws IOException, DecodeException {
        JsonNode exchange = exchange();
        JsonNode round = exchange.get("cases").get(0);
        SignedSpdu<CampScmsContent> response = CampEcaEeCertResponseSpdu.CODEC
                .decode(Octets.ofHex(SharedVectors.hex(round, "response")), Reading.AS_RECEIVED)
                .value();
        HashedCertificate signer = Real.inline(response.signedData()).getFirst();
        assertEquals(certificate(exchange, "ecaCert"), signer);
        assertTrue(MessageSignature.verify(response.signedData(), signer, Real.statedKey(signer), VERIFIER)
                .isPresent());

        CampEcaEeCertResponse answer = assertInstanceOf(
                        CampScmsContent.EcaEe.Response.class,
                        response.content().value().ecaEe())
                .value();
        assertEquals(signer, HashedCertificate.of(answer.ecaCertificate()));
        assertEquals(certificate(round, "enrolCert"), HashedCertificate.of(answer.certificate()));
        assertEquals(Octets.ofHex(SharedVectors.hex(round, "privKeyReconstruction")), answer.privateKeyInfo());
        assertNotEquals(
                Octets.ofHex(SharedVectors.hex(round, "requestHashId8Expected")),
                answer.requestHash().octets(),
                "known error of that server");
    }

    @Test
    void enrolmentCertificatesAreValidAndTheirKeysThoseOfTheDevice() throws IOException, DecodeException {
        JsonNode exchange = exchange();
        HashedCertificate authority = certificate(exchange, "ecaCert");
        ChainValidator validator = new ChainValidator(trust(exchange), VERIFIER, RevocationCheck.NONE);
        for (JsonNode round : exchange.get("cases")) {
            HashedCertificate certificate = certificate(round, "enrolCert");
            KeyPair device = Hex.keyPair(Curve.NIST_P256, SharedVectors.hex(round, "enrolPriv"));
            assertEquals(device, deviceKeys(round, certificate, authority));
            assertEquals(
                    device.publicKey(),
                    assertInstanceOf(
                                    CertifiedKey.Certified.class,
                                    CertificateSignatures.check(
                                            certificate, authority, Real.statedKey(authority), VERIFIER))
                            .key());
            ValidationResult result = validator.validate(certificate, start(certificate));
            assertEquals(
                    device.publicKey(),
                    assertInstanceOf(ValidationResult.Valid.class, result, result::toString)
                            .key());
        }
    }

    /** What the device computes from its request key and the answer. */
    private static KeyPair deviceKeys(JsonNode round, HashedCertificate certificate, HashedCertificate authority) {
        ToBeSignedCertificate toBeSigned =
                certificate.certificate().toBeSigned().value();
        EccP256CurvePoint value = assertInstanceOf(
                        VerificationKeyIndicator.ReconstructionValue.class, toBeSigned.verifyKeyIndicator())
                .value();
        Digest hash = new SigningInput.DoubleHash(HashFunction.SHA256)
                .digest(certificate.toBeSignedOctets(HashedForm.CANONICAL), authority.octets(HashedForm.CANONICAL));
        EcqvKeys keys = EcqvReconstruction.keys(
                Hex.scalar(Curve.NIST_P256, SharedVectors.hex(round, "initPriv")),
                Octets.ofHex(SharedVectors.hex(round, "privKeyReconstruction")),
                CurvePoints.decode(Curve.NIST_P256, value).orElseThrow(),
                hash,
                Real.statedKey(authority));
        return assertInstanceOf(EcqvKeys.Reconstructed.class, keys).keys();
    }

    private static SignedCertificateRequest<CampScmsContent> request(JsonNode round) throws DecodeException {
        return CampEeEcaCertRequestSpdu.CODEC
                .decode(Octets.ofHex(SharedVectors.hex(round, "request")), Reading.AS_RECEIVED)
                .value()
                .request()
                .value();
    }

    private static PublicPoint requestedKey(SignedCertificateRequest<CampScmsContent> request) {
        CampEeEcaCertRequest wanted = assertInstanceOf(
                        CampScmsContent.EcaEe.Request.class,
                        request.tbsRequest().value().ecaEe())
                .value();
        return CurvePoints.decode(assertInstanceOf(
                                VerificationKeyIndicator.VerificationKey.class,
                                wanted.tbsCert().verifyKeyIndicator())
                        .value())
                .orElseThrow();
    }

    @Test
    void openScmsStatusIsSignedByItsRegistrationAuthority() throws IOException, DecodeException {
        HashedCertificate authority = Real.certificate(SharedVectors.octets("openscms-samples/RaCertificate.dat"));
        SignedData status =
                Real.signedData(SharedVectors.octets("openscms-samples/CertificateManagementInfoStatusSpdu.dat"));
        assertTrue(MessageSignature.verify(status, authority, Real.statedKey(authority), VERIFIER)
                .isPresent());
    }
}
