package org.v2xscms.codec.ieee1609dot2dot1.camra;

import static org.v2xscms.codec.ieee1609dot2dot1.camra.CamRa.MODULE;
import static org.v2xscms.codec.oer.Sequence.extensible;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;
import static org.v2xscms.codec.oer.Sequences.sequence;

import java.util.List;
import org.v2xscms.codec.ieee1609dot2.basetypes.EccP256CurvePoint;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2dot1.Version;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Codec;

/**
 * The CAM answers with blinded keys.
 *
 * @param requestHash hash of the request
 * @param batch a BlindedKey for each period of the request, in its order
 */
public record CamRaBatchResponse(int version, HashedId8 requestHash, List<EccP256CurvePoint> batch, Additions additions)
        implements CamRaInterfacePdu {

    public static final Codec<CamRaBatchResponse> CODEC = sequence(
            "CamRaBatchResponse",
            MODULE,
            CamRaBatchResponse::new,
            required("version", Version.codec(MODULE), CamRaBatchResponse::version),
            required("requestHash", HashedId8.CODEC, CamRaBatchResponse::requestHash),
            required("batch", sequenceOf("SEQUENCE OF BlindedKey", EccP256CurvePoint.CODEC), CamRaBatchResponse::batch),
            extensible(CamRaBatchResponse::additions));

    public CamRaBatchResponse {
        batch = List.copyOf(batch);
    }

    /** A value of the current version. */
    public static CamRaBatchResponse of(HashedId8 requestHash, List<EccP256CurvePoint> batch) {
        return new CamRaBatchResponse(Version.CURRENT, requestHash, batch, Additions.NONE);
    }
}
