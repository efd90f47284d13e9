package org.v2xscms.obu.stack;

import java.time.Duration;
import java.util.List;
import org.v2xscms.crypto.linkage.LinkageRules;

/**
 * The figures of a {@link SecurityStack}.
 *
 * @param applications whose messages are verified; those of others are refused
 * @param certificateInterval the longest time between two messages that carry the full certificate
 *     (vMaxCertDigestInterval)
 * @param rotation how long one pseudonym is used (vCertChangeInterval)
 * @param answerGap the shortest time between two full certificates that others asked for
 * @param requestGap the shortest time between two requests for the same certificate
 * @param peers how many senders' certificates are kept; the one heard least recently goes first
 * @param messagesPerPeer how many messages of a sender are remembered to know a replay
 * @param maxOctets longer messages are refused unread
 * @param linkageRules how linkage values are made in this deployment; no CRL says
 */
public record StackSettings(
        List<ApplicationProfile> applications,
        Duration certificateInterval,
        Duration rotation,
        Duration answerGap,
        Duration requestGap,
        int peers,
        int messagesPerPeer,
        int maxOctets,
        LinkageRules linkageRules) {

    /**
     * Basic safety messages as deployed in America. 2,048 senders is more than are in range on a full motorway; 1,024
     * messages is more than a minute of each.
     */
    public static final StackSettings AMERICAN = new StackSettings(
            List.of(ApplicationProfile.BSM),
            Duration.ofMillis(450),
            Duration.ofMinutes(5),
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            2_048,
            1_024,
            8_192,
            LinkageRules.CAMP);

    public StackSettings {
        applications = List.copyOf(applications);
        if (peers < 1 || messagesPerPeer < 1 || maxOctets < 1) {
            throw new IllegalArgumentException(peers + " peers, " + messagesPerPeer + " messages each");
        }
    }
}
