package org.v2xscms.hsm;

import org.v2xscms.crypto.curve.Curve;

/** What a token may or may not be able to do; always asked before it is used. */
public enum Capability {
    SIGN_NIST_P256("sign with ECDSA on NIST P-256"),
    SIGN_NIST_P384("sign with ECDSA on NIST P-384"),
    SIGN_BRAINPOOL_P256R1("sign with ECDSA on brainpoolP256r1"),
    SIGN_BRAINPOOL_P384R1("sign with ECDSA on brainpoolP384r1"),
    SIGN_SM2("sign with SM2"),
    /** Issue ECQV implicit certificates (IEEE 1609.2-2022 6.4.3, 5.3.2): r = e·k + d with a d that stays inside. */
    ISSUE_IMPLICIT("issue implicit certificates"),
    /** The x coordinate of a Diffie-Hellman point, from which ECIES keys are derived (IEEE 1609.2-2022 5.3.5). */
    AGREE("agree on an ECIES secret"),
    /** AES key wrap with padding (RFC 5649) around an EC private key. */
    WRAP("wrap and unwrap keys with AES"),
    GENERATE("generate keys");

    private final String phrase;

    Capability(String phrase) {
        this.phrase = phrase;
    }

    /** What a token must be able to do before it can sign on {@code curve}. */
    public static Capability signing(Curve curve) {
        return switch (curve) {
            case NIST_P256 -> SIGN_NIST_P256;
            case NIST_P384 -> SIGN_NIST_P384;
            case BRAINPOOL_P256R1 -> SIGN_BRAINPOOL_P256R1;
            case BRAINPOOL_P384R1 -> SIGN_BRAINPOOL_P384R1;
            case SM2 -> SIGN_SM2;
        };
    }

    /** Completes the sentence "this token cannot ...". */
    public String phrase() {
        return phrase;
    }
}
