package org.v2xscms.kernel.intent;

import java.util.List;
import org.v2xscms.codec.oer.Octets;

/** An intent that is durable and not yet linted. */
public final class PersistedIntent {

    private final IssuanceUnit unit;
    private final IntentKey key;
    private final Octets toBeSigned;
    private final int signatures;

    PersistedIntent(IssuanceUnit unit, IntentKey key, Octets toBeSigned, int signatures) {
        this.unit = unit;
        this.key = key;
        this.toBeSigned = toBeSigned;
        this.signatures = signatures;
    }

    /** What is to be signed, as stored. */
    public Octets toBeSigned() {
        return toBeSigned;
    }

    /** Lints the stored octets. A failure is stored too: the request will not be answered. */
    public LintVerdict lint() {
        List<String> broken = unit.issuer().lint(toBeSigned);
        if (broken.isEmpty()) {
            return new LintVerdict.Passed(new IssuanceToken(this));
        }
        unit.abandon(this, broken);
        return new LintVerdict.Failed(broken);
    }

    IssuanceUnit unit() {
        return unit;
    }

    IntentKey key() {
        return key;
    }

    int signatures() {
        return signatures;
    }
}
