package org.v2xscms.application.bsm;

/**
 * The integer fields of the core data in the order of their encoding, with their ranges. A constrained integer is sent as
 * its distance from the lower end, in as many bits as the range needs (ITU-T X.691 11.5.7.1); where that is not a power of
 * two, some bit patterns stand for no value.
 */
enum CoreField {
    MSG_CNT("msgCnt", 0, 127),
    SEC_MARK("secMark", 0, 65_535),
    LAT("lat", -900_000_000, 900_000_001),
    LON("long", -1_799_999_999, 1_800_000_001),
    ELEV("elev", -4_096, 61_439),
    SEMI_MAJOR("accuracy.semiMajor", 0, 255),
    SEMI_MINOR("accuracy.semiMinor", 0, 255),
    ORIENTATION("accuracy.orientation", 0, 65_535),
    TRANSMISSION("transmission", 0, 7),
    SPEED("speed", 0, 8_191),
    HEADING("heading", 0, 28_800),
    ANGLE("angle", -126, 127),
    ACCEL_LONG("accelSet.long", -2_000, 2_001),
    ACCEL_LAT("accelSet.lat", -2_000, 2_001),
    ACCEL_VERT("accelSet.vert", -127, 127),
    YAW("accelSet.yaw", -32_767, 32_767),
    WHEEL_BRAKES("brakes.wheelBrakes", 0, 31),
    TRACTION("brakes.traction", 0, 3),
    ABS("brakes.abs", 0, 3),
    SCS("brakes.scs", 0, 3),
    BRAKE_BOOST("brakes.brakeBoost", 0, 2),
    AUX_BRAKES("brakes.auxBrakes", 0, 3),
    WIDTH("size.width", 0, 1_023),
    LENGTH("size.length", 0, 4_095);

    private final String path;
    private final long low;
    private final long high;

    CoreField(String path, long low, long high) {
        this.path = path;
        this.low = low;
        this.high = high;
    }

    /** The name in SAE J2735, within coreData. */
    String path() {
        return path;
    }

    /** How many bits it takes. */
    int bits() {
        return Long.SIZE - Long.numberOfLeadingZeros(high - low);
    }

    boolean encodes(long offset) {
        return offset <= high - low;
    }

    int value(long offset) {
        return (int) (low + offset);
    }

    long offset(int value) {
        return value - low;
    }

    void require(int value) {
        if (value < low || value > high) {
            throw new IllegalArgumentException("coreData." + path + " from " + low + " to " + high + ", not " + value);
        }
    }
}
