package org.v2xscms.application.claim;

import java.util.List;
import org.v2xscms.codec.misbehaviour.Observation;

/**
 * An observation and the messages that bear it out.
 *
 * @param messages of one sender in the order of their generation; the observation is about the last
 * @param found the values, for a reader
 */
public record Claim(Observation observation, List<EvidenceMessage> messages, String found) {

    public Claim {
        messages = List.copyOf(messages);
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("a claim without a message");
        }
    }

    /** The message the observation is about. */
    public EvidenceMessage subject() {
        return messages.getLast();
    }
}
