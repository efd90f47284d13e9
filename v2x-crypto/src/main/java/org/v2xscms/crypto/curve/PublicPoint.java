package org.v2xscms.crypto.curve;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.v2xscms.codec.oer.Octets;

/**
 * A public point: certainly on its curve and not the point at infinity, so every scalar multiple of it by a number in
 * [1, n-1] is one, too. Immutable.
 */
public final class PublicPoint {

    private final Curve curve;
    private final long[] fieldX;
    private final long[] fieldY;
    private final Octets x;
    private final Octets y;

    private PublicPoint(Curve curve, long[] fieldX, long[] fieldY) {
        this.curve = curve;
        this.fieldX = fieldX;
        this.fieldY = fieldY;
        PrimeField field = curve.constants().field();
        x = octets(field, fieldX);
        y = octets(field, fieldY);
    }

    private static Octets octets(PrimeField field, long[] element) {
        long[] plain = field.newElement();
        field.fromMontgomery(plain, element);
        byte[] bytes = new byte[field.octets()];
        field.write(bytes, 0, plain);
        return Octets.of(bytes);
    }

    /** The point with these coordinates, each big-endian of {@link Curve#octets()} octets (uncompressed form). */
    public static PointDecoding ofCoordinates(Curve curve, Octets x, Octets y) {
        if (x.length() != curve.octets() || y.length() != curve.octets()) {
            return new PointDecoding.Refused(PointDecoding.Reason.WRONG_LENGTH);
        }
        PrimeField field = curve.constants().field();
        long[] fieldX = field.newElement();
        long[] fieldY = field.newElement();
        if ((readCoordinate(field, fieldX, x) & readCoordinate(field, fieldY, y)) == 0) {
            return new PointDecoding.Refused(PointDecoding.Reason.COORDINATE_TOO_LARGE);
        }
        if (!isOnCurve(curve, fieldX, fieldY)) {
            return new PointDecoding.Refused(PointDecoding.Reason.NOT_ON_CURVE);
        }
        return new PointDecoding.OnCurve(new PublicPoint(curve, fieldX, fieldY));
    }

    /** The point with this x whose y has the given lowest bit (compressed form). */
    public static PointDecoding ofCompressed(Curve curve, Octets x, Parity parity) {
        if (x.length() != curve.octets()) {
            return new PointDecoding.Refused(PointDecoding.Reason.WRONG_LENGTH);
        }
        CurveConstants constants = curve.constants();
        PrimeField field = constants.field();
        long[] fieldX = field.newElement();
        if (readCoordinate(field, fieldX, x) == 0) {
            return new PointDecoding.Refused(PointDecoding.Reason.COORDINATE_TOO_LARGE);
        }
        long[] fieldY = field.newElement();
        constants.rightSide(fieldY, fieldX);
        constants.squareRoot(fieldY, fieldY);
        if (!isOnCurve(curve, fieldX, fieldY)) {
            return new PointDecoding.Refused(PointDecoding.Reason.NOT_ON_CURVE);
        }
        // y is never zero: the group order is odd, so no point has order two.
        PublicPoint point = new PublicPoint(curve, fieldX, fieldY);
        return new PointDecoding.OnCurve(point.parity() == parity ? point : point.negate());
    }

    /** Both points with this x, the even one first, for signatures that carry x only; none if the curve has none. */
    public static List<PublicPoint> candidates(Curve curve, Octets x) {
        return ofCompressed(curve, x, Parity.EVEN)
                .asOptional()
                .map(even -> List.of(even, even.negate()))
                .orElse(List.of());
    }

    /** SEC 1 2.3.4: {@code 02 x}, {@code 03 x} or {@code 04 x y}; the single octet 0 is the refused infinity. */
    public static PointDecoding ofSec1(Curve curve, Octets encoded) {
        int format = encoded.isEmpty() ? -1 : encoded.get(0);
        Octets body = encoded.slice(Math.min(1, encoded.length()), encoded.length());
        return switch (format) {
            case 0 -> new PointDecoding.Refused(PointDecoding.Reason.INFINITY);
            case 2 -> ofCompressed(curve, body, Parity.EVEN);
            case 3 -> ofCompressed(curve, body, Parity.ODD);
            case 4 ->
                body.length() == 2 * curve.octets()
                        ? ofCoordinates(curve, body.slice(0, curve.octets()), body.last(curve.octets()))
                        : new PointDecoding.Refused(PointDecoding.Reason.WRONG_LENGTH);
            default -> new PointDecoding.Refused(PointDecoding.Reason.UNKNOWN_FORMAT);
        };
    }

    private static long readCoordinate(PrimeField field, long[] target, Octets coordinate) {
        long inRange = field.read(target, coordinate.toByteArray(), 0);
        field.toMontgomery(target, target);
        return inRange;
    }

