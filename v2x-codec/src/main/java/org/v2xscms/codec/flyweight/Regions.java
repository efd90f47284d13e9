package org.v2xscms.codec.flyweight;

/** Walks locations and regions. */
final class Regions {

    private static final int MAX_LATITUDE = 900_000_001;
    private static final int MIN_LATITUDE = -900_000_000;
    private static final int MAX_LONGITUDE = 1_800_000_001;
    private static final int MIN_LONGITUDE = -1_799_999_999;

    private Regions() {}

    /** Latitude: 4 octets, in tenths of a microdegree. */
    static int latitude(Cursor in) {
        return bounded(in, MIN_LATITUDE, MAX_LATITUDE);
    }

    /** Longitude: 4 octets, in tenths of a microdegree. */
    static int longitude(Cursor in) {
        return bounded(in, MIN_LONGITUDE, MAX_LONGITUDE);
    }

    private static int bounded(Cursor in, int min, int max) {
        int at = in.position();
        int value = in.int32();
        if (value < min || value > max) {
            in.malformed(at);
        }
        return value;
    }

    private static void twoDLocation(Cursor in) {
        latitude(in);
        longitude(in);
    }

    static void geographicRegion(Cursor in) {
        int at = in.position();
        switch (in.tag()) {
            case 0 -> {
                twoDLocation(in);
                in.skip(2);
            }
            case 1 -> {
                for (int left = 2 * in.quantity(); left > 0 && in.ok(); left--) {
                    twoDLocation(in);
                }
            }
            case 2 -> {
                for (int left = in.quantity(); left > 0 && in.ok(); left--) {
                    twoDLocation(in);
                }
            }
            case 3 -> {
                for (int left = in.quantity(); left > 0 && in.ok(); left--) {
                    identifiedRegion(in);
                }
            }
            default -> in.unsupported(at);
        }
    }

    private static void identifiedRegion(Cursor in) {
        int at = in.position();
        int alternative = in.tag();
        in.skip(2);
        switch (alternative) {
            case 0 -> {}
            case 1 -> in.skip(in.quantity());
            case 2 -> {
                for (int left = in.quantity(); left > 0 && in.ok(); left--) {
                    in.skip(1);
                    in.skip(2 * in.quantity());
                }
            }
            default -> in.unsupported(at);
        }
    }
}
