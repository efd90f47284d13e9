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
 * Asks for the changes to a trust list.
 *
 * @param lastKnownCtlSequence number of the newest list the sender has, 0 to 255
 */
public record EtsiTs102941DeltaCtlRequest(
        HashedId8 issuerId, @Nullable Integer lastKnownCtlSequence) {

    public static final Codec<EtsiTs102941DeltaCtlRequest> CODEC = sequence(
            "EtsiTs102941DeltaCtlRequest",
            MODULE,
            EtsiTs102941DeltaCtlRequest::new,
            required("issuerId", HashedId8.CODEC, EtsiTs102941DeltaCtlRequest::issuerId),
            optional(
                    "lastKnownCtlSequence", UnsignedIntegers.UINT8, EtsiTs102941DeltaCtlRequest::lastKnownCtlSequence));
}
