package org.v2xscms.codec.misbehaviour;

import java.util.Arrays;
import java.util.Optional;

/** The aspects of a CAM or BSM that observations are about. */
public enum Target {
    BEACON(0),
    STATIC(1),
    SECURITY(2),
    POSITION(3),
    SPEED(4),
    LONGITUDINAL_ACCELERATION(5);

    private final int tgtId;

    Target(int tgtId) {
        this.tgtId = tgtId;
    }

    public int tgtId() {
        return tgtId;
    }

    /** The aspect with this tgtId, if it is one of those known. */
    public static Optional<Target> of(int tgtId) {
        return Arrays.stream(values()).filter(target -> target.tgtId == tgtId).findFirst();
    }

    static String nameOf(int tgtId) {
        return of(tgtId).map(Enum::name).orElse("unknown target");
    }
}
