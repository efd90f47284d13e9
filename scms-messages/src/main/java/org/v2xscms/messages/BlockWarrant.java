package org.v2xscms.messages;

import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;
import static org.v2xscms.messages.BackEndMessage.MODULE;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Strings;

/**
 * MA to RA: block the device behind a request and name its linkage chains.
 *
 * @param resolution the ACA's {@link ResolveAnswer} as it signed it, so that the MA cannot name a device of its own choice
 */
public record BlockWarrant(Warrant warrant, Octets resolution) implements BackEndPdu {

    public static final Codec<BlockWarrant> CODEC = sequence(
            "BlockWarrant",
            MODULE,
            BlockWarrant::new,
            required("warrant", Warrant.CODEC, BlockWarrant::warrant),
            required("resolution", Strings.octetString("SignedAnswer", MODULE, 1, 4096), BlockWarrant::resolution));
}
