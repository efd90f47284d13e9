package org.v2xscms.crypto.encrypt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.v2xscms.crypto.SharedVectors.hex;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.Hex;
import org.v2xscms.crypto.SharedVectors;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.hash.Hmac;
import org.v2xscms.crypto.secret.SecretOctets;
import tools.jackson.databind.JsonNode;

/** Every entry of the published primitives; the first CCM, KDF2 and MAC1 entries stand here as figures, too. */
class PrimitiveVectorsTest {

    private static final String FILE = "crypto-primitives.json";

    @Test
    void aesCcm() throws IOException {
        for (JsonNode vector : SharedVectors.read(FILE).get("aesCcm")) {
            SymmetricKey key = Hex.aes(hex(vector, "key"));
            Octets nonce = Octets.ofHex(hex(vector, "nonce"));
            Octets plaintext = Octets.ofHex(hex(vector, "plaintext"));
            Octets sealed = Octets.ofHex(hex(vector, "ciphertextTag"));
            assertEquals(sealed, Ccm.seal(key, nonce, plaintext));
            assertEquals(Optional.of(plaintext), Ccm.open(key, nonce, sealed));
        }
    }

    @Test
    void kdf2() throws IOException {
        for (JsonNode vector : SharedVectors.read(FILE).get("kdf2")) {
            assertKdf2(hex(vector, "Z"), hex(vector, "P"), hex(vector, "out"));
        }
    }

    @Test
    void kdf2AsFigures() {
        assertKdf2("96C05619D56C328AB95FE84B18264B08725B85E33FD34F08", "", "443024C3DAE66B95E6F5670601558F71");
    }

    private static void assertKdf2(String z, String parameter, String out) {
        Octets expected = Octets.ofHex(out);
        assertEquals(
                expected,
                KeyDerivation.derive(HashFunction.SHA256, Hex.secret(z), Octets.ofHex(parameter), expected.length())
                        .disclose());
    }

    @Test
    void mac1() throws IOException {
        for (JsonNode vector : SharedVectors.read(FILE).get("mac1")) {
            assertMac1(hex(vector, "K"), hex(vector, "M"), hex(vector, "T"));
        }
    }

    @Test
    void mac1AsFigures() {
        assertMac1("0B".repeat(20), "4869205468657265", "B0344C61D8DB38535CA8AFCEAF0BF12B");
    }

    private static void assertMac1(String key, String message, String tag) {
        byte[] code = Hmac.compute(
                HashFunction.SHA256,
                Octets.ofHex(key).toByteArray(),
                Octets.ofHex(message).toByteArray());
        Octets expected = Octets.ofHex(tag);
        assertEquals(expected, Octets.of(code, 0, expected.length()));
        assertEquals(
                expected.slice(0, Math.min(16, expected.length())),
                Mac1.tag(Hex.secret(key), Octets.ofHex(message)).slice(0, Math.min(16, expected.length())));
    }

    @Test
    void ecdh() throws IOException {
        for (JsonNode vector : SharedVectors.read(FILE).get("ecdh")) {
            PublicPoint peer = Hex.point(Curve.NIST_P256, hex(vector, "B_PubKey_x"), hex(vector, "B_PubKey_y"));
            SecretOctets z =
                    Hex.scalar(Curve.NIST_P256, hex(vector, "A_PrivKey")).agree(peer);
            assertEquals(Hex.secret(hex(vector, "Z")), z);
        }
    }

    @Test
    void ecies() throws IOException {
        for (JsonNode vector : SharedVectors.read(FILE).get("ecies")) {
            KeyPair recipient = Hex.keyPair(Curve.NIST_P256, hex(vector, "r"));
            KeyPair ephemeral = Hex.keyPair(Curve.NIST_P256, hex(vector, "v"));
            assertEquals(Hex.point(Curve.NIST_P256, hex(vector, "Rx"), hex(vector, "Ry")), recipient.publicKey());
            assertEquals(Hex.point(Curve.NIST_P256, hex(vector, "Vx"), hex(vector, "Vy")), ephemeral.publicKey());
            EciesParameter p1 = new EciesParameter(Octets.ofHex(hex(vector, "P1_true")));
            SecretOctets key = Hex.secret(hex(vector, "k"));
            WrappedKey wrapped = Ecies.wrap(key, recipient.publicKey(), p1, ephemeral);
            assertEquals(Octets.ofHex(hex(vector, "C")), wrapped.c());
            assertEquals(Octets.ofHex(hex(vector, "T")), wrapped.t());
            assertEquals(Optional.of(key), Ecies.unwrap(wrapped, new SoftwareKeyAgreement(recipient), p1));
        }
    }
}
