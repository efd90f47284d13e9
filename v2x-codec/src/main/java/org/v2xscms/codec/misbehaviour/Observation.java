package org.v2xscms.codec.misbehaviour;

import java.util.Arrays;
import java.util.Optional;

/**
 * The observations about CAM and BSM. An obsId alone means nothing: it counts within its target.
 *
 * <p>The ids of DENM are not public; a report about DENM may use the same numbers for other things.
 */
public enum Observation {
    /** Messages came faster than 80 percent of the nominal interval. */
    BEACON_INTERVAL(Target.BEACON, 1),
    /** Data that never change did; the only observation with a value, a bit for each changed field. */
    STATIC_CHANGE(Target.STATIC, 1),
    MESSAGE_ID_INCONSISTENT_WITH_PSID(Target.SECURITY, 1),
    HEADER_INCONSISTENT_WITH_PROFILE(Target.SECURITY, 2),
    PSID_INCONSISTENT_WITH_CERTIFICATE(Target.SECURITY, 3),
    MESSAGE_INCONSISTENT_WITH_SSP(Target.SECURITY, 4),
    TIME_OUTSIDE_CERTIFICATE_VALIDITY(Target.SECURITY, 5),
    MESSAGE_LOCATION_OUTSIDE_CERTIFICATE_REGION(Target.SECURITY, 6),
    HEADER_LOCATION_OUTSIDE_CERTIFICATE_REGION(Target.SECURITY, 7),
    POSITION_JUMP(Target.POSITION, 4),
    SPEED_TOO_HIGH(Target.SPEED, 3),
    SPEED_REVERSE(Target.SPEED, 4),
    SPEED_CHANGE(Target.SPEED, 5),
    ACCELERATION_TOO_HIGH(Target.LONGITUDINAL_ACCELERATION, 4);

    private final Target target;
    private final int obsId;

    Observation(Target target, int obsId) {
        this.target = target;
        this.obsId = obsId;
    }

    public Target target() {
        return target;
    }

    public int obsId() {
        return obsId;
    }

    boolean is(int tgtId, int otherObsId) {
        return target.tgtId() == tgtId && obsId == otherObsId;
    }

    /** The observation with these ids, if it is one of those known. */
    public static Optional<Observation> of(int tgtId, int obsId) {
        return Arrays.stream(values()).filter(known -> known.is(tgtId, obsId)).findFirst();
    }

    static String nameOf(int tgtId, int obsId) {
        return of(tgtId, obsId).map(Enum::name).orElse("unknown observation");
    }
}
