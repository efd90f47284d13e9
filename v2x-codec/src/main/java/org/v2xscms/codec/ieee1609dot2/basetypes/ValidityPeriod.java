package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.v2xscms.codec.oer.Codec;

/** From {@code start} to {@code start} + {@code duration}. */
public record ValidityPeriod(Time32 start, Duration duration) {

    public static final Codec<ValidityPeriod> CODEC = sequence(
            "ValidityPeriod",
            MODULE,
            ValidityPeriod::new,
            required("start", Time32.CODEC, ValidityPeriod::start),
            required("duration", Duration.CODEC, ValidityPeriod::duration));

    /** The start on the scale of {@link Time64}. */
    public Time64 startTime() {
        return Time64.of(start);
    }

    /** The start plus the duration, on the scale of {@link Time64} because a duration may be below a second. */
    public Time64 endTime() {
        return new Time64(startTime().microseconds() + duration.toMicroseconds());
    }
}
