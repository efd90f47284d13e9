package org.v2xscms.kernel.intent;

import org.v2xscms.codec.oer.Octets;

/** A verified answer that is not stored yet and therefore cannot be read outside this package. */
public final class SignedIssuance {

    private final PersistedIntent intent;
    private final Octets answer;

    SignedIssuance(PersistedIntent intent, Octets answer) {
        this.intent = intent;
        this.answer = answer;
    }

    PersistedIntent intent() {
        return intent;
    }

    Octets answer() {
        return answer;
    }
}
