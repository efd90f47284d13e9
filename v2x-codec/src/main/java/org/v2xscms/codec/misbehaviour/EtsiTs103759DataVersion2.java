package org.v2xscms.codec.misbehaviour;

import static org.v2xscms.codec.misbehaviour.EtsiTs103759.MODULE;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.ieee1609dot2.basetypes.TwoDLocation;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Integers;

/**
 * A misbehaviour report of TS 103 759 V1.1.1 and V2.1.1, version 2 on the wire: its parts directly, without a choice of
 * protection; it was protected as the payload of signed or encrypted data. That its location is a TwoDLocation is known
 * from one implementation only.
 */
public record EtsiTs103759DataVersion2(
        Time64 generationTime, TwoDLocation observationLocation, AidSpecificReport report) {

    private static final int VERSION = 2;

    public static final Codec<EtsiTs103759DataVersion2> CODEC = sequence(
            "EtsiTs103759Data",
            MODULE,
            (version, generationTime, observationLocation, report) ->
                    new EtsiTs103759DataVersion2(generationTime, observationLocation, report),
            required("version", Integers.integer("Uint8", MODULE, VERSION, VERSION), data -> VERSION),
            required("generationTime", Time64.CODEC, EtsiTs103759DataVersion2::generationTime),
            required("observationLocation", TwoDLocation.CODEC, EtsiTs103759DataVersion2::observationLocation),
            required("report", AidSpecificReport.CODEC, EtsiTs103759DataVersion2::report));
}
