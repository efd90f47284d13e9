package org.v2xscms.codec.ieee1609dot2;

import static org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2.MODULE;
import static org.v2xscms.codec.ieee1609dot2.basetypes.UnsignedIntegers.version;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.v2xscms.codec.oer.Codec;

/**
 * A message of IEEE 1609.2: the outermost structure on the wire.
 *
 * @param protocolVersion 3
 */
public record Ieee1609Dot2Data(int protocolVersion, Ieee1609Dot2Content content) {

    public static final Codec<Ieee1609Dot2Data> CODEC = sequence(
            "Ieee1609Dot2Data",
            MODULE,
            Ieee1609Dot2Data::new,
            required("protocolVersion", version(3, MODULE), Ieee1609Dot2Data::protocolVersion),
            required("content", Ieee1609Dot2Content.CODEC, Ieee1609Dot2Data::content));

    /** Version 3 with this content. */
    public static Ieee1609Dot2Data of(Ieee1609Dot2Content content) {
        return new Ieee1609Dot2Data(3, content);
    }
}
