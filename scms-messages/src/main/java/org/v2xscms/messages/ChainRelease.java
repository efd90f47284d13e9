package org.v2xscms.messages;

import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;
import static org.v2xscms.messages.BackEndMessage.MODULE;

import org.v2xscms.codec.ieee1609dot2.basetypes.LaId;
import org.v2xscms.codec.oer.Codec;

/**
 * The RA's word that a chain belongs to a case. Signed and put into a {@link BlockAnswer}; goes to one LA only, which
 * learns nothing of the other's chain.
 */
public record ChainRelease(CaseId caseId, LaId laId, ChainId chainId) implements BackEndPdu {

    public static final Codec<ChainRelease> CODEC = sequence(
            "ChainRelease",
            MODULE,
            ChainRelease::new,
            required("caseId", CaseId.CODEC, ChainRelease::caseId),
            required("laId", LaId.CODEC, ChainRelease::laId),
            required("chainId", ChainId.CODEC, ChainRelease::chainId));
}
