package org.v2xscms.codec.misbehaviour;

import static org.v2xscms.codec.misbehaviour.EtsiTs103759.MODULE;
import static org.v2xscms.codec.oer.KeyedSequence.keyedSequence;
import static org.v2xscms.codec.oer.OpenType.openType;

import org.v2xscms.codec.ieee1609dot2.basetypes.UnsignedIntegers;
import org.v2xscms.codec.oer.BitString;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Strings;

/**
 * One observation.
 *
 * @param obsId what was observed, 0 to 255, counted within the target; see {@link Observation}
 */
public record MbSingleObservation(int obsId, Value obs) {

    /** What is said about the observation beyond that it was made. */
    public sealed interface Value {}

    /** NULL: nothing. */
    public record Made() implements Value {}

    /** A bit for each field that should not have changed and did. */
    public record StaticChange(BitString fields) implements Value {}

    /** A value of an observation that has none as far as we know. */
    public record Unknown(Octets value) implements Value {}

    private static final Codec<Value> STATIC_CHANGE = openType(Strings.bitString("Static-Change"))
            .as("Static-Change", MODULE, StaticChange::new, change -> ((StaticChange) change).fields());

    private static final Codec<Value> MADE_OR_UNKNOWN = Strings.octetString("obs")
            .as(
                    "obs",
                    MODULE,
                    octets -> octets.isEmpty() ? new Made() : new Unknown(octets),
                    value -> value instanceof Unknown(Octets octets) ? octets : Octets.EMPTY);

    /** An observation within target {@code tgtId}. */
    static Codec<MbSingleObservation> codec(int tgtId) {
        return keyedSequence(
                "MbSingleObservation",
                MbSingleObservation::new,
                "obsId",
                UnsignedIntegers.UINT8.as(
                        "obsId", MODULE, id -> id, id -> id, obsId -> Observation.nameOf(tgtId, obsId)),
                MbSingleObservation::obsId,
                "obs",
                obsId -> valueCodec(tgtId, obsId),
                MbSingleObservation::obs);
    }

    private static Codec<Value> valueCodec(int tgtId, int obsId) {
        return Observation.STATIC_CHANGE.is(tgtId, obsId) ? STATIC_CHANGE : MADE_OR_UNKNOWN;
    }
}
