package org.v2xscms.verify;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Verification by a JCA provider (Amazon Corretto Crypto Provider, Conscrypt, Bouncy Castle or the JDK's own), through
 * {@code NONEwithECDSA}, which takes the digest as it is. P-256 only: no provider takes a finished e for SM2.
 *
 * <p>Makes garbage: a DER signature for each call, and whatever the provider makes. Belongs to one thread.
 */
public final class ProviderVerifier implements SignatureVerifier {

    private static final int OCTETS = 32;
    private static final int KEYS = 1024;

    private final Signature signature;
    private final KeyFactory keyFactory;
    private final ECParameterSpec parameters;
    private final Map<PublicKeyPoint, PublicKey> keys = new RecentKeys();

    /** @throws GeneralSecurityException where the provider lacks ECDSA on P-256 with a given digest */
    public ProviderVerifier(Provider provider) throws GeneralSecurityException {
        signature = Signature.getInstance("NONEwithECDSA", provider);
        keyFactory = KeyFactory.getInstance("EC", provider);
        AlgorithmParameters named = AlgorithmParameters.getInstance("EC");
        named.init(new ECGenParameterSpec("secp256r1"));
        parameters = named.getParameterSpec(ECParameterSpec.class);
    }

    @Override
    public VerifierPath path() {
        return VerifierPath.PROVIDER;
    }

    @Override
    public boolean supports(Curve curve) {
        return curve == Curve.P256;
    }

    @Override
    public void verify(SignatureBatch batch) {
        byte[] octets = batch.octets();
        for (int i = 0; i < batch.size(); i++) {
            batch.setValid(
                    i,
                    verify(
                            batch.key(i),
                            octets,
                            SignatureBatch.digestAt(i),
                            octets,
                            SignatureBatch.rAt(i),
                            octets,
                            SignatureBatch.sAt(i)));
        }
    }

    @Override
    public boolean verify(PublicKeyPoint key, byte[] digest, int digestAt, byte[] r, int rAt, byte[] s, int sAt) {
        if (!supports(key.curve())) {
            throw new IllegalArgumentException("no provider verifies a digest on " + key.curve());
        }
        try {
            signature.initVerify(publicKey(key));
            signature.update(digest, digestAt, OCTETS);
            return signature.verify(der(r, rAt, s, sAt));
        } catch (SignatureException e) {
            // Providers disagree whether r or s out of range is "false" or this.
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("provider refused a P-256 key", e);
        }
    }

    private PublicKey publicKey(PublicKeyPoint key) throws GeneralSecurityException {
        PublicKey known = keys.get(key);
        if (known == null) {
            known = keyFactory.generatePublic(new ECPublicKeySpec(new ECPoint(key.x(), key.y()), parameters));
            keys.put(key, known);
        }
        return known;
    }

    /** Ecdsa-Sig-Value (RFC 3279 2.2.3). */
    private static byte[] der(byte[] r, int rAt, byte[] s, int sAt) {
        byte[] first = new BigInteger(1, r, rAt, OCTETS).toByteArray();
        byte[] second = new BigInteger(1, s, sAt, OCTETS).toByteArray();
        byte[] der = new byte[6 + first.length + second.length];
        der[0] = 0x30;
        der[1] = (byte) (der.length - 2);
        int at = integer(der, 2, first);
        integer(der, at, second);
        return der;
    }

    private static int integer(byte[] der, int at, byte[] value) {
        der[at] = 2;
        der[at + 1] = (byte) value.length;
        System.arraycopy(value, 0, der, at + 2, value.length);
        return at + 2 + value.length;
    }

    private static final class RecentKeys extends LinkedHashMap<PublicKeyPoint, PublicKey> {

        private static final long serialVersionUID = 1L;

        private RecentKeys() {
            super(2 * KEYS, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<PublicKeyPoint, PublicKey> eldest) {
            return size() > KEYS;
        }
    }
}
