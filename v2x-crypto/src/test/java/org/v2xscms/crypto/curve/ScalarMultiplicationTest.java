package org.v2xscms.crypto.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.v2xscms.crypto.BouncyCastleCurves;

class ScalarMultiplicationTest {

    @ParameterizedTest
    @EnumSource(Curve.class)
    void additionIsRightForEqualOppositeAndInfinitePoints(Curve curve) {
        ECPoint g = BouncyCastleCurves.domain(curve).getG();
        List<ECPoint> points = List.of(
                g.getCurve().getInfinity(), g, g.negate(), g.twice(), g.twice().negate(), g.multiply(BigInteger.TEN));
        try (PointArithmetic arithmetic = new PointArithmetic(curve.constants())) {
            for (ECPoint p : points) {
                ProjectivePoint doubled = projective(curve, p);
                arithmetic.twice(doubled, doubled);
                assertEquals(expected(curve, p.twice()), affine(curve, doubled));
                for (ECPoint q : points) {
                    ProjectivePoint left = projective(curve, p);
                    ProjectivePoint right = projective(curve, q);
                    arithmetic.add(left, left, right);
                    assertEquals(expected(curve, p.add(q)), affine(curve, left));
                    if (!q.isInfinity()) {
                        ProjectivePoint sum = projective(curve, p);
                        ProjectivePoint affine = projective(curve, q);
                        arithmetic.addAffine(sum, sum, affine.x, affine.y);
                        assertEquals(expected(curve, p.add(q)), affine(curve, sum));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Curve.class)
    void multiplesAgreeWithBouncyCastleForEdgeAndRandomScalars(Curve curve) {
        ECPoint g = BouncyCastleCurves.domain(curve).getG();
        ECPoint other = g.multiply(BigInteger.valueOf(1_609_2L)).normalize();
        ScalarMultiplication multiplication = curve.multiplication();
        for (BigInteger scalar : scalars(curve)) {
            byte[] octets = BouncyCastleCurves.octets(curve, scalar).toByteArray();
            try (PointArithmetic arithmetic = new PointArithmetic(curve.constants())) {
                ProjectivePoint product = new ProjectivePoint(curve.constants().field());
                multiplication.multiply(arithmetic, product, octets, projective(curve, other));
                assertEquals(expected(curve, other.multiply(scalar)), affine(curve, product), () -> "k = " + scalar);
                ProjectivePoint sum = projective(curve, other);
                multiplication.addMultipleOfBase(arithmetic, sum, octets);
                assertEquals(expected(curve, g.multiply(scalar).add(other)), affine(curve, sum), () -> "k = " + scalar);
            }
        }
    }

    private static List<BigInteger> scalars(Curve curve) {
        BigInteger n = BouncyCastleCurves.domain(curve).getN();
        BigInteger top = BigInteger.ONE.shiftLeft(n.bitLength()).subtract(BigInteger.ONE);
        List<BigInteger> scalars = new ArrayList<>(List.of(n, n.add(BigInteger.ONE), top, n.shiftRight(1)));
        for (int k = 0; k < 40; k++) {
            scalars.add(BigInteger.valueOf(k));
            scalars.add(n.subtract(BigInteger.valueOf(k + 1)));
        }
        // -16092: the sum with the base multiple is the point at infinity
        scalars.add(n.subtract(BigInteger.valueOf(16_092)));
        Random random = new Random(39_57);
        for (int k = 0; k < 40; k++) {
            scalars.add(new BigInteger(n.bitLength(), random));
        }
        return scalars;
    }

    @ParameterizedTest
    @EnumSource(Curve.class)
    void normalizeKeepsInfinityApartFromItsNeighbours(Curve curve) {
        ECPoint g = BouncyCastleCurves.domain(curve).getG();
        List<Optional<PublicPoint>> points = PublicPoint.affine(
                curve,
                projective(curve, g),
                new ProjectivePoint(curve.constants().field()),
                projective(curve, g.twice()));
        assertEquals(List.of(expected(curve, g), Optional.empty(), expected(curve, g.twice())), points);
    }

    private static ProjectivePoint projective(Curve curve, ECPoint point) {
        ProjectivePoint p = new ProjectivePoint(curve.constants().field());
        if (!point.isInfinity()) {
            ECPoint affine = point.normalize();
            PrimeField field = curve.constants().field();
            System.arraycopy(field.constant(affine.getAffineXCoord().toBigInteger()), 0, p.x, 0, field.limbs());
            System.arraycopy(field.constant(affine.getAffineYCoord().toBigInteger()), 0, p.y, 0, field.limbs());
            System.arraycopy(field.one(), 0, p.z, 0, field.limbs());
        }
        return p;
    }

    private static Optional<PublicPoint> affine(Curve curve, ProjectivePoint point) {
        return PublicPoint.affine(curve, point).getFirst();
    }

    private static Optional<PublicPoint> expected(Curve curve, ECPoint point) {
        return point.isInfinity() ? Optional.empty() : Optional.of(BouncyCastleCurves.point(curve, point));
    }
}
