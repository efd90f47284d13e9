package org.v2xscms.codec.ieee1609dot2.crl;

import static org.v2xscms.codec.ieee1609dot2.crl.Ieee1609Dot2CrlBaseTypes.MODULE;
import static org.v2xscms.codec.oer.Sequence.extensible;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;
import static org.v2xscms.codec.oer.Sequences.sequence;

import java.util.List;
import org.v2xscms.codec.ieee1609dot2.basetypes.UnsignedIntegers;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Codec;

/**
 * Revoked devices with equally many certificates per i-period.
 *
 * @param jmax linkage values to derive per device and i-period: j from 0 to {@code jmax - 1}; 0 to 255
 */
public record JMaxGroup(int jmax, List<LAGroup> contents, Additions additions) {

    public static final Codec<JMaxGroup> CODEC = sequence(
            "JMaxGroup",
            MODULE,
            JMaxGroup::new,
            required("jmax", UnsignedIntegers.UINT8, JMaxGroup::jmax),
            required("contents", LAGroup.SEQUENCE_OF, JMaxGroup::contents),
            extensible(JMaxGroup::additions));

    public static final Codec<List<JMaxGroup>> SEQUENCE_OF = sequenceOf("SequenceOfJMaxGroup", CODEC);

    public JMaxGroup {
        contents = List.copyOf(contents);
    }
}
