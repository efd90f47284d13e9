package org.v2xscms.verify;

import java.math.BigInteger;

/**
 * The two prime curves {@code y² = x³ - 3x + b} the kernels compute on. Both have 256-bit primes close to 2^256 that are
 * -1 modulo 2^64, prime order and cofactor 1, so one set of formulas serves both.
 */
public enum Curve {
    /** NIST P-256 (FIPS 186-4 D.1.2.3), verified with ECDSA. */
    P256(
            "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff",
            "5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b",
            "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551",
            "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296",
            "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5"),
    /** The recommended curve of GM/T 0003.5-2012 (GB/T 32918.5), verified with SM2. */
    SM2(
            "fffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffff",
            "28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93",
            "fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123",
            "32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7",
            "bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0");

    private final BigInteger prime;
    private final BigInteger b;
    private final BigInteger order;
    private final BigInteger baseX;
    private final BigInteger baseY;

    Curve(String prime, String b, String order, String baseX, String baseY) {
        this.prime = new BigInteger(prime, 16);
        this.b = new BigInteger(b, 16);
        this.order = new BigInteger(order, 16);
        this.baseX = new BigInteger(baseX, 16);
        this.baseY = new BigInteger(baseY, 16);
    }

    /** The field's prime p. */
    public BigInteger prime() {
        return prime;
    }

    /** The constant b of the curve equation; a is -3. */
    public BigInteger b() {
        return b;
    }

    /** The prime order n of the base point. */
    public BigInteger order() {
        return order;
    }

    public BigInteger baseX() {
        return baseX;
    }

    public BigInteger baseY() {
        return baseY;
    }

    /** Whether {@code (x, y)} with both coordinates in [0, p) satisfies the curve equation. */
    public boolean contains(BigInteger x, BigInteger y) {
        if (x.signum() < 0 || y.signum() < 0 || x.compareTo(prime) >= 0 || y.compareTo(prime) >= 0) {
            return false;
        }
        BigInteger right =
                x.multiply(x).subtract(BigInteger.valueOf(3)).multiply(x).add(b);
        return y.multiply(y).subtract(right).mod(prime).signum() == 0;
    }
}
