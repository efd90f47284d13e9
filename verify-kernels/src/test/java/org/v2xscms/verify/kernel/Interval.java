package org.v2xscms.verify.kernel;

import java.math.BigInteger;

/** A closed range of integers. */
record Interval(BigInteger low, BigInteger high) {

    static Interval of(long low, long high) {
        return new Interval(BigInteger.valueOf(low), BigInteger.valueOf(high));
    }

    Interval hull(Interval other) {
        return new Interval(low.min(other.low), high.max(other.high));
    }

    /**
     * Interval arithmetic that refuses anything that leaves the machine's words.
     *
     * @param unsigned the vector kernel: nothing below 0 or above 2^64 - 1, factors below 2^32; otherwise the scalar kernel:
     *     signed 64 bits, factors within ±2^57
     */
    record Machine(boolean unsigned) implements FieldModel.Machine<Interval> {

        private static final BigInteger MASK_52 = BigInteger.ONE.shiftLeft(52).subtract(BigInteger.ONE);

        private Interval checked(BigInteger low, BigInteger high) {
            BigInteger least =
                    unsigned ? BigInteger.ZERO : BigInteger.ONE.shiftLeft(63).negate();
            BigInteger most = BigInteger.ONE.shiftLeft(unsigned ? 64 : 63).subtract(BigInteger.ONE);
            if (low.compareTo(least) < 0 || high.compareTo(most) > 0) {
                throw new AssertionError("leaves the word: " + low.toString(16) + " to " + high.toString(16));
            }
            return new Interval(low, high);
        }

        private void checkFactor(Interval a) {
            BigInteger limit = BigInteger.ONE.shiftLeft(unsigned ? 32 : 57);
            if (a.high.compareTo(limit) >= 0 || a.low.negate().compareTo(limit) >= 0) {
                throw new AssertionError("factor too wide: " + a.low.toString(16) + " to " + a.high.toString(16));
            }
        }

        @Override
        public Interval constant(long value) {
            return Interval.of(value, value);
        }

        @Override
        public Interval add(Interval a, Interval b) {
            return checked(a.low.add(b.low), a.high.add(b.high));
        }

        @Override
        public Interval subtract(Interval a, Interval b) {
            return checked(a.low.subtract(b.high), a.high.subtract(b.low));
        }

        @Override
        public Interval shiftLeft(Interval a, int bits) {
            return checked(a.low.shiftLeft(bits), a.high.shiftLeft(bits));
        }

        @Override
        public Interval shiftRight(Interval a, int bits) {
            return checked(a.low.shiftRight(bits), a.high.shiftRight(bits));
        }

        @Override
        public Interval mask(Interval a, long mask) {
            BigInteger most = BigInteger.valueOf(mask);
            return a.low.signum() >= 0 && a.high.compareTo(most) <= 0 ? a : new Interval(BigInteger.ZERO, most);
        }

        @Override
        public Interval multiply(Interval a, Interval b) {
            checkFactor(a);
            checkFactor(b);
            Interval exact = exactProduct(a, b);
            return checked(exact.low, exact.high);
        }

        private static Interval exactProduct(Interval a, Interval b) {
            BigInteger ll = a.low.multiply(b.low);
            BigInteger lh = a.low.multiply(b.high);
            BigInteger hl = a.high.multiply(b.low);
            BigInteger hh = a.high.multiply(b.high);
            return new Interval(ll.min(lh).min(hl.min(hh)), ll.max(lh).max(hl.max(hh)));
        }

        @Override
        public Interval multiplyLow(Interval a, Interval b) {
            return new Interval(BigInteger.ZERO, MASK_52);
        }

        @Override
        public Interval multiplyHigh(Interval a, Interval b) {
            checkFactor(a);
            checkFactor(b);
            Interval exact = exactProduct(a, b);
            return checked(exact.low.shiftRight(52), exact.high.shiftRight(52));
        }
    }
}
