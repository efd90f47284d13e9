package org.v2xscms.codec.ieee1609dot2.crl;

import static org.v2xscms.codec.ieee1609dot2.crl.Ieee1609Dot2CrlBaseTypes.MODULE;
import static org.v2xscms.codec.oer.Sequence.extensible;
import static org.v2xscms.codec.oer.Sequence.optional;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.basetypes.UnsignedIntegers;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Codec;

/**
 * What a device with little storage keeps first.
 *
 * @param priority higher is more important, 0 to 255; for future use
 */
public record CrlPriorityInfo(@Nullable Integer priority, Additions additions) {

    /** No priority given. */
    public static final CrlPriorityInfo NONE = new CrlPriorityInfo(null, Additions.NONE);

    public static final Codec<CrlPriorityInfo> CODEC = sequence(
            "CrlPriorityInfo",
            MODULE,
            CrlPriorityInfo::new,
            optional("priority", UnsignedIntegers.UINT8, CrlPriorityInfo::priority),
            extensible(CrlPriorityInfo::additions));
}
