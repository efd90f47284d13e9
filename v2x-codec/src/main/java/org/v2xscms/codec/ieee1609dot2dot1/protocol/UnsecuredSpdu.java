package org.v2xscms.codec.ieee1609dot2dot1.protocol;

import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Content;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;

/**
 * Ieee1609Dot2Data-Unsecured: a structure in unsecuredData, {@code 03 80 length structure}.
 *
 * @param content the structure and its octets
 */
public record UnsecuredSpdu<T>(Encoded<T> content) {

    /** The SPDU type {@code typeName} around {@code content}. */
    public static <T> Codec<UnsecuredSpdu<T>> codec(String typeName, Codec<T> content) {
        return new Layer<>(
                typeName,
                Ieee1609Dot2Data.CODEC,
                "unsecuredData",
                "content.unsecuredData",
                UnsecuredSpdu::contained,
                content,
                (data, inside) -> new UnsecuredSpdu<>(inside),
                spdu -> wrap(content.encode(spdu.content.value())));
    }

    /** {@code content} as unsecuredData. */
    static Ieee1609Dot2Data wrap(Octets content) {
        return new Ieee1609Dot2Data(Layer.PROTOCOL_VERSION, new Ieee1609Dot2Content.UnsecuredData(content));
    }

    /** What {@code data} holds as unsecuredData, or null. */
    static @Nullable Octets contained(Ieee1609Dot2Data data) {
        return data.content() instanceof Ieee1609Dot2Content.UnsecuredData(Octets octets) ? octets : null;
    }
}
