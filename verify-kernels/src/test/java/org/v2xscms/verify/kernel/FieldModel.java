package org.v2xscms.verify.kernel;

import java.util.ArrayList;
import java.util.List;
import org.v2xscms.verify.Curve;

/**
 * The limb formulas of both kernels once more, over any {@link Machine}: with exact numbers they must give the very limbs the
 * kernels give, and with intervals they prove that nothing overflows. One lane.
 */
abstract class FieldModel<N> {

    /** 64-bit arithmetic on numbers of type N. */
    interface Machine<N> {
        N constant(long value);

        N add(N a, N b);

        N subtract(N a, N b);

        N shiftLeft(N a, int bits);

        /** Floor division by a power of two. */
        N shiftRight(N a, int bits);

        /** The low bits, 0 to mask. */
        N mask(N a, long mask);

        /** A product that must fit. */
        N multiply(N a, N b);

        /** The product cut at bit 52: low part 0 to 2^52 - 1, and what is above. */
        N multiplyLow(N a, N b);

        N multiplyHigh(N a, N b);
    }

    final Machine<N> m;
    final boolean sm2;
    final int limbs;
    final List<N> t = new ArrayList<>();

    FieldModel(Machine<N> machine, Curve curve, int limbs) {
        m = machine;
        sm2 = curve == Curve.SM2;
        this.limbs = limbs;
        for (int i = 0; i < 2 * limbs; i++) {
            t.add(m.constant(0));
        }
    }

    abstract void product(List<N> a, List<N> b);

    abstract void square(List<N> a);

    abstract List<N> reduce();

    abstract N cover(int limb);

    void scale(List<N> a, int factor) {
        for (int i = 0; i < limbs; i++) {
            t.set(i, m.constant(0));
            t.set(limbs + i, m.multiply(a.get(i), m.constant(factor)));
        }
    }

    void minus(List<N> c) {
        for (int i = 0; i < limbs; i++) {
            t.set(limbs + i, m.subtract(m.add(t.get(limbs + i), cover(i)), c.get(i)));
        }
    }

    List<N> sum(List<N> a, List<N> b) {
        List<N> out = new ArrayList<>();
        for (int i = 0; i < limbs; i++) {
            out.add(m.add(a.get(i), b.get(i)));
        }
        return out;
    }

    List<N> difference(List<N> a, List<N> b) {
        List<N> out = new ArrayList<>();
        for (int i = 0; i < limbs; i++) {
            out.add(m.subtract(m.add(a.get(i), cover(i)), b.get(i)));
        }
        return out;
    }

    void accumulate(int column, N value) {
        t.set(column, m.add(t.get(column), value));
    }

    void clear() {
        for (int i = 0; i < 2 * limbs; i++) {
            t.set(i, m.constant(0));
        }
    }

    /** {@link VectorKernel}. */
    static final class Vector<N> extends FieldModel<N> {

        private static final long MASK = (1L << 29) - 1;
        private final long[] bias;
        private final long[] cover;

        Vector(Machine<N> machine, Curve curve) {
            super(machine, curve, 9);
            bias = VectorKernel.bias(curve);
            cover = VectorKernel.cover(curve);
        }

        @Override
        N cover(int limb) {
            return m.constant(cover[limb]);
        }

        @Override
        void product(List<N> a, List<N> b) {
            clear();
            for (int i = 0; i < 9; i++) {
                for (int j = 0; j < 9; j++) {
                    accumulate(i + j, m.multiply(a.get(i), b.get(j)));
                }
            }
        }

        @Override
        void square(List<N> a) {
            clear();
            for (int i = 0; i < 9; i++) {
                accumulate(2 * i, m.multiply(a.get(i), a.get(i)));
                for (int j = i + 1; j < 9; j++) {
                    accumulate(i + j, m.multiply(m.add(a.get(i), a.get(i)), a.get(j)));
                }
            }
        }

        @Override
        List<N> reduce() {
            for (int column = 0; column < 18; column++) {
                accumulate(column, m.constant(bias[column]));
            }
            for (int i = 0; i < 9; i++) {
                N q = m.mask(t.get(i), MASK);
                accumulate(i + 1, m.shiftRight(t.get(i), 29));
                if (sm2) {
                    accumulate(i + 2, m.shiftLeft(q, 6));
                    t.set(i + 3, m.subtract(t.get(i + 3), m.shiftLeft(q, 9)));
                } else {
                    accumulate(i + 3, m.shiftLeft(q, 9));
                    accumulate(i + 6, m.shiftLeft(q, 18));
                }
                t.set(i + 7, m.subtract(t.get(i + 7), m.shiftLeft(q, 21)));
                accumulate(i + 8, m.shiftLeft(q, 24));
            }
            for (int column = 10; column < 18; column++) {
                accumulate(column, m.shiftRight(t.get(column - 1), 29));
            }
            return fold();
        }

