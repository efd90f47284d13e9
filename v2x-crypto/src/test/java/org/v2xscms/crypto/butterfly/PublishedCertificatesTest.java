package org.v2xscms.crypto.butterfly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.v2xscms.crypto.SharedVectors.hex;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.Hex;
import org.v2xscms.crypto.ScriptedRandom;
import org.v2xscms.crypto.SharedVectors;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.curve.Parity;
import org.v2xscms.crypto.curve.PrivateScalar;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.ecqv.EcqvIssuance;
import org.v2xscms.crypto.ecqv.EcqvKeys;
import org.v2xscms.crypto.ecqv.EcqvReconstruction;
import org.v2xscms.crypto.encrypt.SymmetricKey;
import org.v2xscms.crypto.hash.Digest;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.linkage.EncryptedIndex;
import org.v2xscms.crypto.linkage.LinkageRules;
import org.v2xscms.crypto.linkage.LinkageSeed;
import org.v2xscms.crypto.sign.SigningInput;
import org.v2xscms.crypto.time.IPeriods;
import tools.jackson.databind.JsonNode;

/** The published butterfly, ECQV and linkage files, among them certificates that were on the road. */
class PublishedCertificatesTest {

    /** Where toBeSigned begins in an implicit certificate that was issued under sha256AndDigest. */
    private static final int TO_BE_SIGNED = 12;

    @Test
    void butterflyExpansions() throws IOException {
        JsonNode vectors = SharedVectors.read("butterfly-ecqv.json").get("conz27");
        CocoonIndex index =
                new CocoonIndex(Long.parseLong(hex(vectors, "i"), 16), Long.parseLong(hex(vectors, "j"), 16));
        assertExpansion(vectors.get("sign"), KeyUse.SIGNING, index);
        assertExpansion(vectors.get("enc"), KeyUse.ENCRYPTION, index);
    }

    private static void assertExpansion(JsonNode vector, KeyUse use, CocoonIndex index) {
        SymmetricKey expansion = Hex.aes(hex(vector, "expansionKey"));
        try (ExpansionFunction function = new ExpansionFunction(expansion, use)) {
            assertEquals(Hex.secret(hex(vector, "fInt")), function.octets(index));
            assertEquals(Hex.scalar(Curve.NIST_P256, hex(vector, "f")), function.value(Curve.NIST_P256, index));
            PrivateScalar seed = Hex.scalar(Curve.NIST_P256, hex(vector, "seedPriv"));
            KeyPair expanded = KeyPair.of(function.expand(seed, index));
            assertEquals(Hex.scalar(Curve.NIST_P256, hex(vector, "expandedPriv")), expanded.privateKey());
            JsonNode point = vector.get("expandedPub");
            assertEquals(
                    Hex.point(
                            Curve.NIST_P256,
                            point.get(0).asString(),
                            point.get(1).asString()),
                    expanded.publicKey());
        }
    }

    /** From caterpillar key and expansion key through the cocoon key and the certificate to the key in use. */
    @Test
    void productionCertificatesFromSeedToPrivateKey() throws IOException {
        for (JsonNode vector : SharedVectors.read("butterfly-ecqv.json").get("realCertificates")) {
            CocoonIndex index =
                    new CocoonIndex(vector.get("i").asInt(), vector.get("j").asInt());
            PrivateScalar seed = Hex.scalar(Curve.NIST_P256, hex(vector, "signSeedPriv"));
            CaterpillarSecret secret = new CaterpillarSecret.Unified(seed, Hex.aes(hex(vector, "signExpansionKey")));
            Octets certificate = Octets.ofHex(hex(vector, "cert"));
            Octets issuer = Octets.ofHex(hex(vector, "issuerCert"));
            assertEquals(
                    Octets.ofHex(hex(vector, "issuerCertSha256")),
                    HashFunction.SHA256.digest(issuer).value());
            assertEquals(HashFunction.SHA256.digest(issuer).hashedId8(), certificate.slice(4, TO_BE_SIGNED));
            Digest e = new SigningInput.DoubleHash(HashFunction.SHA256)
                    .digest(certificate.slice(TO_BE_SIGNED, certificate.length()), issuer);
            EcqvKeys keys = EcqvReconstruction.keys(
                    secret.expand(index).signing(),
                    Octets.ofHex(hex(vector, "privKeyReconstruction")),
                    reconstructionValue(certificate),
                    e,
                    PublicPoint.ofSec1(Curve.NIST_P256, Octets.ofHex(hex(vector, "issuerPub")))
                            .orElseThrow());
            assertEquals(
                    Hex.scalar(Curve.NIST_P256, hex(vector, "finalPriv")),
                    assertInstanceOf(EcqvKeys.Reconstructed.class, keys).keys().privateKey());
            String validity = String.format("%08x", IPeriods.CAMP.start(index.i())) + "8400a9";
            assertTrue(certificate.hex().contains(validity), "169 hours from the start of its i-period");
        }
    }

