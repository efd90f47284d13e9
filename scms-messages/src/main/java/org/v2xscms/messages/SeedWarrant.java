package org.v2xscms.messages;

import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;
import static org.v2xscms.messages.BackEndMessage.MODULE;

import org.v2xscms.codec.ieee1609dot2.basetypes.IValue;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Strings;

/**
 * MA to LA: the seed of a revoked device's chain, from a period on.
 *
 * @param release the RA's {@link ChainRelease} as it signed it
 * @param fromI the period of the seed; a past one is refused
 */
public record SeedWarrant(Warrant warrant, Octets release, IValue fromI) implements BackEndPdu {

    public static final Codec<SeedWarrant> CODEC = sequence(
            "SeedWarrant",
            MODULE,
            SeedWarrant::new,
            required("warrant", Warrant.CODEC, SeedWarrant::warrant),
            required("release", Strings.octetString("SignedRelease", MODULE, 1, 4096), SeedWarrant::release),
            required("fromI", IValue.CODEC, SeedWarrant::fromI));
}
