package org.v2xscms.codec.ieee1609dot2dot1.camra;

import static org.v2xscms.codec.ieee1609dot2dot1.camra.CamRa.MODULE;
import static org.v2xscms.codec.oer.Sequence.extensible;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;
import static org.v2xscms.codec.oer.Sequences.sequence;

import java.util.List;
import org.v2xscms.codec.ieee1609dot2.basetypes.IValue;
import org.v2xscms.codec.ieee1609dot2dot1.Version;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Strings;

/**
 * The RA asks for the blinded keys of one device.
 *
 * @param eeId the device, five octets the RA chose
 * @param periodList the i-periods asked for
 */
public record RaCamBatchRequest(int version, Octets eeId, List<IValue> periodList, Additions additions)
        implements CamRaInterfacePdu {

    public static final Codec<RaCamBatchRequest> CODEC = sequence(
            "RaCamBatchRequest",
            MODULE,
            RaCamBatchRequest::new,
            required("version", Version.codec(MODULE), RaCamBatchRequest::version),
            required("eeId", Strings.fixedOctetString("OCTET STRING", 5), RaCamBatchRequest::eeId),
            required("periodList", sequenceOf("SEQUENCE OF IValue", IValue.CODEC), RaCamBatchRequest::periodList),
            extensible(RaCamBatchRequest::additions));

    public RaCamBatchRequest {
        periodList = List.copyOf(periodList);
    }

    /** A value of the current version. */
    public static RaCamBatchRequest of(Octets eeId, List<IValue> periodList) {
        return new RaCamBatchRequest(Version.CURRENT, eeId, periodList, Additions.NONE);
    }
}
