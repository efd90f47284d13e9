package org.v2xscms.messages;

import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;
import static org.v2xscms.messages.BackEndMessage.MODULE;

import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.oer.Codec;

/**
 * ACA to MA, and in its signed form from there to the RA.
 *
 * @param request the request's digest
 * @param ra the certificate of the RA that asked
 */
public record ResolveAnswer(CaseId caseId, RequestDigest request, HashedId8 ra) implements BackEndPdu {

    public static final Codec<ResolveAnswer> CODEC = sequence(
            "ResolveAnswer",
            MODULE,
            ResolveAnswer::new,
            required("caseId", CaseId.CODEC, ResolveAnswer::caseId),
            required("request", RequestDigest.CODEC, ResolveAnswer::request),
            required("ra", HashedId8.CODEC, ResolveAnswer::ra));
}
