package org.v2xscms.codec.ieee1609dot2.crl;

import static org.v2xscms.codec.ieee1609dot2.crl.Ieee1609Dot2CrlBaseTypes.MODULE;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;
import static org.v2xscms.codec.oer.Sequences.sequence;

import java.util.List;
import org.v2xscms.codec.ieee1609dot2.basetypes.Duration;
import org.v2xscms.codec.ieee1609dot2.basetypes.IValue;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.oer.Codec;

/**
 * When coming i-periods begin (IEEE 1609.2-2025), so that a receiver can derive linkage values ahead of time. In a list,
 * each entry goes on where the one before it ends; the first one begins after iRev.
 *
 * @param startOfNextIPeriod the start of the first i-period this entry is about
 * @param iPeriodLength the length of each i-period up to {@code guaranteedToIValue}
 * @param guaranteedToIValue the last i-period this entry is about
 */
public record IPeriodInfo(Time32 startOfNextIPeriod, Duration iPeriodLength, IValue guaranteedToIValue) {

    public static final Codec<IPeriodInfo> CODEC = sequence(
            "IPeriodInfo",
            MODULE,
            IPeriodInfo::new,
            required("startOfNextIPeriod", Time32.CODEC, IPeriodInfo::startOfNextIPeriod),
            required("iPeriodLength", Duration.CODEC, IPeriodInfo::iPeriodLength),
            required("guaranteedToIValue", IValue.CODEC, IPeriodInfo::guaranteedToIValue));

    public static final Codec<List<IPeriodInfo>> SEQUENCE_OF = sequenceOf("SequenceOfIPeriodInfo", CODEC);
}
