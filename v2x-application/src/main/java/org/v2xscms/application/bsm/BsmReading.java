package org.v2xscms.application.bsm;

import java.util.List;

/** What became of reading a payload as a basic safety message. */
public sealed interface BsmReading {

    /** A basic safety message. */
    record Read(BasicSafetyMessage message) implements BsmReading {}

    /**
     * A basic safety message with bit patterns that stand for no value.
     *
     * @param fields at least one
     */
    record OutOfRange(List<Field> fields) implements BsmReading {
        public OutOfRange {
            fields = List.copyOf(fields);
        }
    }

    /**
     * A field with such a pattern.
     *
     * @param path the name within coreData, such as {@code accelSet.long}
     * @param encoded the number that was sent: the distance from the lower end of the range
     */
    record Field(String path, long encoded) {}

    /** A message frame with another message. */
    record OtherMessage(int messageId) implements BsmReading {}

    /** No message frame, or one whose basic safety message does not decode. */
    record Malformed(String reason) implements BsmReading {}
}
