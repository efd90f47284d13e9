package org.v2xscms.crypto.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.BouncyCastleCurves;
import org.v2xscms.crypto.SeededRandom;

class PublicPointTest {

    @ParameterizedTest
    @EnumSource(Curve.class)
    void everyEncodingLeadsBackToThePoint(Curve curve) {
        SeededRandom random = new SeededRandom(1);
        for (int n = 0; n < 8; n++) {
            PublicPoint point = PrivateScalar.generate(curve, random).publicPoint();
            ECPoint foreign = BouncyCastleCurves.point(point);
            assertEquals(Octets.of(foreign.getEncoded(true)), point.compressed());
            assertEquals(point, PublicPoint.ofSec1(curve, point.compressed()).orElseThrow());
            assertEquals(
                    point,
                    PublicPoint.ofSec1(curve, Octets.of(foreign.getEncoded(false)))
                            .orElseThrow());
            assertEquals(
                    point,
                    PublicPoint.ofCompressed(curve, point.x(), point.parity()).orElseThrow());
            PublicPoint even = point.parity() == Parity.EVEN ? point : point.negate();
            assertEquals(List.of(even, even.negate()), PublicPoint.candidates(curve, point.x()));
        }
    }

    @ParameterizedTest
    @EnumSource(Curve.class)
    void refusesWhatIsNotOnTheCurve(Curve curve) {
        PublicPoint g = curve.generator();
        BigInteger p = BouncyCastleCurves.domain(curve).getCurve().getField().getCharacteristic();
        Octets prime = BouncyCastleCurves.octets(curve, p);
        Octets zero = Octets.of(new byte[curve.octets()]);
        refuses(PointDecoding.Reason.NOT_ON_CURVE, PublicPoint.ofCoordinates(curve, g.x(), g.x()));
        refuses(PointDecoding.Reason.NOT_ON_CURVE, PublicPoint.ofCoordinates(curve, zero, zero));
        refuses(PointDecoding.Reason.COORDINATE_TOO_LARGE, PublicPoint.ofCoordinates(curve, prime, g.y()));
        refuses(PointDecoding.Reason.COORDINATE_TOO_LARGE, PublicPoint.ofCoordinates(curve, g.x(), prime));
        refuses(PointDecoding.Reason.COORDINATE_TOO_LARGE, PublicPoint.ofCompressed(curve, prime, Parity.ODD));
        refuses(PointDecoding.Reason.WRONG_LENGTH, PublicPoint.ofCoordinates(curve, g.x().slice(1, 4), g.y()));
        refuses(PointDecoding.Reason.WRONG_LENGTH, PublicPoint.ofCompressed(curve, Octets.EMPTY, Parity.ODD));
        refuses(PointDecoding.Reason.INFINITY, PublicPoint.ofSec1(curve, Octets.of((byte) 0)));
        refuses(PointDecoding.Reason.UNKNOWN_FORMAT, PublicPoint.ofSec1(curve, Octets.EMPTY));
        refuses(PointDecoding.Reason.UNKNOWN_FORMAT, PublicPoint.ofSec1(curve, Octets.of((byte) 5)));
        refuses(PointDecoding.Reason.WRONG_LENGTH, PublicPoint.ofSec1(curve, Octets.of((byte) 4)));
        refuses(PointDecoding.Reason.WRONG_LENGTH, PublicPoint.ofSec1(curve, Octets.of((byte) 2)));
    }

    private static void refuses(PointDecoding.Reason reason, PointDecoding decoding) {
        assertEquals(new PointDecoding.Refused(reason), decoding);
        assertEquals(Optional.empty(), decoding.asOptional());
        assertThrows(IllegalArgumentException.class, decoding::orElseThrow);
    }

    @ParameterizedTest
    @EnumSource(Curve.class)
    void anXWithoutAPointHasNoCandidates(Curve curve) {
        BigInteger x = BigInteger.ONE;
        while (true) {
            Octets octets = BouncyCastleCurves.octets(curve, x);
            boolean foreignFinds = foreignFinds(curve, octets);
            assertEquals(
                    foreignFinds ? 2 : 0, PublicPoint.candidates(curve, octets).size());
            if (!foreignFinds) {
                refuses(PointDecoding.Reason.NOT_ON_CURVE, PublicPoint.ofCompressed(curve, octets, Parity.ODD));
                return;
            }
            x = x.add(BigInteger.ONE);
        }
    }

    private static boolean foreignFinds(Curve curve, Octets x) {
        try {
            byte[] encoded = Octets.concat(Octets.of((byte) 2), x).toByteArray();
            return !BouncyCastleCurves.domain(curve)
                    .getCurve()
                    .decodePoint(encoded)
                    .isInfinity();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @ParameterizedTest
    @EnumSource(Curve.class)
    void sumsAndMultiplesThatAreInfinityAreEmpty(Curve curve) {
        PublicPoint g = curve.generator();
        assertEquals(Optional.empty(), g.plus(g.negate()));
        assertEquals(Optional.empty(), g.times(curve.order()));
        assertEquals(Optional.empty(), g.times(Octets.EMPTY));
        assertEquals(g.plus(g), g.times(Octets.of((byte) 2)));
        assertEquals(Optional.of(g), g.times(Octets.of((byte) 1)));
    }

    @ParameterizedTest
    @EnumSource(Curve.class)
    void addsMultiplesOfTheBaseInBatches(Curve curve) {
        SeededRandom random = new SeededRandom(2);
        PublicPoint base = PrivateScalar.generate(curve, random).publicPoint();
        List<PrivateScalar> factors = List.of(
                PrivateScalar.generate(curve, random),
                PrivateScalar.generate(curve, random),
                PrivateScalar.generate(curve, random));
        List<PublicPoint> expected = factors.stream()
                .map(f -> base.plus(f.publicPoint()).orElseThrow())
                .toList();
        assertEquals(expected, base.plusMultiplesOfG(factors));
        assertEquals(List.of(), base.plusMultiplesOfG(List.of()));
    }

    @Test
    void curvesDoNotMix() {
        PublicPoint p256 = Curve.NIST_P256.generator();
        PublicPoint sm2 = Curve.SM2.generator();
        assertThrows(IllegalArgumentException.class, () -> p256.plus(sm2));
        assertNotEquals(p256, sm2);
    }
}
