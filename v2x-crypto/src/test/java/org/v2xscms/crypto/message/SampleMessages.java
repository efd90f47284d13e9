package org.v2xscms.crypto.message;

import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.HeaderInfo;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Content;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.SignedDataPayload;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedData;
import org.v2xscms.codec.ieee1609dot2.basetypes.EncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.ieee1609dot2.basetypes.ThreeDLocation;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Octets;

/** Data to be signed, for PSID 32 unless a test says otherwise. */
final class SampleMessages {

    static final Psid PSID = new Psid(32);

    private SampleMessages() {}

    static SignedDataPayload payload(String hex) {
        return SignedDataPayload.of(Ieee1609Dot2Data.of(new Ieee1609Dot2Content.UnsecuredData(Octets.ofHex(hex))));
    }

    static ToBeSignedData of(SignedDataPayload payload) {
        return new ToBeSignedData(payload, HeaderInfo.of(PSID));
    }

    static HeaderInfo header(
            Psid psid, @Nullable Time64 generated, @Nullable Time64 expiry, @Nullable ThreeDLocation location) {
        return new HeaderInfo(
                psid, generated, expiry, location, null, null, null, null, null, null, null, Additions.NONE);
    }

    static HeaderInfo header(EncryptionKey key) {
        return new HeaderInfo(PSID, null, null, null, null, null, key, null, null, null, null, Additions.NONE);
    }
}
