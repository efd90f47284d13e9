package org.v2xscms.codec.misbehaviour;

import java.util.List;
import java.util.Optional;

/** The aspects of a CAM or BSM that observations are about; the constants stand in the order of tgtId from 0. */
public enum Target {
    BEACON,
    STATIC,
    SECURITY,
    POSITION,
    SPEED,
    LONGITUDINAL_ACCELERATION;

    private static final List<Target> IN_WIRE_ORDER = List.of(values());

    /** The aspect with this tgtId, if it is one of those known. */
    public static Optional<Target> of(int tgtId) {
        return tgtId >= 0 && tgtId < IN_WIRE_ORDER.size() ? Optional.of(IN_WIRE_ORDER.get(tgtId)) : Optional.empty();
    }

    static String nameOf(int tgtId) {
        return of(tgtId).map(Enum::name).orElse("unknown target");
    }
}
