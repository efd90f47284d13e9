package org.v2xscms.application.claim;

import java.util.ArrayList;
import java.util.List;
import org.v2xscms.application.bsm.AccelerationSet4Way;
import org.v2xscms.application.bsm.BsmCoreData;
import org.v2xscms.application.bsm.BsmReading;
import org.v2xscms.application.bsm.TransmissionState;
import org.v2xscms.codec.misbehaviour.Observation;

/** Values of a single message that no vehicle has. */
final class MotionRules {

    private static final String LONGITUDINAL = "accelSet.long";

    /** SAE J3287: the number that is encoded; the highest with a value is 4001. */
    private static final long HIGHEST_ENCODED = 4_002;

    private static final double ACCELERATION_UNIT = 0.01;

    private MotionRules() {}

    static List<Claim> claims(EvidenceMessage message, Thresholds thresholds) {
        if (!message.isForBsm()) {
            return List.of();
        }
        return switch (message.content()) {
            case BsmReading.Read(var bsm) -> claims(message, bsm.coreData(), thresholds);
            case BsmReading.OutOfRange(var fields) ->
                fields.stream()
                        .filter(field -> field.path().equals(LONGITUDINAL) && field.encoded() > HIGHEST_ENCODED)
                        .map(field -> new Claim(
                                Observation.ACCELERATION_TOO_HIGH,
                                List.of(message),
                                LONGITUDINAL + " encoded as " + field.encoded()))
                        .toList();
            case BsmReading.OtherMessage _, BsmReading.Malformed _ -> List.of();
        };
    }

    private static List<Claim> claims(EvidenceMessage message, BsmCoreData core, Thresholds thresholds) {
        List<Claim> claims = new ArrayList<>();
        if (core.hasSpeed() && core.metresPerSecond() > thresholds.speed()) {
            claims.add(new Claim(Observation.SPEED_TOO_HIGH, List.of(message), core.metresPerSecond() + " m/s"));
        }
        if (core.hasSpeed()
                && core.transmission() == TransmissionState.REVERSE_GEARS
                && core.metresPerSecond() > thresholds.reverseSpeed()) {
            claims.add(new Claim(
                    Observation.SPEED_REVERSE, List.of(message), core.metresPerSecond() + " m/s in reverse gear"));
        }
        int acceleration = core.accelSet().longitudinal();
        if (acceleration != AccelerationSet4Way.UNAVAILABLE
                && acceleration * ACCELERATION_UNIT > thresholds.acceleration()) {
            claims.add(new Claim(
                    Observation.ACCELERATION_TOO_HIGH,
                    List.of(message),
                    acceleration * ACCELERATION_UNIT + " m/s² forwards"));
        }
        return claims;
    }
}
