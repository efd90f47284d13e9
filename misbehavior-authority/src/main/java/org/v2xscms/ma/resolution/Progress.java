package org.v2xscms.ma.resolution;

import java.time.Duration;

/** How far a case has come. */
public sealed interface Progress {

    /** What was asked is all answered, and the entry for the CRL is stored. */
    record Complete() implements Progress {}

    /** An authority gave no answer yet; ask again after a while, unchanged. */
    record Waiting(Duration retryAfter, String reason) implements Progress {}

    /** An authority refused: an operator has to remove the cause and start the case again, or reject it. */
    record Refused(String reason) implements Progress {}
}
