package org.v2xscms.codec.ieee1609dot2dot1.protocol;

import static org.v2xscms.codec.ieee1609dot2dot1.protocol.Protocol.MODULE;
import static org.v2xscms.codec.oer.Sequence.extensible;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.v2xscms.codec.ieee1609dot2.basetypes.UnsignedIntegers;
import org.v2xscms.codec.ieee1609dot2dot1.Version;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Codec;

/**
 * The SSP of a linkage authority.
 *
 * @param laId its number, 0 to 65535
 */
public record LaSsp(int version, int laId, Additions additions) {

    public static final Codec<LaSsp> CODEC = sequence(
            "LaSsp",
            MODULE,
            LaSsp::new,
            required("version", Version.codec(MODULE), LaSsp::version),
            required("laId", UnsignedIntegers.UINT16, LaSsp::laId),
            extensible(LaSsp::additions));

    /** A value of the current version. */
    public static LaSsp of(int laId) {
        return new LaSsp(Version.CURRENT, laId, Additions.NONE);
    }
}
