package org.v2xscms.crypto.sign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.v2xscms.crypto.BouncyCastleCurves.number;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.BouncyCastleCurves;
import org.v2xscms.crypto.Hex;
import org.v2xscms.crypto.SeededRandom;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.curve.Parity;
import org.v2xscms.crypto.hash.Digest;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.secret.SecretOctets;

class SoftwareSignerTest {

    private static final BouncyCastleVerifier VERIFIER = new BouncyCastleVerifier();
    private static final String P256_KEY = "C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721";
    private static final String P384_KEY =
            "6B9D3DAD2E1B8C1C05B19875B6659F4DE23C3B667BF297BA9AA47740787137D8" + "96D5724E4C70A825F872C9EA60D2EDF5";

    /** RFC 6979 A.2.5 and A.2.6. */
    @ParameterizedTest
    @CsvSource({
        "NIST_P256, SHA256, sample, " + P256_KEY
                + ", EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716"
                + ", F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8",
        "NIST_P256, SHA256, test, " + P256_KEY
                + ", F1ABB023518351CD71D881567B1EA663ED3EFCF6C5132B354F28D3B0B7D38367"
                + ", 019F4113742A2B14BD25926B49C649155F267E60D3814B4C0CC84250E46F0083",
        "NIST_P384, SHA384, sample, " + P384_KEY
                + ", 94EDBB92A5ECB8AAD4736E56C691916B3F88140666CE9FA73D64C4EA95AD133C81A648152E44ACF96E36DD1E80FABE46"
                + ", 99EF4AEB15F178CEA1FE40DB2603138F130E740A19624526203B6351D0A3A94FA329C145786E679E7B82C71A38628AC8"
    })
    void deterministicSignaturesAreThoseOfRfc6979(
            Curve curve, HashFunction hash, String message, String key, String r, String s) {
        Digest digest = hash.digest(Octets.of(message.getBytes(StandardCharsets.US_ASCII)));
        EcSignature signature =
                SoftwareSigner.deterministic(Hex.keyPair(curve, key)).sign(digest);
        assertEquals(List.of(Octets.ofHex(r), Octets.ofHex(s)), List.of(signature.r(), signature.s()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Curve.class,
            names = {"SM2"},
            mode = EnumSource.Mode.EXCLUDE)
    void bouncyCastleVerifiesOursAndWeVerifyItsSignatures(Curve curve) {
        SeededRandom random = new SeededRandom(6);
        for (int round = 0; round < 10; round++) {
            KeyPair keys = KeyPair.generate(curve, random);
            Digest digest = randomDigest(curve, random);
            EcSignature ours = SoftwareSigner.hedged(keys, random).sign(digest);
            ECDSASigner foreign = new ECDSASigner();
            foreign.init(false, BouncyCastleCurves.key(keys.publicKey()));
            assertTrue(foreign.verifySignature(digest.value().toByteArray(), number(ours.r()), number(ours.s())));
            foreign.init(true, BouncyCastleCurves.key(keys.privateKey()));
            BigInteger[] theirs = foreign.generateSignature(digest.value().toByteArray());
            EcSignature signature = EcSignature.of(
                    BouncyCastleCurves.octets(curve, theirs[0]), BouncyCastleCurves.octets(curve, theirs[1]));
            assertEquals(new SignatureVerdict.Valid(), VERIFIER.verify(keys.publicKey(), digest, signature));
            assertEquals(new SignatureVerdict.Valid(), VERIFIER.verify(keys.publicKey(), digest, ours));
        }
    }

    /** Also with a digest shorter than the order (P-384 with SHA-256) and longer than it (P-256 with SHA-384). */
    @ParameterizedTest
    @CsvSource({
        "NIST_P256, SHA256",
        "NIST_P256, SHA384",
        "NIST_P384, SHA256",
        "NIST_P384, SHA384",
        "BRAINPOOL_P256R1, SHA256",
        "BRAINPOOL_P384R1, SHA384"
    })
    void deterministicSignaturesAgreeWithBouncyCastle(Curve curve, HashFunction hash) {
        SeededRandom random = new SeededRandom(24);
        for (int round = 0; round < 8; round++) {
            KeyPair keys = KeyPair.generate(curve, random);
            Digest digest = hash.digest(SecretOctets.random(9, random).disclose());
            ECDSASigner foreign = new ECDSASigner(
                    new HMacDSAKCalculator(hash == HashFunction.SHA256 ? new SHA256Digest() : new SHA384Digest()));
            foreign.init(true, BouncyCastleCurves.key(keys.privateKey()));
            BigInteger[] expected = foreign.generateSignature(digest.value().toByteArray());
            EcSignature signature = SoftwareSigner.deterministic(keys).sign(digest);
            assertEquals(List.of(expected), List.of(number(signature.r()), number(signature.s())));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Curve.class,
            names = {"SM2"},
            mode = EnumSource.Mode.EXCLUDE)
    void theParityIsThatOfThePointR(Curve curve) {
        SeededRandom random = new SeededRandom(7);
        BigInteger n = BouncyCastleCurves.domain(curve).getN();
        for (int round = 0; round < 8; round++) {
            KeyPair keys = KeyPair.generate(curve, random);
            Digest digest = randomDigest(curve, random);
            EcSignature signature = SoftwareSigner.hedged(keys, random).sign(digest);
            BigInteger inverse = number(signature.s()).modInverse(n);
            ECPoint point = BouncyCastleCurves.domain(curve)
                    .getG()
                    .multiply(number(digest.value()).multiply(inverse).mod(n))
                    .add(BouncyCastleCurves.point(keys.publicKey())
                            .multiply(number(signature.r()).multiply(inverse).mod(n)))
                    .normalize();
            Parity expected = point.getAffineYCoord().toBigInteger().testBit(0) ? Parity.ODD : Parity.EVEN;
            assertEquals(expected, signature.rParity());
        }
    }

    @ParameterizedTest
    @EnumSource(Curve.class)
    void hedgedSignaturesOverOneDigestDifferAndAreAllValid(Curve curve) {
        SeededRandom random = new SeededRandom(8);
        KeyPair keys = KeyPair.generate(curve, random);
        Digest digest = randomDigest(curve, random);
        SoftwareSigner signer = SoftwareSigner.hedged(keys, random);
        EcSignature first = signer.sign(digest);
        EcSignature second = signer.sign(digest);
        assertNotEquals(first.r(), second.r());
        assertTrue(VERIFIER.verify(signer.publicKey(), digest, first).isValid());
        assertTrue(VERIFIER.verify(signer.publicKey(), digest, second).isValid());
    }

    @ParameterizedTest
    @EnumSource(Curve.class)
    void aRandomSourceThatStandsStillStillGivesEveryDigestItsOwnNonce(Curve curve) {
        KeyPair keys = KeyPair.generate(curve, new SeededRandom(9));
        SeededRandom random = new SeededRandom(10);
        EcSignature first = SoftwareSigner.hedged(keys, new SeededRandom(0)).sign(randomDigest(curve, random));
        EcSignature second = SoftwareSigner.hedged(keys, new SeededRandom(0)).sign(randomDigest(curve, random));
        assertNotEquals(first.r(), second.r());
    }

    @Test
    void sm2SignaturesHaveNoPointToCompress() {
        KeyPair keys = KeyPair.generate(Curve.SM2, new SeededRandom(11));
        assertNull(SoftwareSigner.deterministic(keys)
                .sign(HashFunction.SM3.digest())
                .rParity());
    }

    private static Digest randomDigest(Curve curve, SeededRandom random) {
        return curve.hash().digest(SecretOctets.random(20, random).disclose());
    }
}
