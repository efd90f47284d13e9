package org.v2xscms.cli.demo;

import org.v2xscms.application.bsm.AccelerationSet4Way;
import org.v2xscms.application.bsm.BasicSafetyMessage;
import org.v2xscms.application.bsm.BrakeSystemStatus;
import org.v2xscms.application.bsm.BsmCoreData;
import org.v2xscms.application.bsm.PositionalAccuracy;
import org.v2xscms.application.bsm.TransmissionState;
import org.v2xscms.application.bsm.VehicleSize;
import org.v2xscms.codec.ieee1609dot2.basetypes.Elevation;
import org.v2xscms.codec.ieee1609dot2.basetypes.Latitude;
import org.v2xscms.codec.ieee1609dot2.basetypes.Longitude;
import org.v2xscms.codec.ieee1609dot2.basetypes.ThreeDLocation;
import org.v2xscms.codec.oer.Octets;

/**
 * A vehicle that drives east on a straight road at constant speed, each on a lane of its own.
 *
 * @param lane its lane: 4 m further north each
 * @param startMetres where it begins, east of the road's start
 * @param metresPerSecond its speed
 */
record Motion(int lane, double startMetres, double metresPerSecond) {

    private static final int ROAD_LATITUDE = 389_560_000;
    private static final int ROAD_LONGITUDE = -771_490_000;

    /** 1/10 microdegree is 0.01113 m along a meridian, and 0.00866 m along this road's parallel. */
    private static final double LATITUDE_UNITS_PER_METRE = 89.83;

    private static final double LONGITUDE_UNITS_PER_METRE = 115.5;

    private static final int LANE_METRES = 4;
    private static final int SPEED_UNITS = 50;
    private static final int EAST = 7_200;
    private static final int MESSAGE_COUNTS = 128;
    private static final int MINUTE_MILLIS = 60_000;

    /**
     * The message it sends.
     *
     * @param millis since the start
     * @param offset metres by which it lies about where it is
     */
    Octets message(long millis, int count, long utcMillis, double offset) {
        BsmCoreData core = new BsmCoreData(
                count % MESSAGE_COUNTS,
                Octets.of((byte) 0, (byte) 0, (byte) 0, (byte) lane),
                (int) (utcMillis % MINUTE_MILLIS),
                latitude(),
                longitude(millis, offset),
                0,
                new PositionalAccuracy(20, 20, 0),
                TransmissionState.FORWARD_GEARS,
                (int) Math.round(metresPerSecond * SPEED_UNITS),
                EAST,
                0,
                new AccelerationSet4Way(0, 0, 0, 0),
                BrakeSystemStatus.NONE,
                new VehicleSize(180, 450));
        return BasicSafetyMessage.of(core).encode();
    }

    /** Where it really is. */
    ThreeDLocation location(long millis) {
        return new ThreeDLocation(new Latitude(latitude()), new Longitude(longitude(millis, 0)), new Elevation(0));
    }

    private int latitude() {
        return (int) (ROAD_LATITUDE + lane * LANE_METRES * LATITUDE_UNITS_PER_METRE);
    }

    private int longitude(long millis, double offset) {
        double metres = startMetres + metresPerSecond * millis / 1000 + offset;
        return (int) Math.round(ROAD_LONGITUDE + metres * LONGITUDE_UNITS_PER_METRE);
    }
}
