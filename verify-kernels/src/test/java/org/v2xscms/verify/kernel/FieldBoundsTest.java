package org.v2xscms.verify.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.v2xscms.verify.Curve;

/**
 * Proof that no limb of either kernel overflows, whatever the inputs.
 *
 * <p>A set of intervals R, one per limb, describes a reduced element. Starting from what {@code load} and {@code put} give,
 * every use of elements the kernels' contract allows is run on intervals; results are joined to R until R stops growing.
 * On the way {@link Interval.Machine} refuses every sum that leaves 64 bits, every difference that could go negative
 * where it must not, and every factor too wide. That covers all chains of formulas of any length, because they are made
 * of these uses only. A second test pins the formulas analysed to the kernels' code: run on exact numbers, random and
 * extreme, they must yield the same limbs.
 */
class FieldBoundsTest {

    private static final int ROUNDS = 20;

    @ParameterizedTest
    @EnumSource(Curve.class)
    void noLaneOfTheVectorKernelOverflowsAndEveryResultIsReduced(Curve curve) {
        var model = new FieldModel.Vector<>(new Interval.Machine(true), curve);
        List<Interval> reduced = fixpoint(model, canonical(9, 29, 24), 12);
        assertTrue(value(reduced, 29, true).compareTo(curve.prime().shiftLeft(1)) < 0, "get() subtracts p once");
        for (Interval limb : reduced) {
            assertTrue(limb.low().signum() >= 0);
        }
    }

    @ParameterizedTest
    @EnumSource(Curve.class)
    void noLimbOfTheScalarKernelOverflowsAndEveryResultIsReduced(Curve curve) {
        var model = new FieldModel.Scalar<>(new Interval.Machine(false), curve);
        List<Interval> start = new ArrayList<>();
        for (Interval limb : canonical(5, 52, 48)) {
            // load() negates by turning every limb round.
            start.add(limb.hull(new Interval(limb.high().negate(), limb.low().negate())));
        }
        List<Interval> reduced = fixpoint(model, start, 8);
        for (List<Interval> result : everyUse(model, reduced)) {
            assertTrue(value(result, 52, true).compareTo(curve.prime().shiftLeft(1)) < 0, "get() subtracts p once");
            assertTrue(value(result, 52, false).compareTo(curve.prime().negate()) >= 0, "get() adds p once");
        }
    }

    /** A proof that cannot fail proves nothing: a bias too small, or one more use than allowed, must be caught. */
    @Test
    void theAnalysisCatchesAnOverflow() {
        var model = new FieldModel.Vector<>(new Interval.Machine(true), Curve.P256);
        List<Interval> reduced = fixpoint(model, canonical(9, 29, 24), 12);
        List<Interval> twice = model.sum(reduced, reduced);
        assertThrows(AssertionError.class, () -> model.product(model.sum(twice, twice), model.sum(twice, twice)));
        assertThrows(AssertionError.class, () -> model.difference(reduced, model.sum(twice, twice)));
    }

    private static List<Interval> canonical(int limbs, int bits, int topBits) {
        List<Interval> element = new ArrayList<>();
        for (int i = 0; i < limbs; i++) {
            element.add(Interval.of(0, (1L << (i == limbs - 1 ? topBits : bits)) - 1));
        }
        return element;
    }

    private static BigInteger value(List<Interval> element, int bits, boolean high) {
        BigInteger value = BigInteger.ZERO;
        for (int i = element.size() - 1; i >= 0; i--) {
            Interval limb = element.get(i);
            value = value.shiftLeft(bits).add(high ? limb.high() : limb.low());
        }
        return value;
    }

    private static List<Interval> fixpoint(FieldModel<Interval> model, List<Interval> start, int limit) {
        List<Interval> r = start;
        for (int round = 0; round < limit; round++) {
            List<Interval> next = r;
            for (List<Interval> result : everyUse(model, r)) {
                next = hull(next, result);
            }
            if (next.equals(r)) {
                return r;
            }
            r = next;
        }
        throw new AssertionError("bounds drift");
    }

