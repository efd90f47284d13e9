package org.v2xscms.codec.ieee1609dot2;

import static org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2.MODULE;
import static org.v2xscms.codec.oer.Sequence.addition;
import static org.v2xscms.codec.oer.Sequence.extensible;
import static org.v2xscms.codec.oer.Sequence.optional;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Null;

/**
 * The payload of signed data: at least one of the three.
 *
 * @param data the payload itself
 * @param extDataHash the hash of data that is known to the receiver by other means
 * @param omitted present: the hash of data known by other means goes into the signature input but not into the message
 */
public record SignedDataPayload(
        @Nullable Encoded<Ieee1609Dot2Data> data,
        @Nullable HashedData extDataHash,
        @Nullable Null omitted,
        Additions additions) {

    /** A payload may itself be signed: the type contains itself. */
    private static final Codec<Ieee1609Dot2Data> NESTED =
            Codec.recursive("Ieee1609Dot2Data", () -> Ieee1609Dot2Data.CODEC);

    public static final Codec<SignedDataPayload> CODEC = sequence(
                    "SignedDataPayload",
                    MODULE,
                    SignedDataPayload::new,
                    optional("data", NESTED.keepingOctets(), SignedDataPayload::data),
                    optional("extDataHash", HashedData.CODEC, SignedDataPayload::extDataHash),
                    addition("omitted", Null.CODEC, SignedDataPayload::omitted),
                    extensible(SignedDataPayload::additions))
            .where("data, extDataHash or omitted present", MODULE, SignedDataPayload::hasAny);

    /** The payload {@code data} alone. */
    public static SignedDataPayload of(Ieee1609Dot2Data data) {
        return new SignedDataPayload(Encoded.of(Ieee1609Dot2Data.CODEC, data), null, null, Additions.NONE);
    }

    private boolean hasAny() {
        return data != null || extDataHash != null || omitted != null;
    }
}
