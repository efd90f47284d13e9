package org.v2xscms.verify.crl;

import java.util.Arrays;

/**
 * Devices of one group with their seeds for one period, 32 octets each. Immutable once built; a later period is another
 * instance.
 */
final class RevokedDevices {

    static final int OCTETS = 2 * LinkageValues.SEED;

    private final RevocationGroup group;
    private final int period;
    private final byte[] seeds;

    /** Copies {@code seeds}: seed by authority 1, seed by authority 2, device after device. */
    RevokedDevices(RevocationGroup group, int period, byte[] seeds) {
        this(seeds.clone(), group, period);
    }

    private RevokedDevices(byte[] seeds, RevocationGroup group, int period) {
        if (seeds.length % OCTETS != 0) {
            throw new IllegalArgumentException("a device has two seeds of 16 octets");
        }
        this.group = group;
        this.period = period;
        this.seeds = seeds;
    }

    RevocationGroup group() {
        return group;
    }

    int size() {
        return seeds.length / OCTETS;
    }

    byte[] seeds() {
        return seeds;
    }

    /** Whether {@code later} is a period these seeds can be walked to and the group still revokes. */
    boolean covers(int later) {
        return period <= later && later <= group.iMax();
    }

    boolean isFor(int wanted) {
        return period == wanted && wanted <= group.iMax();
    }

    /** Whether the last period revoked lies before {@code wanted}. */
    boolean isOver(int wanted) {
        return group.iMax() < wanted;
    }

    RevokedDevices advancedTo(int later, LinkageValues values) {
        byte[] advanced = Arrays.copyOf(seeds, seeds.length);
        for (int at = 0; at < advanced.length; at += OCTETS) {
            for (int i = period; i < later; i++) {
                values.advance(advanced, at, group.la1Id());
                values.advance(advanced, at + LinkageValues.SEED, group.la2Id());
            }
        }
        return new RevokedDevices(advanced, group, later);
    }
}