    private static List<Interval> hull(List<Interval> a, List<Interval> b) {
        List<Interval> hull = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            hull.add(a.get(i).hull(b.get(i)));
        }
        return hull;
    }

    /** The factor pairs of {@link FieldKernel}'s contract, each with up to three subtractions. */
    private static List<List<Interval>> everyUse(FieldModel<Interval> model, List<Interval> r) {
        List<Interval> sum = model.sum(r, r);
        List<Interval> difference = model.difference(r, r);
        List<Interval> sumOfSums = model.sum(sum, sum);
        List<Runnable> accumulators = List.of(
                () -> model.product(r, r),
                () -> model.product(difference, r),
                () -> model.product(sum, r),
                () -> model.product(difference, sum),
                () -> model.product(sum, difference),
                () -> model.product(sumOfSums, r),
                () -> model.square(r),
                () -> model.square(sum),
                () -> model.scale(r, 0),
                () -> model.scale(r, 4));
        List<List<Interval>> results = new ArrayList<>();
        for (Runnable accumulator : accumulators) {
            for (int subtractions = 0; subtractions <= 3; subtractions++) {
                accumulator.run();
                for (int i = 0; i < subtractions; i++) {
                    model.minus(r);
                }
                results.add(model.reduce());
            }
        }
        return results;
    }

    @ParameterizedTest
    @EnumSource(Curve.class)
    void theFormulasAnalysedAreTheVectorKernels(Curve curve) {
        VectorKernel kernel = new VectorKernel(curve);
        pin(kernel, new FieldModel.Vector<>(new ExactMachine(), curve), 29, 24);
    }

    @ParameterizedTest
    @EnumSource(Curve.class)
    void theFormulasAnalysedAreTheScalarKernels(Curve curve) {
        pin(new ScalarKernel(curve), new FieldModel.Scalar<>(new ExactMachine(), curve), 52, 48);
    }

    private static void pin(FieldKernel kernel, FieldModel<Long> model, int bits, int topBits) {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        for (int round = 0; round < ROUNDS; round++) {
            long[] w = new long[6 * kernel.element()];
            List<Long> a = fill(kernel, w, 0, random, round, bits, topBits);
            List<Long> b = fill(kernel, w, kernel.element(), random, round + 1, bits, topBits);
            int out = 2 * kernel.element();
            kernel.product(w, 0, kernel.element());
            kernel.minus(w, 0);
            kernel.reduce(w, out);
            model.product(a, b);
            model.minus(a);
            List<Long> c = model.reduce();
            assertSame(kernel, w, out, c);
            kernel.square(w, out, 0);
            model.square(a);
            assertSame(kernel, w, out, model.reduce());
            kernel.difference(w, out, 0, kernel.element());
            kernel.sum(w, out + kernel.element(), 0, kernel.element());
            kernel.multiply(w, out + 2 * kernel.element(), out, out + kernel.element());
            model.product(model.difference(a, b), model.sum(a, b));
            assertSame(kernel, w, out + 2 * kernel.element(), model.reduce());
            kernel.scale(w, 0, 3);
            kernel.reduce(w, out);
            model.scale(a, 3);
            assertSame(kernel, w, out, model.reduce());
        }
    }

    /** Limbs all zero, all at their largest, or random; the same in every lane. */
    private static List<Long> fill(
            FieldKernel kernel, long[] w, int at, RandomGenerator random, int round, int bits, int topBits) {
        int limbs = kernel.element() / kernel.lanes();
        List<Long> element = new ArrayList<>();
        for (int i = 0; i < limbs; i++) {
            long most = (1L << (i == limbs - 1 ? topBits : bits)) - 1;
            long limb = round % 4 == 0 ? 0 : round % 4 == 1 ? most : random.nextLong() & most;
            element.add(limb);
            for (int lane = 0; lane < kernel.lanes(); lane++) {
                w[at + i * kernel.lanes() + lane] = limb;
            }
        }
        return element;
    }

    private static void assertSame(FieldKernel kernel, long[] w, int at, List<Long> expected) {
        for (int i = 0; i < expected.size(); i++) {
            for (int lane = 0; lane < kernel.lanes(); lane++) {
                assertEquals(expected.get(i), w[at + i * kernel.lanes() + lane], "limb " + i + " lane " + lane);
            }
        }
    }

    /** The machine's own arithmetic. */
    private static final class ExactMachine implements FieldModel.Machine<Long> {

        @Override
        public Long constant(long value) {
            return value;
        }

        @Override
        public Long add(Long a, Long b) {
            return a + b;
        }

        @Override
        public Long subtract(Long a, Long b) {
            return a - b;
        }

        @Override
        public Long shiftLeft(Long a, int bits) {
            return a << bits;
        }

        @Override
        public Long shiftRight(Long a, int bits) {
            // The vector kernel's columns are unsigned and shifted by 29 or 24, the scalar kernel's signed by 52 or 48.
            return bits < 32 ? a >>> bits : a >> bits;
        }

        @Override
        public Long mask(Long a, long mask) {
            return a & mask;
        }

        @Override
        public Long multiply(Long a, Long b) {
            return a * b;
        }

        @Override
        public Long multiplyLow(Long a, Long b) {
            return (a * b) & ((1L << 52) - 1);
        }

        @Override
        public Long multiplyHigh(Long a, Long b) {
            return Math.multiplyHigh(a << 6, b << 6);
        }
    }
}
