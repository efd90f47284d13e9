package org.v2xscms.crypto.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.v2xscms.crypto.BouncyCastleCurves.number;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.BouncyCastleCurves;
import org.v2xscms.crypto.SeededRandom;
import org.v2xscms.crypto.secret.SecretOctets;

class PrivateScalarTest {

    @ParameterizedTest
    @EnumSource(Curve.class)
    void arithmeticAgreesWithBigInteger(Curve curve) {
        SeededRandom random = new SeededRandom(3);
        BigInteger n = BouncyCastleCurves.domain(curve).getN();
        for (int round = 0; round < 20; round++) {
            PrivateScalar a = PrivateScalar.generate(curve, random);
            PrivateScalar b = PrivateScalar.generate(curve, random);
            Octets factor = SecretOctets.random(48, random).disclose();
            Octets addend = SecretOctets.random(32, random).disclose();
            assertEquals(number(a).add(number(b)).mod(n), number(a.plus(b).orElseThrow()));
            assertEquals(number(a).multiply(number(b)).mod(n), number(a.times(b)));
            assertEquals(number(a).modInverse(n), number(a.inverse()));
            BigInteger product = number(a).multiply(number(factor));
            assertEquals(
                    product.add(number(addend)).mod(n),
                    number(a.affine(factor, addend).orElseThrow()));
            assertEquals(
                    product.add(number(b)).mod(n),
                    number(a.multiplyAdd(factor, b).orElseThrow()));
            assertEquals(number(factor).mod(n), number(curve.reduce(factor)));
            assertEquals(number(factor).add(number(addend)).mod(n), number(curve.sum(factor, addend)));
            assertEquals(number(factor).negate().mod(n), number(curve.negate(factor)));
        }
    }

    @ParameterizedTest
    @EnumSource(Curve.class)
    void agreementIsSymmetricAndAgreesWithBouncyCastle(Curve curve) {
        SeededRandom random = new SeededRandom(4);
        KeyPair left = KeyPair.generate(curve, random);
        KeyPair right = KeyPair.generate(curve, random);
        SecretOctets shared = left.privateKey().agree(right.publicKey());
        assertEquals(shared, right.privateKey().agree(left.publicKey()));
        BigInteger foreign = BouncyCastleCurves.point(right.publicKey())
                .multiply(number(left.privateKey()))
                .normalize()
                .getAffineXCoord()
                .toBigInteger();
        assertEquals(BouncyCastleCurves.octets(curve, foreign), shared.disclose());
    }

    @ParameterizedTest
    @EnumSource(Curve.class)
    void acceptsOneToOrderMinusOneOnly(Curve curve) {
        BigInteger n = BouncyCastleCurves.domain(curve).getN();
        assertTrue(of(curve, BigInteger.ONE).isPresent());
        assertTrue(of(curve, n.subtract(BigInteger.ONE)).isPresent());
        assertEquals(Optional.empty(), of(curve, BigInteger.ZERO));
        assertEquals(Optional.empty(), of(curve, n));
        assertEquals(Optional.empty(), of(curve, n.add(BigInteger.ONE)));
        assertEquals(Optional.empty(), PrivateScalar.of(curve, SecretOctets.wrap(new byte[] {1})));
        assertFalse(curve.isScalar(curve.order()));
        assertFalse(curve.isScalar(Octets.of(new byte[curve.octets()])));
        assertFalse(curve.isScalar(Octets.of((byte) 1)));
        assertTrue(curve.isScalar(BouncyCastleCurves.octets(curve, n.subtract(BigInteger.ONE))));
    }

    @ParameterizedTest
    @EnumSource(Curve.class)
    void resultsThatWouldBeZeroAreEmpty(Curve curve) {
        PrivateScalar one = of(curve, BigInteger.ONE).orElseThrow();
        BigInteger n = BouncyCastleCurves.domain(curve).getN();
        PrivateScalar minusOne = of(curve, n.subtract(BigInteger.ONE)).orElseThrow();
        assertEquals(Optional.empty(), one.plus(minusOne));
        assertEquals(Optional.empty(), one.multiplyAdd(Octets.of((byte) 1), minusOne));
        assertEquals(Optional.empty(), one.affine(Octets.EMPTY, curve.order()));
        assertEquals(
                Optional.empty(),
                PrivateScalar.reduce(curve, SecretOctets.wrap(curve.order().toByteArray())));
    }

    private static Optional<PrivateScalar> of(Curve curve, BigInteger value) {
        return PrivateScalar.of(
                curve, SecretOctets.wrap(BouncyCastleCurves.octets(curve, value).toByteArray()));
    }

    @Test
    void neverPrintsItselfAndIsUselessOnceClosed() {
        PrivateScalar scalar = PrivateScalar.generate(Curve.NIST_P256, new SeededRandom(5));
        String hex = scalar.disclose().hex();
        assertFalse(scalar.toString().toLowerCase(Locale.ROOT).contains(hex.substring(0, 8)));
        scalar.close();
        assertThrows(IllegalStateException.class, scalar::publicPoint);
        assertThrows(IllegalStateException.class, scalar::disclose);
        assertThrows(IllegalStateException.class, scalar::inverse);
    }

    @Test
    void equalityIsByValueAndCurve() {
        PrivateScalar scalar = of(Curve.NIST_P256, BigInteger.TEN).orElseThrow();
        assertEquals(scalar, of(Curve.NIST_P256, BigInteger.TEN).orElseThrow());
        assertEquals(
                scalar.hashCode(),
                of(Curve.NIST_P256, BigInteger.TWO).orElseThrow().hashCode());
        assertNotEquals(scalar, of(Curve.NIST_P256, BigInteger.TWO).orElseThrow());
        assertNotEquals(scalar, of(Curve.SM2, BigInteger.TEN).orElseThrow());
    }

    /** RFC 7027 A.1. */
    @Test
    void brainpoolAgreementGivesThePublishedSecret() {
        PrivateScalar a = hex("81DB1EE100150FF2EA338D708271BE38300CB54241D79950F77B063039804F1D");
        PrivateScalar b = hex("55E40BC41E37E3E2AD25C3C6654511FFA8474A91A0032087593852D3E7D76BD3");
        assertEquals(
                Octets.ofHex("89AFC39D41D3B327814B80940B042590F96556EC91E6AE7939BCE31F3A18BF2B"),
                a.agree(b.publicPoint()).disclose());
    }

    private static PrivateScalar hex(String hex) {
        return of(Curve.BRAINPOOL_P256R1, new BigInteger(hex, 16)).orElseThrow();
    }
}
