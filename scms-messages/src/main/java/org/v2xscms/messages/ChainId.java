package org.v2xscms.messages;

import static org.v2xscms.messages.BackEndMessage.MODULE;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Strings;

/**
 * The name of a chain of linkage seeds: 16 random octets, drawn by the RA for one enrolment at one linkage authority. It
 * says nothing about the device or the seed.
 */
public record ChainId(Octets octets) {

    private static final int LENGTH = 16;

    public static final Codec<ChainId> CODEC =
            Strings.fixedOctetString("ChainId", LENGTH).as("ChainId", MODULE, ChainId::new, ChainId::octets);

    public ChainId {
        octets.requireLength("ChainId", LENGTH);
    }
}
