package org.v2xscms.codec.oer;

import java.util.List;

/**
 * A decoded value, the exact octets it was decoded from, and what was tolerated on the way.
 *
 * @param value the value
 * @param octets the octets consumed, a prefix of the input
 * @param deviations empty for a canonical encoding; always empty under {@link Reading#STRICT}
 */
public record Decoded<T>(T value, Octets octets, List<Deviation> deviations) {

    public Encoded<T> encoded() {
        return new Encoded<>(value, octets);
    }
}
