package org.v2xscms.crypto;

import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.bouncycastle.crypto.agreement.ECDHBasicAgreement;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmAlgorithm;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.butterfly.Caterpillar;
import org.v2xscms.crypto.butterfly.CocoonIndex;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.encrypt.SymmetricKey;
import org.v2xscms.crypto.hash.Digest;
import org.v2xscms.crypto.sign.SoftwareSigner;

/**
 * Signing, key agreement and cocoon expansion per second against Bouncy Castle. Each round runs every contestant in turn
 * and counts thread CPU time; the best round is printed. A main program, not a test: run it with the test class path.
 */
public final class CryptoBench {

    private static final int ROUNDS = 12;
    private static final int CALLS = 200;

    private record Contestant(String name, Runnable call, int operations) {}

    private CryptoBench() {}

    public static void main(String[] args) {
        for (Curve curve : Curve.values()) {
            List<Contestant> contestants = contestants(curve);
            double[] best = new double[contestants.size()];
            for (int round = 0; round < ROUNDS; round++) {
                for (int c = 0; c < best.length; c++) {
                    best[c] = Math.max(best[c], perSecond(contestants.get(c)));
                }
            }
            for (int c = 0; c < best.length; c++) {
                System.out.printf(
                        "%-16s %-24s %8.0f/s%n", curve, contestants.get(c).name(), best[c]);
            }
        }
    }

    private static double perSecond(Contestant contestant) {
        int calls = Math.max(1, CALLS / contestant.operations());
        long start = cpuNanos();
        for (int i = 0; i < calls; i++) {
            contestant.call().run();
        }
        return 1e9 * calls * contestant.operations() / (cpuNanos() - start);
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static List<Contestant> contestants(Curve curve) {
        SeededRandom random = new SeededRandom(25);
        KeyPair keys = KeyPair.generate(curve, random);
        KeyPair peer = KeyPair.generate(curve, random);
        Digest digest = curve.hash().digest(Octets.EMPTY);
        SoftwareSigner signer = SoftwareSigner.hedged(keys, random);
        Caterpillar caterpillar =
                new Caterpillar.Unified(keys.publicKey(), SymmetricKey.generate(SymmAlgorithm.AES128_CCM, random));
        List<CocoonIndex> indices =
                LongStream.range(0, 100).mapToObj(j -> new CocoonIndex(1, j)).toList();
        List<Contestant> contestants = new ArrayList<>();
        contestants.add(new Contestant("sign", () -> signer.sign(digest), 1));
        if (curve != Curve.SM2) {
            ECDSASigner foreign = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
            foreign.init(true, BouncyCastleCurves.key(keys.privateKey()));
            byte[] hash = digest.value().toByteArray();
            contestants.add(new Contestant("sign, Bouncy Castle", () -> foreign.generateSignature(hash), 1));
        }
        contestants.add(new Contestant("agree", () -> keys.privateKey().agree(peer.publicKey()), 1));
        contestants.add(new Contestant("agree, Bouncy Castle", foreignAgreement(keys, peer), 1));
        contestants.add(new Contestant("cocoon", () -> caterpillar.expand(indices), indices.size()));
        contestants.add(new Contestant("cocoon, Bouncy Castle", foreignCocoon(keys, peer), 1));
        return contestants;
    }

    private static Runnable foreignAgreement(KeyPair keys, KeyPair peer) {
        ECPrivateKeyParameters own = BouncyCastleCurves.key(keys.privateKey());
        ECPublicKeyParameters other = BouncyCastleCurves.key(peer.publicKey());
        return () -> {
            ECDHBasicAgreement agreement = new ECDHBasicAgreement();
            agreement.init(own);
            agreement.calculateAgreement(other);
        };
    }

    /** The point arithmetic of one expansion, without the block cipher. */
    private static Runnable foreignCocoon(KeyPair keys, KeyPair peer) {
        ECPoint base = BouncyCastleCurves.point(keys.publicKey());
        ECPoint generator = BouncyCastleCurves.domain(keys.curve()).getG();
        BigInteger f = BouncyCastleCurves.number(peer.privateKey());
        return () ->
                new FixedPointCombMultiplier().multiply(generator, f).add(base).normalize();
    }
}
