package org.v2xscms.verify.crl;

import java.util.Arrays;
import java.util.List;
import org.v2xscms.verify.kernel.BigEndian;

/**
 * Finds which device, if any, has a given linkage value in one period.
 *
 * <p>A million devices with twenty values each are twenty million values of nine octets: stored as they are, with room to
 * hash, 250 MB and more. This index stores 32 bits per value instead. A slot holds the number of the device and, in the
 * bits left over, a fingerprint of the value: twelve bits for a million devices. A look-up reads the one cache line
 * of sixteen slots the value hashes to; when a fingerprint fits, which for a value not revoked happens once in some 300
 * times, the values of that device are computed from its seeds and compared in full. So the answer is exact, the common
 * one costs one cache miss, and memory is 94 MB and 32 MB of seeds for that million.
 *
 * <p>A full line overflows into the next. Immutable once built, except that a reader brings its own {@link LinkageValues}.
 */
final class LinkageIndex {

    private static final int LINE = 16;
    private static final int AHEAD = 256;

    /** Values per slot, in percent: beyond this, lines overflow too often. */
    private static final int LOAD = 85;

    private final List<RevokedDevices> groups;
    private final int[] slots;
    private final int lines;
    private final int deviceBits;
    private final int[] pendingLines = new int[AHEAD];
    private final int[] pendingSlots = new int[AHEAD];
    private int pending;
    private int touched;

    LinkageIndex(List<RevokedDevices> groups, LinkageValues values) {
        this.groups = List.copyOf(groups);
        long devices = 0;
        long count = 0;
        for (RevokedDevices group : groups) {
            devices += group.size();
            count += (long) group.size() * group.group().jMax();
        }
        deviceBits = 64 - Long.numberOfLeadingZeros(devices);
        long lineCount = count * 100 / LOAD / LINE + 1;
        if (deviceBits > 28 || lineCount * LINE > Integer.MAX_VALUE - 64) {
            throw new IllegalArgumentException("too many revoked devices for one index: " + devices);
        }
        lines = (int) lineCount;
        slots = new int[lines * LINE];
        int device = 1;
        for (RevokedDevices group : groups) {
            device = insert(group, device, values);
        }
        flush();
    }

    /** Octets of the slots and seeds held. */
    long bytes() {
        long bytes = 4L * slots.length;
        for (RevokedDevices group : groups) {
            bytes += group.seeds().length;
        }
        return bytes;
    }

    private int insert(RevokedDevices group, int firstDevice, LinkageValues values) {
        int jMax = group.group().jMax();
        byte[] out = new byte[jMax * 16];
        int device = firstDevice;
        for (int at = 0; at < group.seeds().length; at += RevokedDevices.OCTETS) {
            values.values(group.group(), group.seeds(), at, out);
            for (int index = 0; index < jMax; index++) {
                long hash = hash(out, values.valueAt(index));
                if (pending == AHEAD) {
                    flush();
                }
                pendingLines[pending] = line(hash);
                pendingSlots[pending] = fingerprint(hash) | device;
                pending++;
            }
            device++;
        }
        return device;
    }

    /** Writes what is pending. Every line is a cache miss; touching all of them first has the misses overlap. */
    private void flush() {
        int touch = 0;
        for (int i = 0; i < pending; i++) {
            touch ^= slots[pendingLines[i] * LINE];
        }
        touched ^= touch;
        for (int i = 0; i < pending; i++) {
            int slot = pendingLines[i] * LINE;
            while (slots[slot] != 0) {
                slot = slot + 1 == slots.length ? 0 : slot + 1;
            }
            slots[slot] = pendingSlots[i];
        }
        pending = 0;
    }

    /** What the sweeps before writing read; the compiler must not drop them. */
    int touched() {
        return touched;
    }

    private static long hash(byte[] value, int at) {
        long mixed = BigEndian.longAt(value, at) ^ (long) value[at + 8] << 17;
        mixed = (mixed ^ (mixed >>> 32)) * 0x9e37_79b9_7f4a_7c15L;
        return mixed ^ (mixed >>> 29);
    }

    private int line(long hash) {
        return (int) Math.unsignedMultiplyHigh(hash, lines);
    }

    private int fingerprint(long hash) {
        return (int) hash << deviceBits;
    }

    /** Whether the nine octets at {@code at} are a linkage value of a revoked device. */
    boolean contains(byte[] value, int at, LinkageValues values) {
        long hash = hash(value, at);
        int wanted = fingerprint(hash);
        int slot = line(hash) * LINE;
        for (int seen = 0; seen < slots.length; seen++) {
            int entry = slots[slot];
            if (entry == 0) {
                return false;
            }
            if (((entry ^ wanted) >>> deviceBits) == 0 && isValueOf(entry ^ wanted, value, at, values)) {
                return true;
            }
            slot = slot + 1 == slots.length ? 0 : slot + 1;
        }
        return false;
    }

    private boolean isValueOf(int device, byte[] value, int at, LinkageValues values) {
        int index = device - 1;
        for (RevokedDevices group : groups) {
            if (index < group.size()) {
                return isValueOf(group, index, value, at, values);
            }
            index -= group.size();
        }
        return false;
    }

    private static boolean isValueOf(RevokedDevices group, int index, byte[] value, int at, LinkageValues values) {
        int jMax = group.group().jMax();
        byte[] out = new byte[jMax * 16];
        values.values(group.group(), group.seeds(), index * RevokedDevices.OCTETS, out);
        for (int j = 0; j < jMax; j++) {
            int from = values.valueAt(j);
            if (Arrays.equals(out, from, from + LinkageValues.VALUE, value, at, at + LinkageValues.VALUE)) {
                return true;
            }
        }
        return false;
    }
}
