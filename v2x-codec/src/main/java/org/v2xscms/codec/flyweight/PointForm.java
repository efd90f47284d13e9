package org.v2xscms.codec.flyweight;

/** The alternatives of EccP256CurvePoint and EccP384CurvePoint, in wire order. */
public enum PointForm {
    X_ONLY,
    FILL,
    COMPRESSED_Y_0,
    COMPRESSED_Y_1,
    UNCOMPRESSED;

    private static final PointForm[] IN_WIRE_ORDER = values();

    /** The form with this tag; {@link #FILL}, which is no point, for a tag that no form has. */
    static PointForm of(int index) {
        return index < IN_WIRE_ORDER.length ? IN_WIRE_ORDER[index] : FILL;
    }
}
