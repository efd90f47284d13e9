package org.v2xscms.crypto.realdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.LinkageData;
import org.v2xscms.codec.ieee1609dot2.VerificationKeyIndicator;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.Hex;
import org.v2xscms.crypto.SharedVectors;
import org.v2xscms.crypto.butterfly.CaterpillarSecret;
import org.v2xscms.crypto.butterfly.CocoonIndex;
import org.v2xscms.crypto.certificate.CertificateSignatures;
import org.v2xscms.crypto.certificate.CertifiedKey;
import org.v2xscms.crypto.certificate.CurvePoints;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.certificate.HashedForm;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.ecqv.EcqvKeys;
import org.v2xscms.crypto.ecqv.EcqvReconstruction;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;
import org.v2xscms.crypto.sign.SigningInput;
import tools.jackson.databind.JsonNode;

/** A pseudonym certificate that was on the road: what the device computes is what the verifier computes. */
class PseudonymCertificateTest {

    @Test
    void keyFromTheSeedIsTheKeyFromTheCertificate() throws IOException, DecodeException {
        for (JsonNode vector : SharedVectors.read("butterfly-ecqv.json").get("realCertificates")) {
            HashedCertificate certificate = Real.certificate(Octets.ofHex(SharedVectors.hex(vector, "cert")));
            HashedCertificate issuer = Real.certificate(Octets.ofHex(SharedVectors.hex(vector, "issuerCert")));
            assertEquals(CertificateType.IMPLICIT, certificate.certificate().type());
            assertEquals(
                    vector.get("i").asInt(),
                    assertInstanceOf(
                                    LinkageData.class,
                                    certificate
                                            .certificate()
                                            .toBeSigned()
                                            .value()
                                            .id())
                            .iCert()
                            .value());

            KeyPair device = deviceKeys(vector, certificate, issuer);
            assertEquals(Hex.keyPair(Curve.NIST_P256, SharedVectors.hex(vector, "finalPriv")), device);
            CertifiedKey verifiers = CertificateSignatures.check(
                    certificate, issuer, Real.statedKey(issuer), new BouncyCastleVerifier());
            assertEquals(new CertifiedKey.Certified(device.publicKey(), HashedForm.CANONICAL), verifiers);
        }
    }

    private static KeyPair deviceKeys(JsonNode vector, HashedCertificate certificate, HashedCertificate issuer) {
        CaterpillarSecret secret = new CaterpillarSecret.Unified(
                Hex.scalar(Curve.NIST_P256, SharedVectors.hex(vector, "signSeedPriv")),
                Hex.aes(SharedVectors.hex(vector, "signExpansionKey")));
        CocoonIndex index =
                new CocoonIndex(vector.get("i").asInt(), vector.get("j").asInt());
        VerificationKeyIndicator.ReconstructionValue value = assertInstanceOf(
                VerificationKeyIndicator.ReconstructionValue.class,
                certificate.certificate().toBeSigned().value().verifyKeyIndicator());
        EcqvKeys keys = EcqvReconstruction.keys(
                secret.expand(index).signing(),
                Octets.ofHex(SharedVectors.hex(vector, "privKeyReconstruction")),
                CurvePoints.decode(Curve.NIST_P256, value.value()).orElseThrow(),
                new SigningInput.DoubleHash(HashFunction.SHA256)
                        .digest(
                                certificate.toBeSignedOctets(HashedForm.CANONICAL),
                                issuer.octets(HashedForm.CANONICAL)),
                Real.statedKey(issuer));
        return assertInstanceOf(EcqvKeys.Reconstructed.class, keys).keys();
    }
}
