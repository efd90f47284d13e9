package org.v2xscms.hsm.policy;

import java.util.Set;
import org.v2xscms.hsm.MessageKind;

/**
 * What one signing key may do.
 *
 * @param kinds what may be signed with it
 * @param perSecond signatures a second in the long run
 * @param burst signatures at once after a quiet time
 */
public record KeyPolicy(Set<MessageKind> kinds, int perSecond, int burst) {

    public KeyPolicy {
        kinds = Set.copyOf(kinds);
        if (perSecond < 1 || burst < 1) {
            throw new IllegalArgumentException("a key that may sign at all signs at least once a second");
        }
    }

    /** One kind, with a burst of one second's worth. */
    public static KeyPolicy of(MessageKind kind, int perSecond) {
        return new KeyPolicy(Set.of(kind), perSecond, perSecond);
    }
}
