package org.v2xscms.obu.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId3;
import org.v2xscms.crypto.certificate.HashedCertificate;

/**
 * Peer-to-peer certificate distribution (IEEE 1609.2-2022 clause 8): which certificates we ask for, which CA certificates
 * others ask us for, and which we have learned. All three are small and bounded, because anybody in range can fill them.
 */
final class Learning {

    private static final int MAX_WANTED = 16;
    private static final int MAX_ASKED = 16;
    private static final int MAX_LEARNED = 32;

    /** A certificate nobody has sent by then is not asked for any more, until it is missed again. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Duration gap;
    private final Map<HashedId3, Want> wanted = new LinkedHashMap<>();
    private final Map<HashedId3, Instant> answered = new HashMap<>();
    private final Map<HashedId3, HashedCertificate> toAnswer = new LinkedHashMap<>();
    private final Map<HashedId3, HashedCertificate> learned = new LinkedHashMap<>();

    Learning(Duration gap) {
        this.gap = gap;
    }

    private record Want(Instant missed, @Nullable Instant asked) {}

    /** A certificate was missed. */
    synchronized void miss(HashedId3 id, Instant now) {
        if (!wanted.containsKey(id) && wanted.size() >= MAX_WANTED) {
            wanted.remove(wanted.keySet().iterator().next());
        }
        Want known = wanted.remove(id);
        wanted.put(id, new Want(now, known == null ? null : known.asked));
    }

    synchronized boolean isWanted(HashedId3 id) {
        return wanted.containsKey(id);
    }

    /** A certificate has come. */
    synchronized void found(HashedId3 id) {
        wanted.remove(id);
    }

    /** The certificate to ask for in a message that is sent now. */
    synchronized Optional<HashedId3> request(Instant now) {
        Iterator<Map.Entry<HashedId3, Want>> entries = wanted.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<HashedId3, Want> entry = entries.next();
            Want want = entry.getValue();
            if (want.missed.plus(PATIENCE).isBefore(now)) {
                entries.remove();
            } else if (want.asked == null || !now.isBefore(want.asked.plus(gap))) {
                entry.setValue(new Want(want.missed, now));
                return Optional.of(entry.getKey());
            }
        }
        return Optional.empty();
    }

    /** Somebody asks for a certificate that we have. */
    synchronized void asked(HashedId3 id, HashedCertificate certificate) {
        if (toAnswer.size() < MAX_ASKED) {
            toAnswer.put(id, certificate);
        }
    }

    /** Somebody, we or another, has sent the certificate that was asked for: it is not sent again for a while. */
    synchronized void answered(HashedId3 id, Instant now) {
        toAnswer.remove(id);
        answered.values().removeIf(at -> !now.isBefore(at.plus(gap)));
        if (answered.size() < MAX_ASKED) {
            answered.put(id, now);
        }
    }

    /** The certificate to send along with a message that is sent now. */
    synchronized Optional<HashedCertificate> answer(Instant now) {
        Iterator<Map.Entry<HashedId3, HashedCertificate>> entries =
                toAnswer.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<HashedId3, HashedCertificate> entry = entries.next();
            Instant last = answered.get(entry.getKey());
            entries.remove();
            if (last == null || !now.isBefore(last.plus(gap))) {
                answered(entry.getKey(), now);
                return Optional.of(entry.getValue());
            }
        }
        return Optional.empty();
    }

    /** Keeps the certificate of an authority whose chain is valid. */
    synchronized void learn(HashedId3 id, HashedCertificate certificate) {
        if (learned.size() >= MAX_LEARNED) {
            learned.remove(learned.keySet().iterator().next());
        }
        learned.put(id, certificate);
    }

    synchronized List<HashedCertificate> learned() {
        return new ArrayList<>(learned.values());
    }
}
