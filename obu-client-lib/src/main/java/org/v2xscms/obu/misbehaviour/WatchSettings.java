package org.v2xscms.obu.misbehaviour;

import java.time.Duration;
import org.v2xscms.application.claim.Thresholds;

/**
 * The figures of detection and reporting.
 *
 * @param thresholds from where on a value is a claim
 * @param peers how many senders are watched; the one heard least recently goes first
 * @param messages how many messages of each are kept
 * @param verifications how many refused messages are verified again within {@code verificationPeriod}, to see whether their
 *     sender can be held to them
 * @param repeatAfter how long nothing more is reported about a sender under the same rule
 */
public record WatchSettings(
        Thresholds thresholds,
        int peers,
        int messages,
        int verifications,
        Duration verificationPeriod,
        Duration repeatAfter) {

    /** A second of each sender at ten messages a second; one report a minute of each sender and rule. */
    public static final WatchSettings STANDARD =
            new WatchSettings(Thresholds.STANDARD, 1_024, 10, 10, Duration.ofSeconds(1), Duration.ofMinutes(1));

    public WatchSettings {
        if (peers < 1 || messages <= thresholds.shortIntervals()) {
            throw new IllegalArgumentException(peers + " peers, " + messages + " messages");
        }
    }
}
