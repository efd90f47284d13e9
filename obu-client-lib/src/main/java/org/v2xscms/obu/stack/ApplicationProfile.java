package org.v2xscms.obu.stack;

import java.time.Duration;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;

/**
 * What a receiver expects of the messages of one application.
 *
 * @param psid the application
 * @param oldest how long ago a message may have been generated
 * @param future how far ahead of our clock its sender's may be
 * @param distance metres from our own position beyond which a message does not matter to us;
 *     {@link Double#POSITIVE_INFINITY} for none
 */
public record ApplicationProfile(Psid psid, Duration oldest, Duration future, double distance) {

    /**
     * Basic safety messages: 30 s either way, half the range of DE_DSecond, as the American test purposes have it; 2 km is
     * further than the radio carries.
     */
    public static final ApplicationProfile BSM =
            new ApplicationProfile(new Psid(32), Duration.ofSeconds(30), Duration.ofSeconds(30), 2_000);

    public ApplicationProfile {
        if (oldest.isNegative() || future.isNegative() || !(distance > 0)) {
            throw new IllegalArgumentException(
                    "freshness of " + oldest + " and " + future + " within " + distance + " m");
        }
    }
}
