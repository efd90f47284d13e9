package org.v2xscms.obu.transport;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.v2xscms.codec.oer.Octets;

/** What came of a {@link Call}. */
public sealed interface Reply {

    /**
     * An answer with a status, whatever the status says.
     *
     * @param headers by name in lower case
     * @param body what arrived of the body, never more than the call's limit
     * @param whole false where the connection broke or the limit was reached before the end
     */
    record Answer(int status, Map<String, String> headers, Octets body, boolean whole) implements Reply {

        public Answer {
            headers = Map.copyOf(headers);
        }

        /** The header {@code name}, in any case. */
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
        }
    }

    /**
     * No answer: whether the authority has seen the request is unknown.
     *
     * @param reason for the log
     */
    record NoAnswer(String reason) implements Reply {}
}
