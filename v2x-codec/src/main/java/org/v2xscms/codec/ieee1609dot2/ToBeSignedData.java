package org.v2xscms.codec.ieee1609dot2;

import static org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2.MODULE;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.v2xscms.codec.oer.Codec;

/**
 * What a signature covers.
 *
 * @param payload from the application
 * @param headerInfo from the security services
 */
public record ToBeSignedData(SignedDataPayload payload, HeaderInfo headerInfo) {

    public static final Codec<ToBeSignedData> CODEC = sequence(
            "ToBeSignedData",
            MODULE,
            ToBeSignedData::new,
            required("payload", SignedDataPayload.CODEC, ToBeSignedData::payload),
            required("headerInfo", HeaderInfo.CODEC, ToBeSignedData::headerInfo));
}
