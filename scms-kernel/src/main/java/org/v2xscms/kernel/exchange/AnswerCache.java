package org.v2xscms.kernel.exchange;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.v2xscms.codec.oer.Octets;

/**
 * The latest answers by request, so that a retry gets the same octets. Bounded; what has fallen out, or was lost in a
 * restart, is made again with the same content under a new signature.
 */
final class AnswerCache {

    private static final long MOST_OCTETS = 32L << 20;

    private final Map<Octets, Octets> answers = new LinkedHashMap<>();
    private long octets;

    synchronized Optional<Octets> find(Octets requestHash) {
        return Optional.ofNullable(answers.get(requestHash));
    }

    /** Keeps {@code answer} unless another thread was faster, and answers what is kept. */
    synchronized Octets keep(Octets requestHash, Octets answer) {
        Octets first = answers.putIfAbsent(requestHash, answer);
        if (first != null) {
            return first;
        }
        octets += answer.length();
        var oldest = answers.entrySet().iterator();
        while (octets > MOST_OCTETS && answers.size() > 1) {
            octets -= oldest.next().getValue().length();
            oldest.remove();
        }
        return answer;
    }
}
