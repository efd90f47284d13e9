package org.v2xscms.crypto.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.v2xscms.crypto.BouncyCastleCurves;

class PrimeFieldTest {

    private static final BigInteger ONE = BigInteger.ONE;

    @ParameterizedTest
    @EnumSource(Curve.class)
    void agreesWithBigIntegerModuloTheFieldPrime(Curve curve) {
        agrees(
                curve.constants().field(),
                BouncyCastleCurves.domain(curve).getCurve().getField().getCharacteristic());
    }

    @ParameterizedTest
    @EnumSource(Curve.class)
    void agreesWithBigIntegerModuloTheGroupOrder(Curve curve) {
        agrees(curve.constants().scalars(), BouncyCastleCurves.domain(curve).getN());
    }

    private static void agrees(PrimeField field, BigInteger m) {
        Random random = new Random(20_04);
        List<BigInteger> numbers = edges(m);
        for (int n = 0; n < 60; n++) {
            numbers.add(new BigInteger(m.bitLength() + 8, random).mod(m));
        }
        for (BigInteger x : numbers) {
            unary(field, m, x);
            for (BigInteger y : numbers) {
                binary(field, m, x, y);
            }
        }
    }

    private static List<BigInteger> edges(BigInteger m) {
        List<BigInteger> edges = new ArrayList<>();
        for (int shift : new int[] {0, 51, 52, 53, 55, 56, 57, 104, 208, 255}) {
            edges.add(ONE.shiftLeft(shift));
            edges.add(ONE.shiftLeft(shift).subtract(ONE));
            edges.add(m.subtract(ONE.shiftLeft(shift)));
        }
        edges.add(m.shiftRight(1));
        edges.add(m.shiftRight(1).add(ONE));
        edges.add(ONE.shiftLeft(m.bitLength()).mod(m));
        return edges;
    }

    private static void unary(PrimeField field, BigInteger m, BigInteger x) {
        long[] a = montgomery(field, x);
        long[] z = field.newElement();
        field.negate(z, a);
        assertEquals(m.subtract(x).mod(m), number(field, z));
        field.invert(z, a);
        assertEquals(x.signum() == 0 ? BigInteger.ZERO : x.modInverse(m), number(field, z));
        assertEquals(x.signum() == 0 ? -1L : 0L, field.isZero(a));
    }

    private static void binary(PrimeField field, BigInteger m, BigInteger x, BigInteger y) {
        long[] a = montgomery(field, x);
        long[] b = montgomery(field, y);
        long[] z = field.newElement();
        field.multiply(z, a, b);
        assertEquals(x.multiply(y).mod(m), number(field, z));
        field.multiplyByRows(z, a, b);
        assertEquals(x.multiply(y).mod(m), number(field, z));
        field.add(z, a, b);
        assertEquals(x.add(y).mod(m), number(field, z));
        field.subtract(z, a, b);
        assertEquals(x.subtract(y).mod(m), number(field, z));
        assertEquals(x.equals(y) ? -1L : 0L, field.isEqual(a, b));
        field.assignWhen(0, a, b);
        assertEquals(x, number(field, a));
        field.assignWhen(-1L, a, b);
        assertEquals(y, number(field, a));
    }

    @ParameterizedTest
    @EnumSource(Curve.class)
    void resultMayBeAnOperand(Curve curve) {
        PrimeField field = curve.constants().field();
        BigInteger p = BouncyCastleCurves.domain(curve).getCurve().getField().getCharacteristic();
        BigInteger x = p.subtract(BigInteger.valueOf(77));
        long[] z = montgomery(field, x);
        field.multiply(z, z, z);
        field.add(z, z, z);
        field.subtract(z, z, field.one());
        field.negate(z, z);
        assertEquals(
                x.multiply(x).multiply(BigInteger.TWO).subtract(ONE).negate().mod(p), number(field, z));
    }

    @ParameterizedTest
    @EnumSource(Curve.class)
    void readSaysWhetherTheNumberWasInRangeAndReducesItOnce(Curve curve) {
        PrimeField scalars = curve.constants().scalars();
        BigInteger n = BouncyCastleCurves.domain(curve).getN();
        BigInteger top = ONE.shiftLeft(n.bitLength()).subtract(ONE);
        for (BigInteger value : List.of(BigInteger.ZERO, ONE, n.subtract(ONE), n, n.add(ONE), top)) {
            long[] z = scalars.newElement();
            long inRange =
                    scalars.read(z, BouncyCastleCurves.octets(curve, value).toByteArray(), 0);
            assertEquals(value.compareTo(n) < 0 ? -1L : 0L, inRange);
            assertEquals(value.mod(n), plain(scalars, z));
        }
    }

    @ParameterizedTest
    @EnumSource(Curve.class)
    void readWideReducesAnyLengthUpToTwiceTheOrder(Curve curve) {
        PrimeField scalars = curve.constants().scalars();
        BigInteger n = BouncyCastleCurves.domain(curve).getN();
        Random random = new Random(16_09);
        for (int length = 0; length <= 2 * curve.octets(); length++) {
            byte[] octets = new byte[length];
            random.nextBytes(octets);
            long[] z = scalars.newElement();
            scalars.readWide(z, octets);
            assertEquals(new BigInteger(1, octets).mod(n), plain(scalars, z));
        }
        byte[] ones = new byte[2 * curve.octets()];
        Arrays.fill(ones, (byte) 0xFF);
        long[] z = scalars.newElement();
        scalars.readWide(z, ones);
        assertEquals(new BigInteger(1, ones).mod(n), plain(scalars, z));
    }

    private static long[] montgomery(PrimeField field, BigInteger value) {
        return field.constant(value);
    }

    private static BigInteger number(PrimeField field, long[] montgomery) {
        long[] z = field.newElement();
        field.fromMontgomery(z, montgomery);
        return plain(field, z);
    }

    private static BigInteger plain(PrimeField field, long[] element) {
        byte[] octets = new byte[field.octets()];
        field.write(octets, 0, element);
        return new BigInteger(1, octets);
    }
}
