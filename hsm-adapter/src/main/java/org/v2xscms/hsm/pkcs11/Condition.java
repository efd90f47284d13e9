package org.v2xscms.hsm.pkcs11;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.v2xscms.hsm.Refusal;
import org.v2xscms.hsm.VaultListener;
import org.v2xscms.hsm.VaultState;

/**
 * The state machine of one slot.
 *
 * <pre>
 * PROBING  -- probe --> USABLE -- fault --> DEGRADED -- success --> USABLE
 * USABLE, DEGRADED -- token gone, or too many faults in a row --> PROBING
 * any -- wrong PIN, no library, hang --> UNUSABLE, for good
 * </pre>
 */
final class Condition {

    private final String token;
    private final PoolLimits limits;
    private final InstantSource clock;
    private final VaultListener listener;

    private VaultState state = VaultState.PROBING;
    private String reason = "not reached yet";
    private Instant since;
    private Instant nextProbe;
    private int faultsInARow;

    Condition(String token, PoolLimits limits, InstantSource clock, VaultListener listener) {
        this.token = token;
        this.limits = limits;
        this.clock = clock;
        this.listener = listener;
        this.since = clock.instant();
        this.nextProbe = since;
    }

    /** One consistent view. */
    record View(VaultState state, String reason, Instant since) {}

    synchronized View view() {
        return new View(state, reason, since);
    }

    /** The refusal for a call that should not even be queued. */
    synchronized Optional<Refusal> refusal() {
        return switch (state) {
            case USABLE, DEGRADED -> Optional.empty();
            case UNUSABLE -> Optional.of(new Refusal.PermanentlyUnusable(sentence()));
            case PROBING ->
                Optional.of(new Refusal.TemporarilyUnavailable(Refusal.Cause.PROBING, untilNextProbe(), sentence()));
        };
    }

    /** Whether a probe is due; a due probe moves the next one further away. */
    synchronized boolean takeProbe() {
        Instant now = clock.instant();
        if (state != VaultState.PROBING || now.isBefore(nextProbe)) {
            return false;
        }
        nextProbe = now.plus(limits.probeInterval());
        return true;
    }

    /** A call went well. One that was under way when the token was lost does not bring it back: a probe does. */
    synchronized void success() {
        if (state != VaultState.PROBING) {
            reached();
        }
    }

    /** A probe went well. */
    synchronized void reached() {
        faultsInARow = 0;
        move(VaultState.USABLE, "answers");
    }

    synchronized void fault(CryptokiFault fault) {
        switch (fault.kind()) {
            case PIN, LIBRARY -> move(VaultState.UNUSABLE, fault.reason());
            case TOKEN_GONE -> move(VaultState.PROBING, fault.reason());
            case FULL -> move(degraded(), fault.reason());
            case INVALID_INPUT, KEY_MISSING -> {
                // The token is well; the request was not.
            }
            case SESSION, BAD_SIGNATURE, DEVICE -> {
                faultsInARow++;
                move(faultsInARow >= limits.faultsBeforeProbing() ? VaultState.PROBING : degraded(), fault.reason());
            }
        }
    }

    /** A call has not come back. The library's thread cannot be stopped, so only a new process helps. */
    synchronized void hang(Duration running) {
        move(
                VaultState.UNUSABLE,
                "the PKCS#11 library has not answered for " + running.toSeconds()
                        + " s; restart the process that hosts it");
    }

    synchronized Duration untilNextProbe() {
        Duration wait = Duration.between(clock.instant(), nextProbe);
        return wait.compareTo(limits.shortestRetry()) > 0 ? wait : limits.shortestRetry();
    }

    private VaultState degraded() {
        return state == VaultState.PROBING ? VaultState.PROBING : VaultState.DEGRADED;
    }

    private String sentence() {
        return "token " + token + ": " + reason;
    }

    private void move(VaultState to, String why) {
        if (state == VaultState.UNUSABLE || (state == to && to == VaultState.USABLE)) {
            return;
        }
        VaultState from = state;
        reason = why;
        if (from != to) {
            state = to;
            since = clock.instant();
            listener.stateChanged(token, from, to, why);
        }
    }
}
