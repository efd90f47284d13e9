package org.v2xscms.obu.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.hash.Digest;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;
import org.v2xscms.crypto.sign.EcSignature;
import org.v2xscms.crypto.sign.SignatureVerdict;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.crypto.sign.SoftwareSigner;
import org.v2xscms.obu.SeededRandom;
import org.v2xscms.verify.VerifierOptions;
import org.v2xscms.verify.VerifierPath;

class KernelSignatureVerifierTest {

    private static final VerifierOptions SMALL = VerifierOptions.defaults().withTableBytes(1 << 20);
    private static final SignatureVerifier JUDGE = new BouncyCastleVerifier();

    private final SeededRandom random = new SeededRandom(20);
    private final Random dice = new Random(21);

    private record Case(KeyPair key, Digest digest, EcSignature signature) {}

    @ParameterizedTest
    @EnumSource(Curve.class)
    void scalarKernelsDecideAsBouncyCastle(Curve curve) {
        sameVerdicts(curve, of(VerifierPath.SCALAR));
    }

    @ParameterizedTest
    @EnumSource(Curve.class)
    void calibratedKernelsDecideAsBouncyCastle(Curve curve) {
        long[] ticks = {0};
        sameVerdicts(
                curve, KernelSignatureVerifier.calibrated(SMALL, random, () -> ticks[0]++, Duration.ofNanos(1), 1));
    }

    @Test
    void longerDigestCountsWithItsFirstOctets() {
        KeyPair key = KeyPair.generate(Curve.NIST_P256, random);
        Digest digest = new Digest(HashFunction.SHA384, octets(HashFunction.SHA384.octets()));
        EcSignature signature = SoftwareSigner.hedged(key, random).sign(digest);
        assertEquals(new SignatureVerdict.Valid(), of(VerifierPath.SCALAR).verify(key.publicKey(), digest, signature));
    }

    @Test
    void interruptedThreadGetsTheVerdictAndKeepsItsInterruption() {
        KeyPair key = KeyPair.generate(Curve.NIST_P256, random);
        Digest digest = new Digest(HashFunction.SHA256, octets(HashFunction.SHA256.octets()));
        EcSignature signature = SoftwareSigner.hedged(key, random).sign(digest);
        SignatureVerifier verifier = of(VerifierPath.SCALAR);
        Thread.currentThread().interrupt();
        SignatureVerdict verdict = verifier.verify(key.publicKey(), digest, signature);
        assertTrue(Thread.interrupted());
        assertEquals(new SignatureVerdict.Valid(), verdict);
    }

    private KernelSignatureVerifier of(VerifierPath path) {
        return KernelSignatureVerifier.of(path, SMALL, random, () -> 0, 1);
    }

    private void sameVerdicts(Curve curve, SignatureVerifier verifier) {
        int valid = 0;
        List<SignatureVerdict> refusals = new ArrayList<>();
        for (Case each : cases(curve)) {
            SignatureVerdict expected = JUDGE.verify(each.key().publicKey(), each.digest(), each.signature());
            assertEquals(
                    expected, verifier.verify(each.key().publicKey(), each.digest(), each.signature()), each::toString);
            if (expected.isValid()) {
                valid++;
            } else {
                refusals.add(expected);
            }
        }
        assertEquals(60, valid);
        for (SignatureVerdict.Reason reason : SignatureVerdict.Reason.values()) {
            assertTrue(refusals.contains(new SignatureVerdict.Invalid(reason)), reason::name);
        }
    }

    /** Three keys heard often enough to have tables, and everything that can be wrong with their signatures. */
    private List<Case> cases(Curve curve) {
        List<KeyPair> keys = List.of(
                KeyPair.generate(curve, random), KeyPair.generate(curve, random), KeyPair.generate(curve, random));
        List<Case> cases = new ArrayList<>();
        for (int number = 0; number < 60; number++) {
            KeyPair key = keys.get(number % 3);
            Digest digest = new Digest(curve.hash(), octets(curve.hash().octets()));
            EcSignature good = SoftwareSigner.hedged(key, random).sign(digest);
            Octets r = good.r();
            Octets s = good.s();
            cases.add(new Case(key, digest, good));
            cases.add(new Case(keys.get((number + 1) % 3), digest, good));
            cases.add(new Case(key, new Digest(digest.algorithm(), flipped(digest.value())), good));
            cases.add(new Case(key, digest, EcSignature.of(flipped(r), s)));
            cases.add(new Case(key, digest, EcSignature.of(r, flipped(s))));
            cases.add(new Case(key, digest, EcSignature.of(s, r)));
        }
        cases.addAll(outOfRange(curve, cases.getFirst()));
        return cases;
    }

    private static List<Case> outOfRange(Curve curve, Case good) {
        Octets zero = Octets.ofHex("00".repeat(curve.octets()));
        Octets most = Octets.ofHex("ff".repeat(curve.octets()));
        Octets other = Octets.ofHex("01".repeat(80 - curve.octets()));
        Octets r = good.signature().r();
        Octets s = good.signature().s();
        return List.of(
                        EcSignature.of(zero, s),
                        EcSignature.of(most, s),
                        EcSignature.of(r, zero),
                        EcSignature.of(r, most),
                        EcSignature.of(curve.order(), s),
                        EcSignature.of(r, curve.order()),
                        EcSignature.of(other, other))
                .stream()
                .map(signature -> new Case(good.key(), good.digest(), signature))
                .toList();
    }

    private Octets octets(int length) {
        byte[] octets = new byte[length];
        dice.nextBytes(octets);
        return Octets.of(octets);
    }

    private Octets flipped(Octets octets) {
        byte[] flipped = octets.toByteArray();
        flipped[dice.nextInt(flipped.length)] ^= (byte) (1 << dice.nextInt(8));
        return Octets.of(flipped);
    }
}
