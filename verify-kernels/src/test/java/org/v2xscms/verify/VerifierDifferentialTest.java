package org.v2xscms.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.v2xscms.verify.Signer.Signed;

/**
 * Every path, curve and window size against Bouncy Castle, a fifth of the signatures corrupted. The long form of a million
 * signatures against two libraries is {@code Soak} in verify-bench.
 */
class VerifierDifferentialTest {

    private static final int KEYS = 12;
    private static final int SIGNATURES = 200;

    static Stream<Arguments> configurations() {
        List<Arguments> all = new ArrayList<>();
        for (Curve curve : Curve.values()) {
            for (VerifierPath path : List.of(VerifierPath.VECTOR, VerifierPath.SCALAR)) {
                for (int width = 4; width <= 7; width++) {
                    all.add(Arguments.of(curve, path, width));
                }
            }
        }
        return all.stream();
    }

    private static VerifierOptions options(int width) {
        return new VerifierOptions(6, width, 8 << 20, 1, 32);
    }

    private static List<Signed> signatures(Signer signer) {
        List<Signed> signed = new ArrayList<>();
        for (int i = 0; i < SIGNATURES; i++) {
            signed.add(signer.sign(i % KEYS, i % 5 == 4));
        }
        return signed;
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void knownAndUnknownKeysQueuedAndAloneAgreeWithBouncyCastle(Curve curve, VerifierPath path, int width) {
        Signer signer = new Signer(curve, KEYS, width);
        List<Signed> signed = signatures(signer);
        List<Boolean> expected = signed.stream().map(signer::isValid).toList();
        assertTrue(expected.contains(true) && expected.contains(false));
        SenderTables tables = new SenderTables(path, options(width));
        KernelVerifier verifier = new KernelVerifier(tables, new SecureRandom());
        KernelVerifier withoutTables =
                new KernelVerifier(new SenderTables(path, options(width).withoutKeyTables()), new SecureRandom());
        SignatureBatch batch = new SignatureBatch(SIGNATURES);
        signed.forEach(s -> s.addTo(batch));
        withoutTables.verify(batch);
        assertVerdicts(expected, batch, "unknown keys");
        // The first pass meets unknown keys and builds tables on the way, the second knows every key.
        verifier.verify(batch);
        assertVerdicts(expected, batch, "first pass");
        assertEquals(KEYS, tables.tablesInUse());
        verifier.verify(batch);
        assertVerdicts(expected, batch, "known keys");
        for (int i = 0; i < 40; i++) {
            Signed s = signed.get(i);
            assertEquals(expected.get(i), verifier.verify(s.key(), s.digest(), 0, s.r(), 0, s.s(), 0), "alone " + i);
        }
        assertEquals(0, verifier.exactDecisions());
    }

    private static void assertVerdicts(List<Boolean> expected, SignatureBatch batch, String what) {
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i), batch.isValid(i), what + " " + i);
        }
    }

    static Stream<VerifierPath> kernels() {
        return Stream.of(VerifierPath.VECTOR, VerifierPath.SCALAR);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void aBurstOfUnknownKeysIsSettledAtOnceAndOneBadSignatureIsBlamed(VerifierPath path) {
        Signer signer = new Signer(Curve.P256, 32, 9);
        KernelVerifier verifier =
                new KernelVerifier(new SenderTables(path, options(5).withoutKeyTables()), new SecureRandom());
        SignatureBatch batch = new SignatureBatch(32);
        for (int i = 0; i < 32; i++) {
            // Keys 0 and 1 sign four times each: equal keys are merged.
            signer.sign(i < 8 ? i % 2 : i, false).addTo(batch);
        }
        verifier.verify(batch);
        for (int i = 0; i < 32; i++) {
            assertTrue(batch.isValid(i));
        }
        assertEquals(new KernelVerifier.BatchCounts(1, 0), verifier.batchCounts());
        for (int bad = 0; bad < 32; bad += 7) {
            KernelVerifier fresh =
                    new KernelVerifier(new SenderTables(path, options(5).withoutKeyTables()), new SecureRandom());
            batch.clear();
            List<Boolean> expected = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                Signed s = signer.sign(i, i == bad);
                expected.add(signer.isValid(s));
                s.addTo(batch);
            }
            fresh.verify(batch);
            assertVerdicts(expected, batch, "bad " + bad);
            assertEquals(new KernelVerifier.BatchCounts(1, 1), fresh.batchCounts());
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void aFalseStatementAboutTheOrdinateOfRChangesNoVerdict(VerifierPath path) {
        Signer signer = new Signer(Curve.P256, 16, 11);
        KernelVerifier verifier =
                new KernelVerifier(new SenderTables(path, options(4).withoutKeyTables()), new SecureRandom());
        SignatureBatch batch = new SignatureBatch(16);
        for (int i = 0; i < 16; i++) {
            Signed s = signer.sign(i, false);
            Ordinate other = s.ordinate() == Ordinate.ODD ? Ordinate.EVEN : Ordinate.ODD;
            new Signed(s.key(), s.digest(), s.r(), s.s(), i == 5 ? other : s.ordinate()).addTo(batch);
        }
        verifier.verify(batch);
        for (int i = 0; i < 16; i++) {
            assertTrue(batch.isValid(i));
        }
        assertEquals(new KernelVerifier.BatchCounts(1, 1), verifier.batchCounts());
    }
}
