package org.v2xscms.codec.flyweight;

/** The alternatives of EccP256CurvePoint and EccP384CurvePoint, in wire order. */
public enum PointForm {
    X_ONLY,
    FILL,
    COMPRESSED_Y_0,
    COMPRESSED_Y_1,
    UNCOMPRESSED;

    private static final PointForm[] IN_WIRE_ORDER = values();

    static PointForm of(int index) {
        return IN_WIRE_ORDER[index];
    }
}
