package org.v2xscms.messages;

import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;
import static org.v2xscms.codec.oer.Sequences.sequence;
import static org.v2xscms.messages.BackEndMessage.MODULE;

import java.util.List;
import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.codec.ieee1609dot2.basetypes.IValue;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Integers;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Strings;

/**
 * RA to MA: the device is blocked.
 *
 * @param releases one {@link ChainRelease} for each linkage authority, each signed by the RA on its own; two
 * @param lastI the last i-period for which the device may hold certificates
 * @param jMax how many certificates it holds in each
 */
public record BlockAnswer(CaseId caseId, List<Octets> releases, CrlSeries crlSeries, IValue lastI, int jMax)
        implements BackEndPdu {

    public static final Codec<BlockAnswer> CODEC = sequence(
            "BlockAnswer",
            MODULE,
            BlockAnswer::new,
            required("caseId", CaseId.CODEC, BlockAnswer::caseId),
            required(
                    "releases",
                    sequenceOf("Releases", MODULE, 2, 2, Strings.octetString("SignedRelease", MODULE, 1, 4096)),
                    BlockAnswer::releases),
            required("crlSeries", CrlSeries.CODEC, BlockAnswer::crlSeries),
            required("lastI", IValue.CODEC, BlockAnswer::lastI),
            required("jMax", Integers.integer("JMax", MODULE, 1, 255), BlockAnswer::jMax));

    public BlockAnswer {
        releases = List.copyOf(releases);
    }
}
