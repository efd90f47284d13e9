package org.v2xscms.codec.misbehaviour;

import static org.v2xscms.codec.misbehaviour.EtsiTs103759.MODULE;
import static org.v2xscms.codec.oer.KeyedSequence.keyedSequence;
import static org.v2xscms.codec.oer.OpenType.openType;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;

import java.util.List;
import org.v2xscms.codec.ieee1609dot2.basetypes.UnsignedIntegers;
import org.v2xscms.codec.oer.Codec;

/**
 * The observations about one aspect of the messages.
 *
 * @param tgtId the aspect, 0 to 255; see {@link Target} for those of CAM and BSM
 */
public record ObservationsByTarget(int tgtId, List<MbSingleObservation> observations) {

    private static final int MAX_TARGET = 255;

    public static final Codec<ObservationsByTarget> CODEC = keyedSequence(
            "ObservationsByTarget",
            ObservationsByTarget::new,
            "tgtId",
            UnsignedIntegers.UINT8.as("tgtId", MODULE, id -> id, id -> id, Target::nameOf),
            ObservationsByTarget::tgtId,
            "observations",
            tgtId -> sequenceOf("SEQUENCE OF MbSingleObservation", openType(MbSingleObservation.codec(tgtId))),
            ObservationsByTarget::observations);

    public static final Codec<List<ObservationsByTarget>> SEQUENCE_OF =
            sequenceOf("SEQUENCE OF ObservationsByTarget", MODULE, 1, Integer.MAX_VALUE, CODEC);

    public ObservationsByTarget {
        if (tgtId < 0 || tgtId > MAX_TARGET) {
            throw new IllegalArgumentException("a tgtId from 0 to 255, not " + tgtId);
        }
        observations = List.copyOf(observations);
        for (MbSingleObservation observation : observations) {
            boolean staticChange = Observation.STATIC_CHANGE.is(tgtId, observation.obsId());
            if (staticChange != observation.obs() instanceof MbSingleObservation.StaticChange) {
                throw new IllegalArgumentException(
                        "a StaticChange for the observation of that name and for no other, not " + observation);
            }
        }
    }
}
