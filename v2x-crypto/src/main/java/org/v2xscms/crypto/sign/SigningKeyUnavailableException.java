package org.v2xscms.crypto.sign;

import java.io.Serial;

/** The private key behind a {@link Signer} cannot be used: its module is away, locked or has lost it. */
public final class SigningKeyUnavailableException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public SigningKeyUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
