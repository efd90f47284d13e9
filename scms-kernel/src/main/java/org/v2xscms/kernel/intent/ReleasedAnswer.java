package org.v2xscms.kernel.intent;

import org.v2xscms.codec.oer.Octets;

/** An answer that is durable: the only form in which one may leave. */
public final class ReleasedAnswer {

    private final IntentKey key;
    private final Octets octets;

    ReleasedAnswer(IntentKey key, Octets octets) {
        this.key = key;
        this.octets = octets;
    }

    public Octets requestId() {
        return key.requestId();
    }

    public Octets octets() {
        return octets;
    }
}
