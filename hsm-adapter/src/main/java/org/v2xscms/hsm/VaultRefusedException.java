package org.v2xscms.hsm;

import java.io.Serial;

/** Carries a vault's refusal through code that knows no {@link VaultResult}. */
public final class VaultRefusedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public VaultRefusedException(Refusal refusal) {
        super(refusal.reason());
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