        private List<N> fold() {
            N h = m.shiftRight(t.get(17), 24);
            List<N> out = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                out.add(m.mask(t.get(9 + i), MASK));
            }
            out.add(m.mask(t.get(17), (1L << 24) - 1));
            out.set(0, m.add(out.get(0), h));
            N one = m.constant(1);
            N unit = m.constant(1L << 29);
            if (sm2) {
                N x = m.subtract(m.add(out.get(2), unit), m.shiftLeft(h, 6));
                out.set(2, m.mask(x, MASK));
                N y = m.add(m.add(out.get(3), m.shiftLeft(h, 9)), m.shiftRight(x, 29));
                out.set(3, m.subtract(y, one));
                out.set(7, m.add(out.get(7), m.shiftLeft(h, 21)));
                return out;
            }
            N x = m.subtract(m.add(out.get(3), unit), m.shiftLeft(h, 9));
            out.set(3, m.mask(x, MASK));
            for (int i = 4; i < 7; i++) {
                N y = m.add(out.get(i), m.constant(MASK));
                if (i == 6) {
                    y = m.subtract(y, m.shiftLeft(h, 18));
                }
                x = m.add(y, m.shiftRight(x, 29));
                out.set(i, m.mask(x, MASK));
            }
            N y = m.add(m.add(out.get(7), m.shiftLeft(h, 21)), m.shiftRight(x, 29));
            out.set(7, m.subtract(y, one));
            return out;
        }
    }

    /** {@link ScalarKernel}. */
    static final class Scalar<N> extends FieldModel<N> {

        private static final long MASK = (1L << 52) - 1;

        Scalar(Machine<N> machine, Curve curve) {
            super(machine, curve, 5);
        }

        @Override
        N cover(int limb) {
            return m.constant(0);
        }

        @Override
        void product(List<N> a, List<N> b) {
            clear();
            for (int i = 0; i < 5; i++) {
                for (int j = 0; j < 5; j++) {
                    addProduct(i + j, a.get(i), b.get(j));
                }
            }
        }

        @Override
        void square(List<N> a) {
            clear();
            for (int i = 0; i < 5; i++) {
                addProduct(2 * i, a.get(i), a.get(i));
                for (int j = i + 1; j < 5; j++) {
                    addProduct(i + j, m.add(a.get(i), a.get(i)), a.get(j));
                }
            }
        }

        private void addProduct(int column, N a, N b) {
            accumulate(column, m.multiplyLow(a, b));
            accumulate(column + 1, m.multiplyHigh(a, b));
        }

        @Override
        List<N> reduce() {
            for (int i = 0; i < 5; i++) {
                N q = m.mask(t.get(i), MASK);
                accumulate(i + 1, m.shiftRight(t.get(i), 52));
                if (sm2) {
                    addProduct(i + 1, q, m.constant((1L << 12) - (1L << 44)));
                    addProduct(i + 4, q, m.constant((1L << 48) - (1L << 16)));
                } else {
                    addProduct(i + 1, q, m.constant(1L << 44));
                    // The high part of q·2^36 and the low part of q·(2^48 - 2^16) meet in one column.
                    addProduct(i + 3, q, m.constant(1L << 36));
                    addProduct(i + 4, q, m.constant((1L << 48) - (1L << 16)));
                }
            }
            for (int column = 6; column < 10; column++) {
                accumulate(column, m.shiftRight(t.get(column - 1), 52));
            }
            N h = m.shiftRight(t.get(9), 48);
            List<N> out = new ArrayList<>();
            for (int i = 5; i < 9; i++) {
                out.add(m.mask(t.get(i), MASK));
            }
            out.add(m.add(m.mask(t.get(9), (1L << 48) - 1), m.shiftLeft(h, 16)));
            out.set(0, m.add(out.get(0), h));
            if (sm2) {
                out.set(1, m.subtract(m.add(out.get(1), m.shiftLeft(h, 44)), m.shiftLeft(h, 12)));
            } else {
                out.set(1, m.subtract(out.get(1), m.shiftLeft(h, 44)));
                out.set(3, m.subtract(out.get(3), m.shiftLeft(h, 36)));
            }
            return out;
        }
    }
}
