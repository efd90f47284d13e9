package org.v2xscms.verify;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.v2xscms.verify.kernel.Modulus;

/**
 * A public key: a point of the curve, checked to be on it. Nothing else can be handed to a verifier, so no private scalar
 * can reach its variable-time arithmetic.
 */
public final class PublicKeyPoint {

    private static final int OCTETS = 32;

    private final Curve curve;
    private final long[] coordinates = new long[2 * Modulus.LIMBS];
    private final long fingerprint;

    private PublicKeyPoint(Curve curve, BigInteger x, BigInteger y) {
        this.curve = curve;
        split(x, 0);
        split(y, Modulus.LIMBS);
        long mixed = curve == Curve.SM2 ? 2 : 1;
        for (long limb : coordinates) {
            mixed = (mixed ^ limb) * 0x9e37_79b9_7f4a_7c15L;
            mixed ^= mixed >>> 29;
        }
        fingerprint = mixed == 0 ? 1 : mixed;
    }

    private void split(BigInteger number, int at) {
        Modulus.limbsOfWords(
                coordinates,
                at,
                number.longValue(),
                number.shiftRight(64).longValue(),
                number.shiftRight(128).longValue(),
                number.shiftRight(192).longValue());
    }

    /**
     * The point with the given coordinates, 32 octets each, most significant first.
     *
     * @return empty where it is not a point of the curve
     */
    public static Optional<PublicKeyPoint> of(Curve curve, byte[] x, byte[] y) {
        return of(curve, number(x), number(y));
    }

    /** The point with the given coordinates, or empty where it is not a point of the curve. */
    public static Optional<PublicKeyPoint> of(Curve curve, BigInteger x, BigInteger y) {
        return curve.contains(x, y) ? Optional.of(new PublicKeyPoint(curve, x, y)) : Optional.empty();
    }

    /**
     * The point with abscissa x (32 octets) and an ordinate of the given parity, as IEEE 1609.2's compressed-y-0 and
     * compressed-y-1 give it; empty where x is the abscissa of no point.
     */
    public static Optional<PublicKeyPoint> decompress(Curve curve, byte[] x, boolean oddY) {
        BigInteger p = curve.prime();
        BigInteger abscissa = number(x);
        BigInteger right = abscissa.multiply(abscissa)
                .subtract(BigInteger.valueOf(3))
                .multiply(abscissa)
                .add(curve.b())
                .mod(p);
        // Both primes are 3 modulo 4, so a square root of a square is its power (p + 1)/4.
        BigInteger root = right.modPow(p.add(BigInteger.ONE).shiftRight(2), p);
        return of(curve, abscissa, root.testBit(0) == oddY ? root : p.subtract(root));
    }

    private static BigInteger number(byte[] octets) {
        if (octets.length != OCTETS) {
            throw new IllegalArgumentException("a coordinate has 32 octets, not " + octets.length);
        }
        return new BigInteger(1, octets);
    }

    public Curve curve() {
        return curve;
    }

    public BigInteger x() {
        return number(0);
    }

    public BigInteger y() {
        return number(Modulus.LIMBS);
    }

    private BigInteger number(int at) {
        BigInteger number = BigInteger.ZERO;
        for (int i = Modulus.LIMBS - 1; i >= 0; i--) {
            number = number.shiftLeft(52).or(BigInteger.valueOf(coordinates[at + i]));
        }
        return number;
    }

    /** x then y as plain residues; not to be written to. */
    long[] coordinates() {
        return coordinates;
    }

    /** A mixed hash, never 0. */
    long fingerprint() {
        return fingerprint;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PublicKeyPoint that
                && fingerprint == that.fingerprint
                && curve == that.curve
                && Arrays.equals(coordinates, that.coordinates);
    }

    @Override
    public int hashCode() {
        return (int) fingerprint;
    }

    @Override
    public String toString() {
        return curve + " " + x().toString(16);
    }
}
