package org.v2xscms.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.v2xscms.verify.Signer.Signed;

/**
 * Signatures made to hit what formulas leave out, in the classes of Wycheproof's ECDSA tests: every path, with and without
 * a table, alone and queued among good ones, must agree with the definition.
 */
class EdgeCasesTest {

    private static final BigInteger ONE = BigInteger.ONE;

    static Stream<Arguments> configurations() {
        List<Arguments> all = new ArrayList<>();
        for (Curve curve : Curve.values()) {
            all.add(Arguments.of(curve, VerifierPath.VECTOR));
            all.add(Arguments.of(curve, VerifierPath.SCALAR));
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void everyEdgeCaseGetsTheVerdictOfTheDefinition(Curve curve, VerifierPath path) {
        Signer signer = new Signer(curve, 4, 21);
        List<Signed> cases = new Cases(curve, signer).all();
        List<Boolean> expected = cases.stream().map(signer::isValid).toList();
        assertTrue(expected.stream().filter(v -> v).count() >= 30, "enough of them valid");
        if (curve == Curve.P256) {
            for (int i = 0; i < cases.size(); i++) {
                assertEquals(signer.isValidByBouncyCastle(cases.get(i)), expected.get(i), "reference " + i);
            }
        }
        SenderTables tables = new SenderTables(path, new VerifierOptions(6, 5, 64 << 20, 1, 32));
        KernelVerifier known = new KernelVerifier(tables, new SecureRandom());
        KernelVerifier unknown =
                new KernelVerifier(new SenderTables(path, tables.options().withoutKeyTables()), new SecureRandom());
        SignatureBatch batch = new SignatureBatch(2 * cases.size());
        for (Signed edge : cases) {
            edge.addTo(batch);
            // A good neighbour in the same queue must not be affected.
            signer.sign(0, false).addTo(batch);
        }
        for (int pass = 0; pass < 4; pass++) {
            KernelVerifier verifier = pass == 0 ? unknown : known;
            verifier.verify(batch);
            for (int i = 0; i < cases.size(); i++) {
                assertEquals(expected.get(i), batch.isValid(2 * i), "pass " + pass + " case " + i);
                assertTrue(batch.isValid(2 * i + 1), "pass " + pass + " neighbour of case " + i);
            }
        }
        for (int i = 0; i < cases.size(); i++) {
            Signed s = cases.get(i);
            assertEquals(expected.get(i), known.verify(s.key(), s.digest(), 0, s.r(), 0, s.s(), 0), "alone " + i);
        }
        assertTrue(known.exactDecisions() > 0 && unknown.exactDecisions() > 0, "some took the exact path");
    }

    /** Builds cases from chosen u1, u2 and R: any point Q = (R - u1·G)/u2 is somebody's public key. */
    private record Cases(Curve curve, Signer signer) {

        List<Signed> all() {
            List<Signed> cases = new ArrayList<>();
            sumsThatMeetThemselves(cases);
            chosenAbscissas(cases);
            extremeValues(cases);
            smallFactors(cases);
            return cases;
        }

        /** u1·G = u2·Q, where the last addition is a doubling, and u1·G = -u2·Q, where the sum is at infinity. */
        private void sumsThatMeetThemselves(List<Signed> cases) {
            BigInteger n = curve.order();
            for (int i = 0; i < 4; i++) {
                BigInteger u2 = signer.scalar();
                BigInteger u1 = u2.multiply(signer.secret(i)).mod(n);
                cases.add(fromFactors(signer.key(i), u1, u2));
                cases.add(toInfinity(signer.key(i), n.subtract(u1), u2));
            }
        }

        private Signed fromFactors(PublicKeyPoint key, BigInteger u1, BigInteger u2) {
            ECPoint sum = signer.domain()
                    .getG()
                    .multiply(u1)
                    .add(signer.point(key).multiply(u2))
                    .normalize();
            BigInteger x = sum.isInfinity() ? ONE : sum.getAffineXCoord().toBigInteger();
            return signed(key, u1, u2, x);
        }

        private Signed toInfinity(PublicKeyPoint key, BigInteger u1, BigInteger u2) {
            return signed(key, u1, u2, signer.scalar());
        }

        /** r, s and e such that verification computes u1 and u2 and compares with x. */
        private Signed signed(PublicKeyPoint key, BigInteger u1, BigInteger u2, BigInteger x) {
            BigInteger n = curve.order();
            BigInteger r = curve == Curve.SM2 ? u2.subtract(u1).mod(n) : x.mod(n);
            BigInteger s =
                    curve == Curve.SM2 ? u1 : r.multiply(u2.modInverse(n)).mod(n);
            BigInteger e =
                    curve == Curve.SM2 ? r.subtract(x).mod(n) : u1.multiply(s).mod(n);
            return new Signed(key, Signer.octets(e), Signer.octets(r), Signer.octets(s), Ordinate.UNKNOWN);
        }

        /** R with the smallest abscissas, the largest, and those between n and p, where r is x - n. */
        private void chosenAbscissas(List<Signed> cases) {
            BigInteger n = curve.order();
            BigInteger p = curve.prime();
            for (BigInteger from : List.of(
                    BigInteger.ZERO, n.subtract(BigInteger.valueOf(40)), n, p.subtract(BigInteger.valueOf(40)))) {
                for (int i = 0; i < 40; i++) {
                    BigInteger x = from.add(BigInteger.valueOf(i));
                    PublicKeyPoint.decompress(curve, Signer.octets(x), i % 2 == 0)
                            .ifPresent(r -> cases.add(withSum(r, x)));
                }
            }
        }

        private Signed withSum(PublicKeyPoint sum, BigInteger x) {
            BigInteger n = curve.order();
            BigInteger u1 = signer.scalar();
            BigInteger u2 = signer.scalar();
            ECPoint key = signer.point(sum)
                    .subtract(signer.domain().getG().multiply(u1))
                    .multiply(u2.modInverse(n));
            return signed(signer.key(key), u1, u2, x);
        }

        /** Each of e, r, s at 0, 1, n-1, n, n+1 and 2^256-1. */
        private void extremeValues(List<Signed> cases) {
            BigInteger n = curve.order();
            BigInteger most = ONE.shiftLeft(256).subtract(ONE);
            List<BigInteger> extremes = List.of(BigInteger.ZERO, ONE, n.subtract(ONE), n, n.add(ONE), most);
            for (BigInteger extreme : extremes) {
                byte[] octets = Signer.octets(extreme);
                Signed good = signer.sign(1, false);
                cases.add(new Signed(good.key(), octets, good.r(), good.s(), Ordinate.UNKNOWN));
                cases.add(new Signed(good.key(), good.digest(), octets, good.s(), Ordinate.EVEN));
                cases.add(new Signed(good.key(), good.digest(), good.r(), octets, Ordinate.ODD));
                cases.add(new Signed(good.key(), good.digest(), octets, octets, Ordinate.UNKNOWN));
            }
        }

        /** Small u1 and u2, their negatives and powers of two: table points that collide, and sums that cancel. */
        private void smallFactors(List<Signed> cases) {
            BigInteger n = curve.order();
            List<BigInteger> factors = new ArrayList<>();
            for (int i : new int[] {1, 2, 3, 15, 16, 17, 31, 32, 33}) {
                factors.add(BigInteger.valueOf(i));
                factors.add(n.subtract(BigInteger.valueOf(i)));
            }
            for (int bits : new int[] {64, 127, 128, 129, 192, 255}) {
                factors.add(ONE.shiftLeft(bits).mod(n));
                factors.add(n.subtract(ONE.shiftLeft(bits).mod(n)));
            }
            // Halves that differ by n: the top of the tree adds a point to itself.
            BigInteger low = ONE.shiftLeft(128).subtract(ONE);
            factors.add(n.and(low).shiftLeft(1).mod(n));
            factors.add(n.shiftRight(1));
            factors.add(n.shiftRight(1).add(ONE));
            PublicKeyPoint base = signer.key(signer.domain().getG());
            PublicKeyPoint minusBase = signer.key(signer.domain().getG().negate());
            for (BigInteger u2 : factors) {
                cases.add(fromFactors(base, signer.scalar(), u2));
                cases.add(fromFactors(minusBase, u2, u2));
                cases.add(fromFactors(base, u2, u2));
                cases.add(fromFactors(signer.key(2), u2, signer.scalar()));
            }
        }
    }
}
