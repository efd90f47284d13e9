package org.v2xscms.codec.etsi.ts103097.extension;

import static org.v2xscms.codec.etsi.ts103097.extension.EtsiTs103097ExtensionModule.MODULE;
import static org.v2xscms.codec.oer.Sequence.optional;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.UnsignedIntegers;
import org.v2xscms.codec.oer.Codec;

/**
 * Asks for a whole trust list or a segment of it; since version 1.2 of the module.
 *
 * @param lastKnownCtlSequence number of the newest list the sender has, 0 to 255
 * @param segmentNumber the segment asked for, 0 to 255
 */
public record EtsiTs102941FullCtlRequest(
        HashedId8 issuerId,
        @Nullable Integer lastKnownCtlSequence,
        @Nullable Integer segmentNumber) {

    public static final Codec<EtsiTs102941FullCtlRequest> CODEC = sequence(
            "EtsiTs102941FullCtlRequest",
            MODULE,
            EtsiTs102941FullCtlRequest::new,
            required("issuerId", HashedId8.CODEC, EtsiTs102941FullCtlRequest::issuerId),
            optional("lastKnownCtlSequence", UnsignedIntegers.UINT8, EtsiTs102941FullCtlRequest::lastKnownCtlSequence),
            optional("segmentNumber", UnsignedIntegers.UINT8, EtsiTs102941FullCtlRequest::segmentNumber));
}
