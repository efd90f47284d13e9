package org.v2xscms.crypto.curve;

import java.math.BigInteger;

/** Domain parameters of one curve in the form the arithmetic wants. All values are public. */
final class CurveConstants {

    private final PrimeField field;
    private final PrimeField scalars;
    private final long[] a;
    private final long[] b;
    private final long[] b3;
    private final boolean aIsMinusThree;
    private final byte[] squareRootExponent;
    private final long[] gx;
    private final long[] gy;

    CurveConstants(BigInteger p, BigInteger a, BigInteger b, BigInteger n, BigInteger gx, BigInteger gy) {
        field = new PrimeField(p);
        scalars = new PrimeField(n);
        this.a = field.constant(a);
        this.b = field.constant(b);
        b3 = field.constant(b.multiply(BigInteger.valueOf(3)).mod(p));
        aIsMinusThree = a.equals(p.subtract(BigInteger.valueOf(3)));
        // p = 3 mod 4 for all five curves, so that x^((p+1)/4) is a square root of x where one exists.
        squareRootExponent = p.add(BigInteger.ONE).shiftRight(2).toByteArray();
        this.gx = field.constant(gx);
        this.gy = field.constant(gy);
    }

    /** Arithmetic of coordinates. */
    PrimeField field() {
        return field;
    }

    /** Arithmetic modulo the group order. */
    PrimeField scalars() {
        return scalars;
    }

    long[] a() {
        return a;
    }

    long[] b3() {
        return b3;
    }

    boolean aIsMinusThree() {
        return aIsMinusThree;
    }

    long[] gx() {
        return gx;
    }

    long[] gy() {
        return gy;
    }

    /** z = x³ + ax + b. */
    void rightSide(long[] z, long[] x) {
        long[] t = field.newElement();
        field.multiply(t, x, x);
        field.add(t, t, a);
        field.multiply(t, t, x);
        field.add(z, t, b);
    }

    /** z = a square root of x if x has one, else some other number: the caller squares and compares. */
    void squareRoot(long[] z, long[] x) {
        field.power(z, x, squareRootExponent);
    }
}
