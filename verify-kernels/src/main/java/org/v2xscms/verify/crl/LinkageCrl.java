package org.v2xscms.verify.crl;

import java.util.ArrayList;
import java.util.List;

/**
 * The linkage-based revocations of one CRL series, for one period at a time (IEEE 1609.2 7.3).
 *
 * <p>A list names a revoked device by two seeds, from which the linkage values of all its certificates from that period on
 * follow, and of none before. A receiver therefore has work to do once a period: step every seed forward, compute every
 * value and index them ({@link LinkageIndex}). {@link #advance} and {@link #add} do that on the caller's thread, a
 * background one; readers keep the index they have until the new one is complete. A look-up is due once per
 * certificate, not per message.
 *
 * <p>A delta list adds devices: they get an index of their own beside the others, and all are merged at the next period.
 *
 * <p>{@link #advance} and {@link #add} exclude each other; look-ups never wait.
 */
public final class LinkageCrl {

    /** How far seeds are walked at most, so that a forged period costs nothing much: three years of weeks. */
    public static final int MOST_PERIODS = 156;

    private static final int MOST_INDEXES = 8;

    private final LinkageForm form;
    private volatile Snapshot snapshot;

    private record Snapshot(int period, List<RevokedDevices> groups, List<LinkageIndex> indexes) {}

    /** An empty list, for the given period. */
    public LinkageCrl(LinkageForm form, int period) {
        this.form = form;
        snapshot = new Snapshot(period, List.of(), List.of());
    }

    /** The period look-ups are answered for. */
    public int period() {
        return snapshot.period();
    }

    /** How many devices are revoked, those whose revocation has run out excluded. */
    public long devices() {
        return snapshot.groups().stream().mapToLong(RevokedDevices::size).sum();
    }

    /** Octets held for look-ups. While a period is being prepared it is up to twice this. */
    public long bytes() {
        return snapshot.indexes().stream().mapToLong(LinkageIndex::bytes).sum();
    }

    /**
     * Adds the devices of a full or delta list; takes effect at once.
     *
     * @param iRev the period the seeds are for
     * @param seeds per device the seed by authority 1 and that by authority 2, 16 octets each
     */
    public synchronized void add(RevocationGroup group, int iRev, byte[] seeds) {
        Snapshot now = snapshot;
        if (Math.abs(now.period() - iRev) > MOST_PERIODS) {
            throw new IllegalArgumentException("seeds of a period too far away: " + iRev);
        }
        LinkageValues values = new LinkageValues(form);
        RevokedDevices devices = new RevokedDevices(group, iRev, seeds);
        if (iRev < now.period() && devices.covers(now.period())) {
            devices = devices.advancedTo(now.period(), values);
        }
        List<RevokedDevices> groups = new ArrayList<>(now.groups());
        groups.add(devices);
        List<LinkageIndex> indexes = new ArrayList<>(now.indexes());
        if (indexes.size() == MOST_INDEXES) {
            indexes.clear();
            indexes.add(index(groups, now.period(), values));
        } else {
            indexes.add(index(List.of(devices), now.period(), values));
        }
        snapshot = new Snapshot(now.period(), List.copyOf(groups), List.copyOf(indexes));
    }

    /** Devices whose seeds are for a later period wait; the others count. */
    private static LinkageIndex index(List<RevokedDevices> groups, int period, LinkageValues values) {
        return new LinkageIndex(groups.stream().filter(g -> g.isFor(period)).toList(), values);
    }

    /** Steps to a later period: the long work, once a period. Revocations that have run out are dropped. */
    public synchronized void advance(int period) {
        Snapshot now = snapshot;
        if (period < now.period() || period - now.period() > MOST_PERIODS) {
            throw new IllegalArgumentException("from period " + now.period() + " to " + period);
        }
        LinkageValues values = new LinkageValues(form);
        List<RevokedDevices> groups = new ArrayList<>();
        for (RevokedDevices group : now.groups()) {
            if (group.covers(period)) {
                groups.add(group.advancedTo(period, values));
            } else if (!group.isOver(period)) {
                groups.add(group);
            }
        }
        snapshot = new Snapshot(period, List.copyOf(groups), List.of(index(groups, period, values)));
    }

    /** A way to look up, for one thread. */
    public LookUp lookUp() {
        return new LookUp(new LinkageValues(form));
    }

    /** Looks values up on one thread; makes no garbage unless a value is revoked or a fingerprint collides. */
    public final class LookUp {

        private final LinkageValues values;

        private LookUp(LinkageValues values) {
            this.values = values;
        }

        /** Whether the linkage value of nine octets at {@code at} is revoked in the present period. */
        public boolean isRevoked(byte[] value, int at) {
            List<LinkageIndex> indexes = snapshot.indexes();
            for (int i = 0; i < indexes.size(); i++) {
                if (indexes.get(i).contains(value, at, values)) {
                    return true;
                }
            }
            return false;
        }
    }
}
