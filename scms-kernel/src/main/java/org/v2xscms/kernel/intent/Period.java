package org.v2xscms.kernel.intent;

import java.time.Instant;

/**
 * What rows are kept and dropped together: an i-period, or another stretch in which everything issued expires.
 *
 * @param number the i-value or bucket number, unique within the authority
 * @param expires when nothing issued in it is valid any more and its rows may go
 */
public record Period(int number, Instant expires) {

    public Period {
        if (number < 0) {
            throw new IllegalArgumentException("negative period " + number);
        }
    }
}
