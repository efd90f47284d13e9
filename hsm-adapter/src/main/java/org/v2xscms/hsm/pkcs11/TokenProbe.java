package org.v2xscms.hsm.pkcs11;

import static org.xipki.pkcs11.wrapper.PKCS11Constants.*;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.hsm.Capabilities;
import org.v2xscms.hsm.Capability;
import org.v2xscms.hsm.ec.EcParameters;
import org.xipki.pkcs11.wrapper.AttributeVector;
import org.xipki.pkcs11.wrapper.KeyPairTemplate;
import org.xipki.pkcs11.wrapper.Mechanism;
import org.xipki.pkcs11.wrapper.PKCS11Exception;
import org.xipki.pkcs11.wrapper.PKCS11KeyPair;
import org.xipki.pkcs11.wrapper.Session;
import org.xipki.pkcs11.wrapper.Token;

/**
 * Asks a token what it can do. Mechanisms are listed by the token; which curves it accepts is not, so each curve is
 * tried with a key pair that lives in the session only, and so is wrapping.
 */
final class TokenProbe {

    private static final String OTHER_TOKEN = "keep such keys in a token that has it, or in a software token";

    private static final int AES_KEY_OCTETS = 32;

    private final Session session;
    private final Token token;
    private final Set<Long> mechanisms = new HashSet<>();
    private final Map<Capability, Capabilities.Missing> missing = new EnumMap<>(Capability.class);

    TokenProbe(Session session) {
        this.session = session;
        this.token = session.getToken();
        for (long mechanism : token.getMechanismList()) {
            mechanisms.add(mechanism);
        }
    }

    Capabilities capabilities() {
        missing.put(Capability.SIGN_SM2, StandardLimits.SIGN_SM2.missing());
        missing.put(Capability.ISSUE_IMPLICIT, StandardLimits.ISSUE_IMPLICIT.missing());
        require(Capability.GENERATE, CKM_EC_KEY_PAIR_GEN, CKF_GENERATE_KEY_PAIR, "CKM_EC_KEY_PAIR_GEN");
        require(Capability.AGREE, CKM_ECDH1_DERIVE, CKF_DERIVE, "CKM_ECDH1_DERIVE");
        tryKeyWrap();
        for (Curve curve : Curve.values()) {
            if (curve != Curve.SM2) {
                tryCurve(curve);
            }
        }
        return new Capabilities(missing);
    }

    /** AES key wrap with padding after RFC 5649: KWP where the token knows that name, KEY_WRAP_PAD otherwise. */
    Optional<Long> keyWrap() {
        for (long mechanism : new long[] {CKM_AES_KEY_WRAP_KWP, CKM_AES_KEY_WRAP_PAD}) {
            if (offers(mechanism, CKF_WRAP) && offers(mechanism, CKF_UNWRAP)) {
                return Optional.of(mechanism);
            }
        }
        return Optional.empty();
    }

    private void tryCurve(Curve curve) {
        if (!offers(CKM_ECDSA, CKF_SIGN)) {
            lack(Capability.signing(curve), "the token does not offer CKM_ECDSA", OTHER_TOKEN);
            return;
        }
        try {
            destroy(sessionPair(curve));
        } catch (PKCS11Exception refused) {
            lack(
                    Capability.signing(curve),
                    "the token refused a key pair on " + curve + " with " + refused.getErrorName(),
                    "use a curve that the token has, or a token that has this curve");
        }
    }

    /** Being listed is not enough: some tokens wrap an EC private key and cannot unwrap it again. */
    private void tryKeyWrap() {
        Optional<Long> mechanism = keyWrap();
        if (mechanism.isEmpty() || !offers(CKM_AES_KEY_GEN, CKF_GENERATE)) {
            lack(Capability.WRAP, "the token does not offer AES key wrap with padding", OTHER_TOKEN);
            return;
        }
        Mechanism wrap = new Mechanism(mechanism.get());
        try {
            PKCS11KeyPair pair = sessionPair(Curve.NIST_P256);
            long wrapping = session.generateKey(
                    new Mechanism(CKM_AES_KEY_GEN),
                    AttributeVector.newAESSecretKey()
                            .token(false)
                            .wrap(true)
                            .unwrap(true)
                            .valueLen(AES_KEY_OCTETS));
            byte[] wrapped = session.wrapKey(wrap, wrapping, pair.getPrivateKey());
            session.destroyObject(session.unwrapKey(
                    wrap,
                    wrapping,
                    wrapped,
                    AttributeVector.newECPrivateKey()
                            .token(false)
                            .sensitive(true)
                            .sign(true)));
            session.destroyObject(wrapping);
            destroy(pair);
        } catch (PKCS11Exception refused) {
            lack(
                    Capability.WRAP,
                    "the token lists AES key wrap and fails to wrap and unwrap an EC key with "
                            + refused.getErrorName(),
                    OTHER_TOKEN);
        }
    }

    private PKCS11KeyPair sessionPair(Curve curve) throws PKCS11Exception {
        AttributeVector privateKey = AttributeVector.newECPrivateKey()
                .token(false)
                .sensitive(true)
                .extractable(true)
                .sign(true);
        AttributeVector publicKey = AttributeVector.newECPublicKey()
                .token(false)
                .verify(true)
                .ecParams(EcParameters.oid(curve).toByteArray());
        return session.generateKeyPair(new Mechanism(CKM_EC_KEY_PAIR_GEN), new KeyPairTemplate(privateKey, publicKey));
    }

    private void destroy(PKCS11KeyPair pair) throws PKCS11Exception {
        session.destroyObject(pair.getPrivateKey());
        session.destroyObject(pair.getPublicKey());
    }

    private void require(Capability capability, long mechanism, long flag, String name) {
        if (!offers(mechanism, flag)) {
            lack(capability, "the token does not offer " + name, OTHER_TOKEN);
        }
    }

    private void lack(Capability capability, String why, String instead) {
        missing.put(capability, new Capabilities.Missing(why, instead));
    }

    private boolean offers(long mechanism, long flag) {
        return mechanisms.contains(mechanism)
                && token.getMechanismInfo(mechanism).hasFlagBit(flag);
    }
}
