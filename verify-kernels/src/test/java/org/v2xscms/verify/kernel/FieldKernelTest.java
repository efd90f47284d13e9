package org.v2xscms.verify.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.v2xscms.verify.Curve;

/** Field, order and inversion against BigInteger. */
class FieldKernelTest {

    private static final int L = Modulus.LIMBS;

    static Stream<FieldKernel> kernels() {
        return Stream.of(Curve.values()).flatMap(c -> Stream.of(new ScalarKernel(c), new VectorKernel(c)));
    }

    static Stream<BigInteger> moduli() {
        return Stream.of(Curve.values()).flatMap(c -> Stream.of(c.prime(), c.order()));
    }

    static BigInteger number(long[] limbs, int at) {
        BigInteger number = BigInteger.ZERO;
        for (int i = L - 1; i >= 0; i--) {
            number = number.shiftLeft(52).add(BigInteger.valueOf(limbs[at + i]));
        }
        return number;
    }

    private static BigInteger operand(Random random, BigInteger modulus) {
        return switch (random.nextInt(6)) {
            case 0 -> modulus.subtract(BigInteger.valueOf(1 + random.nextInt(3)));
            case 1 -> BigInteger.valueOf(random.nextInt(3));
            default -> new BigInteger(256, random).mod(modulus);
        };
    }

    @ParameterizedTest
    @MethodSource("moduli")
    void plainResiduesAgreeWithBigInteger(BigInteger m) {
        Modulus modulus = new Modulus(m);
        Random random = new Random(1);
        BigInteger inverseR = BigInteger.ONE.shiftLeft(260).modInverse(m);
        long[] out = new long[L];
        for (int i = 0; i < 5_000; i++) {
            BigInteger a = operand(random, m);
            BigInteger b = operand(random, m);
            modulus.multiply(out, 0, modulus.residue(a), 0, modulus.residue(b), 0);
            assertEquals(a.multiply(b).multiply(inverseR).mod(m), number(out, 0));
            modulus.add(out, 0, modulus.residue(a), 0, modulus.residue(b), 0);
            assertEquals(a.add(b).mod(m), number(out, 0));
            modulus.subtract(out, 0, modulus.residue(a), 0, modulus.residue(b), 0);
            assertEquals(a.subtract(b).mod(m), number(out, 0));
            modulus.invert(out, 0, modulus.residue(a), 0);
            assertEquals(a.signum() == 0 ? BigInteger.ZERO : a.modInverse(m), number(out, 0));
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void everyLaneAgreesWithBigInteger(FieldKernel kernel) {
        BigInteger p = kernel.curve().prime();
        BigInteger inverseR = BigInteger.ONE.shiftLeft(kernel.domainBits()).modInverse(p);
        Random random = new Random(2);
        int e = kernel.element();
        long[] w = new long[10 * e];
        BigInteger[][] in = new BigInteger[4][kernel.lanes()];
        for (int round = 0; round < 1_000; round++) {
            for (int i = 0; i < 4; i++) {
                for (int lane = 0; lane < kernel.lanes(); lane++) {
                    in[i][lane] = operand(random, p);
                    kernel.put(w, i * e, lane, kernel.prime().residue(in[i][lane]), 0);
                }
            }
            kernel.product(w, 0, e);
            kernel.minus(w, 2 * e);
            kernel.minus(w, 3 * e);
            kernel.minus(w, 2 * e);
            kernel.reduce(w, 4 * e);
            kernel.difference(w, 5 * e, 0, e);
            kernel.sum(w, 6 * e, 2 * e, 3 * e);
            kernel.multiply(w, 7 * e, 5 * e, 6 * e);
            kernel.square(w, 8 * e, 0);
            for (int lane = 0; lane < kernel.lanes(); lane++) {
                BigInteger a = in[0][lane];
                BigInteger b = in[1][lane];
                BigInteger c = in[2][lane];
                BigInteger d = in[3][lane];
                BigInteger ab = a.multiply(b).multiply(inverseR);
                assertEquals(ab.subtract(c).subtract(d).subtract(c).mod(p), lane(kernel, w, 4 * e, lane));
                assertEquals(a.subtract(b).multiply(c.add(d)).multiply(inverseR).mod(p), lane(kernel, w, 7 * e, lane));
                assertEquals(a.multiply(a).multiply(inverseR).mod(p), lane(kernel, w, 8 * e, lane));
            }
        }
    }

    private static BigInteger lane(FieldKernel kernel, long[] w, int at, int lane) {
        long[] residue = new long[L];
        kernel.get(w, at, lane, residue, 0);
        return number(residue, 0);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void allLanesAreInvertedOrAZeroIsReported(FieldKernel kernel) {
        BigInteger p = kernel.curve().prime();
        BigInteger r = BigInteger.ONE.shiftLeft(kernel.domainBits());
        int e = kernel.element();
        long[] w = new long[6 * e];
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            for (int lane = 0; lane < kernel.lanes(); lane++) {
                BigInteger number = operand(random, p).max(BigInteger.ONE);
                kernel.put(w, 0, lane, kernel.prime().residue(number), 0);
            }
            kernel.copy(w, e, 0);
            assertTrue(kernel.invert(w, e, 2 * e));
            kernel.multiply(w, 5 * e, 0, e);
            for (int lane = 0; lane < kernel.lanes(); lane++) {
                assertEquals(r.mod(p), lane(kernel, w, 5 * e, lane));
            }
        }
        kernel.put(w, 0, kernel.lanes() - 1, new long[L], 0);
        assertFalse(kernel.invert(w, 0, 2 * e));
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void aLoadedPointIsNegatedOnRequest(FieldKernel kernel) {
        BigInteger p = kernel.curve().prime();
        Random random = new Random(4);
        int lanes = kernel.lanes();
        long[] w = new long[2 * kernel.element()];
        long[] packed = new long[8 * lanes];
        long[] negate = new long[lanes];
        for (int round = 0; round < 200; round++) {
            BigInteger[] y = new BigInteger[lanes];
            for (int lane = 0; lane < lanes; lane++) {
                y[lane] = operand(random, p);
                negate[lane] = -(long) random.nextInt(2);
                for (int word = 0; word < 4; word++) {
                    packed[(4 + word) * lanes + lane] =
                            y[lane].shiftRight(64 * word).longValue();
                }
            }
            kernel.load(w, 0, packed, 0, negate, 0);
            for (int lane = 0; lane < lanes; lane++) {
                BigInteger expected = negate[lane] == 0 ? y[lane] : y[lane].negate();
                assertEquals(expected.mod(p), lane(kernel, w, kernel.element(), lane));
            }
        }
    }
}
