package org.v2xscms.kernel.intent;

import java.util.concurrent.atomic.AtomicBoolean;
import org.v2xscms.codec.oer.Octets;

/** The right to sign one stored and linted intent once, with the issuer that stored it. */
public final class IssuanceToken {

    private final PersistedIntent intent;
    private final AtomicBoolean used = new AtomicBoolean();

    IssuanceToken(PersistedIntent intent) {
        this.intent = intent;
    }

    /**
     * Signs the stored octets and checks the result.
     *
     * @throws IllegalStateException if the token was used
     * @throws SignatureRefused if the answer does not hold what was to be signed, or its signature does not verify
     */
    public SignedIssuance sign() {
        if (!used.compareAndSet(false, true)) {
            throw new IllegalStateException("an issuance token signs once");
        }
        IssuanceUnit unit = intent.unit();
        unit.refuseIfClosed();
        Octets answer = unit.issuer().sign(intent.toBeSigned());
        unit.crashPoints().reached(IntentStore.SIGNED);
        if (!unit.issuer().confirms(intent.toBeSigned(), answer)) {
            throw new SignatureRefused(unit.issuer().name());
        }
        return new SignedIssuance(intent, answer);
    }
}
