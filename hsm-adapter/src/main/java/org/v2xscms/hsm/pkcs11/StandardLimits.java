package org.v2xscms.hsm.pkcs11;

import org.v2xscms.hsm.Capabilities;
import org.v2xscms.hsm.Capability;
import org.v2xscms.hsm.Refusal;

/** What no token can do through standard PKCS#11 (v2.40 and v3.0), whatever it can do inside. */
enum StandardLimits {
    SIGN_SM2(
            "standard PKCS#11 has no SM2 mechanism, and CKM_ECDSA on the SM2 curve is not an SM2 signature",
            "keep SM2 keys in a software token, or sign with ECDSA on a NIST or brainpool curve"),
    ISSUE_IMPLICIT(
            "an implicit certificate needs r = e·k + d with the private key d, which standard PKCS#11 does not offer",
            "issue explicit certificates with this token, or keep the issuing key in a software token");

    private final String why;
    private final String instead;

    StandardLimits(String why, String instead) {
        this.why = why;
        this.instead = instead;
    }

    Capabilities.Missing missing() {
        return new Capabilities.Missing(why, instead);
    }

    Refusal refusal(Capability capability) {
        return new Refusal.Unsupported(capability, why, instead);
    }
}
