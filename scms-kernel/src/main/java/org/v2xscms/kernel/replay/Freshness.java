package org.v2xscms.kernel.replay;

import java.time.Duration;

/** What the replay window says of a message. */
public sealed interface Freshness {

    /** Not seen before, and from now on it is. */
    record Fresh() implements Freshness {}

    /** Seen before. Where a retry is to be answered, the intent store knows the answer. */
    record Replayed() implements Freshness {}

    /** Generated before the window, or in a part of it that was closed already. */
    record TooOld() implements Freshness {}

    /** Generated later than the clocks may differ. */
    record InFuture() implements Freshness {}

    /** The window holds as many messages as it may: ask again later. */
    record Full(Duration retryAfter) implements Freshness {}
}
