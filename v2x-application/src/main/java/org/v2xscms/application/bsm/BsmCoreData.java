package org.v2xscms.application.bsm;

import org.v2xscms.codec.oer.Octets;

/**
 * Part I of a basic safety message (SAE J2735, DF_BSMcoreData): where the vehicle is and how it moves.
 *
 * @param msgCnt counts the messages of a sender, 0 to 127, then from 0 again
 * @param id 4 octets that stand for the sender until it changes its pseudonym
 * @param secMark milliseconds within the minute, 0 to 60999, or {@link #SEC_MARK_UNAVAILABLE}
 * @param lat latitude in tenths of a microdegree, -900_000_000 to 900_000_000, or {@link #LAT_UNAVAILABLE}
 * @param lon longitude in tenths of a microdegree, -1_799_999_999 to 1_800_000_000, or {@link #LON_UNAVAILABLE}
 * @param elev height above the ellipsoid in 0.1 m, -4095 to 61439, or {@link #ELEV_UNAVAILABLE}
 * @param accuracy of the position
 * @param transmission the gear
 * @param speed in 0.02 m/s, 0 to 8190, or {@link #SPEED_UNAVAILABLE}
 * @param heading of the movement, in 0.0125 degrees from north over east, 0 to 28799, or {@link #HEADING_UNAVAILABLE}
 * @param angle of the steering wheel, in 1.5 degrees to the right, -126 to 126, or 127 where it is unavailable
 * @param accelSet accelerations
 * @param brakes brakes and stability systems
 * @param size of the vehicle
 */
public record BsmCoreData(
        int msgCnt,
        Octets id,
        int secMark,
        int lat,
        int lon,
        int elev,
        PositionalAccuracy accuracy,
        TransmissionState transmission,
        int speed,
        int heading,
        int angle,
        AccelerationSet4Way accelSet,
        BrakeSystemStatus brakes,
        VehicleSize size) {

    public static final int ID_OCTETS = 4;
    public static final int SEC_MARK_UNAVAILABLE = 65_535;
    public static final int LAT_UNAVAILABLE = 900_000_001;
    public static final int LON_UNAVAILABLE = 1_800_000_001;
    public static final int ELEV_UNAVAILABLE = -4_096;
    public static final int SPEED_UNAVAILABLE = 8_191;
    public static final int HEADING_UNAVAILABLE = 28_800;
    public static final int ANGLE_UNAVAILABLE = 127;

    public BsmCoreData {
        CoreField.MSG_CNT.require(msgCnt);
        id.requireLength("coreData.id", ID_OCTETS);
        CoreField.SEC_MARK.require(secMark);
        CoreField.LAT.require(lat);
        CoreField.LON.require(lon);
        CoreField.ELEV.require(elev);
        CoreField.SPEED.require(speed);
        CoreField.HEADING.require(heading);
        CoreField.ANGLE.require(angle);
    }

    /** Whether latitude and longitude are both known. */
    public boolean hasPosition() {
        return lat != LAT_UNAVAILABLE && lon != LON_UNAVAILABLE;
    }

    public boolean hasSpeed() {
        return speed != SPEED_UNAVAILABLE;
    }

    /** The speed in metres per second; only where {@link #hasSpeed}. */
    public double metresPerSecond() {
        return speed * 0.02;
    }
}
