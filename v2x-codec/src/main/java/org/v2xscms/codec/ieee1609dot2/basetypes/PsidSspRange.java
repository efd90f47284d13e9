package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;
import static org.v2xscms.codec.oer.Sequence.optional;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;
import static org.v2xscms.codec.oer.Sequences.sequence;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.oer.Codec;

/**
 * A permission to issue or request certificates for one application.
 *
 * @param sspRange which permissions within it; absent, all
 */
public record PsidSspRange(Psid psid, @Nullable SspRange sspRange) {

    public static final Codec<PsidSspRange> CODEC = sequence(
            "PsidSspRange",
            MODULE,
            PsidSspRange::new,
            required("psid", Psid.CODEC, PsidSspRange::psid),
            optional("sspRange", SspRange.CODEC, PsidSspRange::sspRange));

    public static final Codec<List<PsidSspRange>> SEQUENCE_OF = sequenceOf("SequenceOfPsidSspRange", CODEC);
}