    private static boolean isOnCurve(Curve curve, long[] fieldX, long[] fieldY) {
        PrimeField field = curve.constants().field();
        long[] left = field.newElement();
        long[] right = field.newElement();
        field.multiply(left, fieldY, fieldY);
        curve.constants().rightSide(right, fieldX);
        return field.isEqual(left, right) != 0;
    }

    public Curve curve() {
        return curve;
    }

    /** The x coordinate, big-endian, {@link Curve#octets()} octets. */
    public Octets x() {
        return x;
    }

    /** The y coordinate, big-endian, {@link Curve#octets()} octets. */
    public Octets y() {
        return y;
    }

    /** The lowest bit of y. */
    public Parity parity() {
        return (y.get(y.length() - 1) & 1) == 0 ? Parity.EVEN : Parity.ODD;
    }

    /** SEC 1 compressed form: {@code 02} or {@code 03}, then x. */
    public Octets compressed() {
        return Octets.concat(Octets.of((byte) (parity() == Parity.EVEN ? 2 : 3)), x);
    }

    /** The point with the same x and the other y. */
    public PublicPoint negate() {
        PrimeField field = curve.constants().field();
        long[] negative = field.newElement();
        field.negate(negative, fieldY);
        return new PublicPoint(curve, fieldX, negative);
    }

    /** The sum of both points; empty where it is the point at infinity. */
    public Optional<PublicPoint> plus(PublicPoint other) {
        requireCurve(other.curve);
        ProjectivePoint sum = projective();
        try (PointArithmetic arithmetic = new PointArithmetic(curve.constants())) {
            arithmetic.add(sum, sum, other.projective());
        }
        return affine(curve, sum).getFirst();
    }

    /**
     * The multiple by a public number, big-endian, at most twice {@link Curve#octets()} octets, reduced modulo n; empty
     * where that is zero.
     */
    public Optional<PublicPoint> times(Octets factor) {
        return affine(curve, multipleBySecret(curve.reduce(factor).toByteArray()))
                .getFirst();
    }

    /**
     * This point plus f * G for each of the secret numbers f, the step that expands a butterfly key. Cheaper per point
     * than one by one because all results share one inversion.
     *
     * @throws ArithmeticException if a sum is the point at infinity, which chance brings about once in 2^256 sums
     */
    public List<PublicPoint> plusMultiplesOfG(List<PrivateScalar> factors) {
        ProjectivePoint[] sums = new ProjectivePoint[factors.size()];
        try (PointArithmetic arithmetic = new PointArithmetic(curve.constants())) {
            for (int i = 0; i < sums.length; i++) {
                PrivateScalar factor = factors.get(i);
                requireCurve(factor.curve());
                ProjectivePoint sum = projective();
                factor.lend(octets -> curve.multiplication().addMultipleOfBase(arithmetic, sum, octets));
                sums[i] = sum;
            }
        }
        return affine(curve, sums).stream()
                .map(point -> point.orElseThrow(() -> new ArithmeticException("sum is the point at infinity")))
                .toList();
    }

    /** The secret multiple of this point in projective coordinates, for {@link PrivateScalar}. */
    ProjectivePoint multipleBySecret(byte[] scalar) {
        ProjectivePoint product = new ProjectivePoint(curve.constants().field());
        try (PointArithmetic arithmetic = new PointArithmetic(curve.constants())) {
            curve.multiplication().multiply(arithmetic, product, scalar, projective());
        }
        return product;
    }

    /** Points that have become public; empty for the point at infinity. */
    static List<Optional<PublicPoint>> affine(Curve curve, ProjectivePoint... points) {
        curve.multiplication().normalize(points);
        PrimeField field = curve.constants().field();
        return List.of(points).stream()
                .map(p -> field.isZero(p.z) == 0
                        ? Optional.of(new PublicPoint(curve, p.x.clone(), p.y.clone()))
                        : Optional.<PublicPoint>empty())
                .toList();
    }

    private ProjectivePoint projective() {
        PrimeField field = curve.constants().field();
        ProjectivePoint point = new ProjectivePoint(field);
        System.arraycopy(fieldX, 0, point.x, 0, fieldX.length);
        System.arraycopy(fieldY, 0, point.y, 0, fieldY.length);
        System.arraycopy(field.one(), 0, point.z, 0, fieldX.length);
        return point;
    }

    private void requireCurve(Curve other) {
        if (other != curve) {
            throw new IllegalArgumentException("mixes " + curve + " with " + other);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PublicPoint that && curve == that.curve && x.equals(that.x) && y.equals(that.y);
    }

    @Override
    public int hashCode() {
        return Objects.hash(curve, x, y);
    }

    @Override
    public String toString() {
        return curve + "[" + compressed() + "]";
    }
}
