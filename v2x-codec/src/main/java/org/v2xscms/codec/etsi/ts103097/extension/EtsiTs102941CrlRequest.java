package org.v2xscms.codec.etsi.ts103097.extension;

import static org.v2xscms.codec.etsi.ts103097.extension.EtsiTs103097ExtensionModule.MODULE;
import static org.v2xscms.codec.oer.Sequence.optional;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.oer.Codec;

/**
 * Asks for the revocation list of a root CA.
 *
 * @param lastKnownUpdate thisUpdate of the newest list the sender has
 */
public record EtsiTs102941CrlRequest(
        HashedId8 issuerId, @Nullable Time32 lastKnownUpdate) {

    public static final Codec<EtsiTs102941CrlRequest> CODEC = sequence(
            "EtsiTs102941CrlRequest",
            MODULE,
            EtsiTs102941CrlRequest::new,
            required("issuerId", HashedId8.CODEC, EtsiTs102941CrlRequest::issuerId),
            optional("lastKnownUpdate", Time32.CODEC, EtsiTs102941CrlRequest::lastKnownUpdate));
}
