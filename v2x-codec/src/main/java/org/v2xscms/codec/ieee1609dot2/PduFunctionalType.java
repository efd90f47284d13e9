package org.v2xscms.codec.ieee1609dot2;

import static org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2.MODULE;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Integers;

/** For which part of the security services a message is, if it is not for an application (ISO 21177). */
public record PduFunctionalType(int value) {

    public static final Codec<PduFunctionalType> CODEC = Integers.integer("PduFunctionalType", MODULE, 0, 255)
            .as("PduFunctionalType", MODULE, PduFunctionalType::new, PduFunctionalType::value);

    public static final PduFunctionalType TLS_HANDSHAKE = new PduFunctionalType(1);
    public static final PduFunctionalType ISO21177_EXTENDED_AUTH = new PduFunctionalType(2);
    public static final PduFunctionalType ISO21177_SESSION_EXTENSION = new PduFunctionalType(3);

    public PduFunctionalType {
        if (value < 0 || value > 255) {
            throw new IllegalArgumentException("a PduFunctionalType from 0 to 255, not " + value);
        }
    }
}
