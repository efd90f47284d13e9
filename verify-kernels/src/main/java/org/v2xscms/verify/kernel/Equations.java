package org.v2xscms.verify.kernel;

import org.v2xscms.verify.Curve;

/**
 * Signatures brought to the form every path decides: is the abscissa of u1·G + u2·Q equal to v modulo n?
 *
 * <pre>
 * ECDSA (FIPS 186-5 6.4.2)      u1 = e/s    u2 = r/s      v = r
 * SM2 (GM/T 0003.2-2012 7.1)    u1 = s      u2 = r + s    v = r - e
 * </pre>
 *
 * <p>The divisions by s of a whole queue share one inversion modulo n. Values out of range are refused on entry. Residues
 * are canonical and not in Montgomery's domain; arrays hold one entry of {@link Modulus#LIMBS} longs per signature.
 */
public final class Equations {

    private static final int L = Modulus.LIMBS;

    private final Curve curve;
    private final Modulus order;
    private final long[] e;
    private final long[] r;
    private final long[] s;
    private final long[] u1;
    private final long[] u2;
    private final long[] v;
    private final long[] t = new long[3 * L];
    private final long[] primeLessOrder;
    private int size;

    public Equations(Curve curve, int capacity) {
        this.curve = curve;
        order = new Modulus(curve.order());
        primeLessOrder = order.residue(curve.prime().subtract(curve.order()));
        e = new long[capacity * L];
        r = new long[capacity * L];
        s = new long[capacity * L];
        u1 = new long[capacity * L];
        u2 = new long[capacity * L];
        v = new long[capacity * L];
    }

    public void clear() {
        size = 0;
    }

    public int size() {
        return size;
    }

    /**
     * Adds a signature, octets most significant first.
     *
     * @return its index, or -1 where r, s (or r + s, for SM2) is not in [1, n-1]: the signature is invalid
     */
    public int add(byte[] digest, int digestAt, byte[] rs, int rAt, byte[] ss, int sAt) {
        int at = size * L;
        read(digest, digestAt, e, at);
        order.reduce(e, at);
        read(rs, rAt, r, at);
        read(ss, sAt, s, at);
        if (!inRange(r, at) || !inRange(s, at)) {
            return -1;
        }
        if (curve == Curve.SM2) {
            order.add(u2, at, r, at, s, at);
            if (Modulus.isZero(u2, at)) {
                return -1;
            }
        }
        return size++;
    }

    private boolean inRange(long[] residue, int at) {
        return order.isCanonical(residue, at) && !Modulus.isZero(residue, at);
    }

    private static void read(byte[] octets, int from, long[] residue, int at) {
        Modulus.limbsOfWords(
                residue,
                at,
                BigEndian.longAt(octets, from + 24),
                BigEndian.longAt(octets, from + 16),
                BigEndian.longAt(octets, from + 8),
                BigEndian.longAt(octets, from));
    }

    /** Computes u1, u2 and v of all signatures. */
    public void solve() {
        if (size == 0) {
            return;
        }
        if (curve == Curve.SM2) {
            System.arraycopy(s, 0, u1, 0, size * L);
            for (int at = 0; at < size * L; at += L) {
                order.subtract(v, at, r, at, e, at);
            }
        } else {
            System.arraycopy(r, 0, v, 0, size * L);
            divideByS();
        }
    }

    /** Montgomery's trick: u2 first holds the products of all s up to each; every product carries one 1/R that cancels. */
    private void divideByS() {
        System.arraycopy(s, 0, u2, 0, L);
        for (int at = L; at < size * L; at += L) {
            order.multiply(u2, at, u2, at - L, s, at);
        }
        int inverse = 0;
        int ofS = L;
        order.invert(t, inverse, u2, (size - 1) * L);
        for (int at = (size - 1) * L; at >= 0; at -= L) {
            if (at > 0) {
                order.multiply(t, ofS, u2, at - L, t, inverse);
                order.multiply(t, inverse, s, at, t, inverse);
            } else {
                System.arraycopy(t, inverse, t, ofS, L);
            }
            order.multiply(t, ofS, t, ofS, order.rSquared(), 0);
            order.multiply(u1, at, e, at, t, ofS);
            order.multiply(u2, at, r, at, t, ofS);
        }
    }

    Modulus order() {
        return order;
    }

    long[] u1() {
        return u1;
    }

    long[] u2() {
        return u2;
    }

    long[] v() {
        return v;
    }

    /** Whether an abscissa (a residue modulo p, below 2n on both curves), reduced modulo n, is v of signature {@code index}. */
    boolean matches(long[] abscissa, int index) {
        System.arraycopy(abscissa, 0, t, 0, L);
        order.reduce(t, 0);
        return Modulus.equal(t, 0, v, index * L);
    }

    /** Whether v + n is still below p, so that two abscissas are v modulo n. */
    boolean hasSecondAbscissa(int index) {
        int at = index * L;
        for (int i = L - 1; i >= 0; i--) {
            if (v[at + i] != primeLessOrder[i]) {
                return v[at + i] < primeLessOrder[i];
            }
        }
        return false;
    }
}
