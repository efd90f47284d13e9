package org.v2xscms.kernel.intent;

/** A key or the module that holds it produced something that does not verify. It was not stored and not released. */
public final class SignatureRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SignatureRefused(String issuer) {
        super("a signature of " + issuer + " does not verify over what was to be signed");
    }
}
