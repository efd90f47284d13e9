package org.v2xscms.application.claim;

/** Distances on a sphere of the earth's mean radius. */
public final class GreatCircle {

    private static final double EARTH_RADIUS = 6_371_008.8;
    private static final double DEGREES_PER_UNIT = 1e-7;

    private GreatCircle() {}

    /**
     * The distance in metres (haversine); StrictMath, so that device and authority get the same bits.
     *
     * @param lat1 in tenths of a microdegree, like all four
     */
    public static double metres(int lat1, int lon1, int lat2, int lon2) {
        double phi1 = StrictMath.toRadians(lat1 * DEGREES_PER_UNIT);
        double phi2 = StrictMath.toRadians(lat2 * DEGREES_PER_UNIT);
        double sinPhi = StrictMath.sin((phi2 - phi1) / 2);
        double sinLambda = StrictMath.sin(StrictMath.toRadians(((long) lon2 - lon1) * DEGREES_PER_UNIT) / 2);
        double h = sinPhi * sinPhi + StrictMath.cos(phi1) * StrictMath.cos(phi2) * sinLambda * sinLambda;
        return 2 * EARTH_RADIUS * StrictMath.asin(StrictMath.sqrt(Math.min(1, h)));
    }
}
