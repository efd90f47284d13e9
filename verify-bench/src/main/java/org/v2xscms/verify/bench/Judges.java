package org.v2xscms.verify.bench;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Provider;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.v2xscms.verify.ProviderVerifier;

/** The libraries the kernels are held against, besides {@link Libcrypto}. */
final class Judges {

    private Judges() {}

    /** A JCA provider by {@code NONEwithECDSA}. */
    static Judge provider(Provider provider, SignedMessages messages) throws GeneralSecurityException {
        ProviderVerifier verifier = new ProviderVerifier(provider);
        return new Judge() {
            @Override
            public String name() {
                return provider.getName() + " " + provider.getVersionStr();
            }

            @Override
            public boolean isValid(int i) {
                return verifier.verify(messages.key(i), messages.digest(i), 0, messages.r(i), 0, messages.s(i), 0);
            }
        };
    }

    /** Bouncy Castle's own ECDSA, not through the JCA. */
    static Judge bouncyCastle(SignedMessages messages) {
        ECDSASigner signer = new ECDSASigner();
        return new Judge() {
            @Override
            public String name() {
                return "Bouncy Castle";
            }

            @Override
            public boolean isValid(int i) {
                signer.init(false, new ECPublicKeyParameters(messages.point(i), messages.domain()));
                return signer.verifySignature(
                        messages.digest(i), new BigInteger(1, messages.r(i)), new BigInteger(1, messages.s(i)));
            }
        };
    }

    /** SM2 on Bouncy Castle's points, given e: what its signer does behind the hash. */
    static Judge bouncyCastleSm2(SignedMessages messages) {
        BigInteger n = messages.domain().getN();
        return new Judge() {
            @Override
            public String name() {
                return "Bouncy Castle SM2";
            }

            @Override
            public boolean isValid(int i) {
                BigInteger r = new BigInteger(1, messages.r(i));
                BigInteger s = new BigInteger(1, messages.s(i));
                BigInteger t = r.add(s).mod(n);
                if (r.signum() == 0
                        || s.signum() == 0
                        || t.signum() == 0
                        || r.max(s).compareTo(n) >= 0) {
                    return false;
                }
                ECPoint sum = ECAlgorithms.sumOfTwoMultiplies(messages.domain().getG(), s, messages.point(i), t)
                        .normalize();
                BigInteger e = new BigInteger(1, messages.digest(i));
                return !sum.isInfinity()
                        && e.add(sum.getAffineXCoord().toBigInteger()).mod(n).equals(r);
            }
        };
    }
}
