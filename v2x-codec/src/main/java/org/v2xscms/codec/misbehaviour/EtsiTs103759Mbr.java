package org.v2xscms.codec.misbehaviour;

import static org.v2xscms.codec.misbehaviour.EtsiTs103759.MODULE;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.v2xscms.codec.ieee1609dot2.basetypes.ThreeDLocation;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.oer.Codec;

/**
 * A misbehaviour report.
 *
 * @param generationTime when it was made
 * @param observationLocation where the reporter was when it observed
 */
public record EtsiTs103759Mbr(Time64 generationTime, ThreeDLocation observationLocation, AidSpecificReport report) {

    public static final Codec<EtsiTs103759Mbr> CODEC = sequence(
            "EtsiTs103759Mbr",
            MODULE,
            EtsiTs103759Mbr::new,
            required("generationTime", Time64.CODEC, EtsiTs103759Mbr::generationTime),
            required("observationLocation", ThreeDLocation.CODEC, EtsiTs103759Mbr::observationLocation),
            required("report", AidSpecificReport.CODEC, EtsiTs103759Mbr::report));
}
