package org.v2xscms.application.bsm;

/**
 * Accelerations of the vehicle (SAE J2735, DF_AccelerationSet4Way).
 *
 * @param longitudinal forwards, in 0.01 m/s², -2000 to 2000, or {@link #UNAVAILABLE}
 * @param lateral to the right, in 0.01 m/s², -2000 to 2000, or {@link #UNAVAILABLE}
 * @param vertical in 0.02 G, -126 to 127, or -127 where it is unavailable
 * @param yaw the turning rate to the right, in 0.01 degrees/s, -32767 to 32767
 */
public record AccelerationSet4Way(int longitudinal, int lateral, int vertical, int yaw) {

    public static final int UNAVAILABLE = 2_001;

    /** Nothing is known; a vehicle that does not turn. */
    public static final AccelerationSet4Way NONE = new AccelerationSet4Way(UNAVAILABLE, UNAVAILABLE, -127, 0);

    public AccelerationSet4Way {
        CoreField.ACCEL_LONG.require(longitudinal);
        CoreField.ACCEL_LAT.require(lateral);
        CoreField.ACCEL_VERT.require(vertical);
        CoreField.YAW.require(yaw);
    }
}
