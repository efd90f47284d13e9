package org.v2xscms.codec.ieee1609dot2;

import static org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2.MODULE_2025;

import org.v2xscms.codec.oer.Codec;

/** Signed data whose payload is the hash of signed data that somebody else made. */
public final class Countersignature {

    public static final Codec<Ieee1609Dot2Data> CODEC = Ieee1609Dot2Data.CODEC.where(
            "signedData over extDataHash alone, with generationTime and without expiryTime, generationLocation,"
                    + " p2pcdLearningRequest, missingCrlIdentifier and encryptionKey",
            MODULE_2025 + ", Countersignature",
            data -> data.content() instanceof SignedData signed
                    && isHash(signed.tbsData().value().payload())
                    && isPlain(signed.tbsData().value().headerInfo()));

    private Countersignature() {}

    private static boolean isHash(SignedDataPayload payload) {
        return payload.data() == null && payload.extDataHash() != null && payload.omitted() == null;
    }

    private static boolean isPlain(HeaderInfo header) {
        return header.generationTime() != null
                && header.expiryTime() == null
                && header.generationLocation() == null
                && header.p2pcdLearningRequest() == null
                && header.missingCrlIdentifier() == null
                && header.encryptionKey() == null;
    }
}
