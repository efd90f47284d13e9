package org.v2xscms.codec.ieee1609dot2dot1.acara;

import static org.v2xscms.codec.ieee1609dot2dot1.acara.AcaRa.MODULE;
import static org.v2xscms.codec.oer.Sequence.extensible;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2dot1.Version;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Codec;

/**
 * The ACA answers one request of the RA.
 *
 * @param generationTime when the answer was made
 * @param requestHash hash of the request SPDU
 * @param acaResponse what is forwarded to the device
 */
public record AcaRaCertResponse(
        int version, Time32 generationTime, HashedId8 requestHash, AcaResponse acaResponse, Additions additions)
        implements AcaRaInterfacePdu {

    public static final Codec<AcaRaCertResponse> CODEC = sequence(
            "AcaRaCertResponse",
            MODULE,
            AcaRaCertResponse::new,
            required("version", Version.codec(MODULE), AcaRaCertResponse::version),
            required("generationTime", Time32.CODEC, AcaRaCertResponse::generationTime),
            required("requestHash", HashedId8.CODEC, AcaRaCertResponse::requestHash),
            required("acaResponse", AcaResponse.CODEC, AcaRaCertResponse::acaResponse),
            extensible(AcaRaCertResponse::additions));

    /** A value of the current version. */
    public static AcaRaCertResponse of(Time32 generationTime, HashedId8 requestHash, AcaResponse acaResponse) {
        return new AcaRaCertResponse(Version.CURRENT, generationTime, requestHash, acaResponse, Additions.NONE);
    }
}
