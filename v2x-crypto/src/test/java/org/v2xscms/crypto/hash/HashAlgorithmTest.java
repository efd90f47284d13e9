package org.v2xscms.crypto.hash;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.SeededRandom;
import org.v2xscms.crypto.secret.SecretOctets;
import org.v2xscms.crypto.sign.SigningInput;

class HashAlgorithmTest {

    private static final Octets ABC = Octets.of("abc".getBytes(StandardCharsets.US_ASCII));

    @ParameterizedTest
    @CsvSource({
        "SHA256, BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD",
        "SHA384, CB00753F45A35E8BB5A03D699AC65007272C32AB0EDED1631A8B605A43FF5BED" + "8086072BA1E7CC2358BAECA134C825A7",
        "SM3, 66C7F0F462EEEDD9D1F2D46BDC10E4E24167C4875CF2F7A2297DA02B8F4BA8E0"
    })
    void hashesAbcAsTheStandardsPrint(HashFunction algorithm, String hash) {
        assertEquals(Octets.ofHex(hash), algorithm.digest(ABC).value());
        assertEquals(algorithm.digest(ABC), algorithm.digest(ABC.slice(0, 1), ABC.slice(1, 3)));
    }

    @Test
    void hashedIdsAreTheLastOctets() {
        Digest digest = HashFunction.SHA256.digest(ABC);
        assertEquals(Octets.ofHex("B410FF61F20015AD"), digest.hashedId8());
        assertEquals(Octets.ofHex("0015AD"), digest.hashedId(3));
    }

    @Test
    void aDigestHasTheLengthOfItsAlgorithm() {
        Octets short31 = Octets.of(new byte[31]);
        assertThrows(IllegalArgumentException.class, () -> new Digest(HashFunction.SHA256, short31));
    }

    @Test
    void theDoubleHashOfASelfSignedStructureEndsWithTheHashOfNothing() {
        Octets nothing = Octets.ofHex("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855");
        Digest expected =
                HashFunction.SHA256.digest(HashFunction.SHA256.digest(ABC).value(), nothing);
        assertEquals(expected, new SigningInput.DoubleHash(HashFunction.SHA256).digest(ABC, Octets.EMPTY));
    }

    @ParameterizedTest
    @EnumSource(HashFunction.class)
    void hmacAgreesWithBouncyCastleForEveryKeyLength(HashFunction algorithm) {
        SeededRandom random = new SeededRandom(17);
        for (int length = 0; length < 2 * algorithm.blockOctets(); length++) {
            byte[] key = SecretOctets.random(length, random).copy();
            HMac foreign = new HMac(
                    switch (algorithm) {
                        case SHA256 -> new SHA256Digest();
                        case SHA384 -> new SHA384Digest();
                        case SM3 -> new SM3Digest();
                    });
            foreign.init(new KeyParameter(key));
            foreign.update(key, 0, length);
            byte[] expected = new byte[algorithm.octets()];
            foreign.doFinal(expected, 0);
            assertArrayEquals(expected, Hmac.compute(algorithm, key, key));
        }
    }
}
