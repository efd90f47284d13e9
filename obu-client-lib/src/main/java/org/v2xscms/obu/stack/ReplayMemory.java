package org.v2xscms.obu.stack;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.oer.Octets;

/**
 * The messages of one sender, by the hash of what was signed. Once some had to be forgotten, none as old as those counts as
 * new: a sender that floods us loses its own messages and nobody else's.
 */
final class ReplayMemory {

    private final int capacity;
    private final Set<Octets> seen = new HashSet<>();
    private final Deque<Sight> inOrder = new ArrayDeque<>();
    private Time64 forgottenUpTo = new Time64(0);

    ReplayMemory(int capacity) {
        this.capacity = capacity;
    }

    private record Sight(Octets hash, Time64 generated) {}

    /** Whether the message is new; remembers it. */
    synchronized boolean isFirstSight(Octets hash, Time64 generated) {
        if (generated.compareTo(forgottenUpTo) <= 0 || !seen.add(hash)) {
            return false;
        }
        inOrder.add(new Sight(hash, generated));
        if (inOrder.size() > capacity) {
            Sight oldest = inOrder.remove();
            seen.remove(oldest.hash);
            if (oldest.generated.compareTo(forgottenUpTo) > 0) {
                forgottenUpTo = oldest.generated;
            }
        }
        return true;
    }
}
