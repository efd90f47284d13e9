package org.v2xscms.messages;

import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;
import static org.v2xscms.messages.BackEndMessage.MODULE;

import org.v2xscms.codec.ieee1609dot2.basetypes.IValue;
import org.v2xscms.codec.ieee1609dot2.basetypes.LaId;
import org.v2xscms.codec.ieee1609dot2.basetypes.LinkageSeed;
import org.v2xscms.codec.oer.Codec;

/**
 * LA to MA: the seed, which goes into the CRL.
 *
 * @param seed the linkage seed of period {@code i}
 */
public record SeedAnswer(CaseId caseId, LaId laId, IValue i, LinkageSeed seed) implements BackEndPdu {

    public static final Codec<SeedAnswer> CODEC = sequence(
            "SeedAnswer",
            MODULE,
            SeedAnswer::new,
            required("caseId", CaseId.CODEC, SeedAnswer::caseId),
            required("laId", LaId.CODEC, SeedAnswer::laId),
            required("i", IValue.CODEC, SeedAnswer::i),
            required("seed", LinkageSeed.CODEC, SeedAnswer::seed));
}