    /** The last 33 octets: compressed-y-0 (82) or compressed-y-1 (83), then x. */
    private static PublicPoint reconstructionValue(Octets certificate) {
        Octets encoded = certificate.last(33);
        Parity parity = (encoded.get(0) & 1) == 0 ? Parity.EVEN : Parity.ODD;
        return PublicPoint.ofCompressed(Curve.NIST_P256, encoded.slice(1, 33), parity)
                .orElseThrow();
    }

    @Test
    void ecqvWithTheWholeHash() throws IOException {
        JsonNode vector = SharedVectors.read("ecqv-corrected.json").get("vec1");
        KeyPair issuer = Hex.keyPair(Curve.NIST_P256, hex(vector, "dCA"));
        PrivateScalar request = Hex.scalar(Curve.NIST_P256, hex(vector, "kU"));
        Digest e = HashFunction.SHA256.digest(Octets.ofHex(hex(vector, "certU")));
        EcqvIssuance issuance = EcqvIssuance.start(request.publicPoint(), new ScriptedRandom(hex(vector, "k")));
        Octets r = issuance.finish(e, issuer.privateKey());
        assertEquals(Octets.ofHex(hex(vector, "r")), r);
        EcqvKeys keys = EcqvReconstruction.keys(request, r, issuance.reconstructionValue(), e, issuer.publicKey());
        assertEquals(
                Hex.scalar(Curve.NIST_P256, hex(vector, "dU")),
                assertInstanceOf(EcqvKeys.Reconstructed.class, keys).keys().privateKey());
    }

    @Test
    void individualLinkage() throws IOException {
        JsonNode vector = SharedVectors.read("linkage.json").get("individual");
        LinkageSeed one = seed(vector, "la1Id", "ls1_0");
        LinkageSeed two = seed(vector, "la2Id", "ls2_0");
        assertValues(vector.get("i0"), one, two, "plv1", "plv2", "lv");
        assertEquals(Hex.secret(hex(vector.get("i1"), "ls1")), one.next().octets());
        assertEquals(Hex.secret(hex(vector.get("i1"), "ls2")), two.next().octets());
        assertValues(vector.get("i1"), one.next(), two.next(), "plv1", "plv2", "lv");
    }

    @Test
    void groupLinkage() throws IOException {
        JsonNode vector = SharedVectors.read("linkage.json").get("group");
        LinkageSeed one = seed(vector, "la1Id", "gs1_0");
        LinkageSeed two = seed(vector, "la2Id", "gs2_0");
        JsonNode values = vector.get("i0");
        assertValues(values, one, two, "gplv1", "gplv2", "glv");
        assertEquals(
                Octets.ofHex(hex(values, "ei")),
                EncryptedIndex.of(
                        Hex.aes(hex(vector, "ik")),
                        Integer.parseUnsignedInt(hex(vector, "k"), 16),
                        Integer.parseUnsignedInt(hex(values, "j"), 16)));
    }

    private static LinkageSeed seed(JsonNode vector, String laId, String seed) {
        return new LinkageSeed(LinkageRules.CAMP, Octets.ofHex(hex(vector, laId)), 0, Hex.secret(hex(vector, seed)));
    }

    private static void assertValues(
            JsonNode vector, LinkageSeed one, LinkageSeed two, String plv1, String plv2, String lv) {
        long j = vector.get("j").isNumber() ? vector.get("j").asLong() : Long.parseLong(hex(vector, "j"), 16);
        assertEquals(Octets.ofHex(hex(vector, plv1)), one.preLinkageValue(j).value());
        assertEquals(Octets.ofHex(hex(vector, plv2)), two.preLinkageValue(j).value());
        assertEquals(
                Octets.ofHex(hex(vector, lv)),
                one.preLinkageValue(j).combine(two.preLinkageValue(j)).value());
    }
}
