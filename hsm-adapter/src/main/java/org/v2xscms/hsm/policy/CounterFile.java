package org.v2xscms.hsm.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.oer.Octets;

/**
 * Counters in a memory-mapped file, so that counting costs no system call and survives the death of the process. Only
 * {@link #force} survives a power failure too; after one, a count may lack the signatures since the last {@code force}
 * and an audit reports the difference.
 *
 * <p>Layout: 32 octets of header (8 of magic, rest zero), then {@value #CAPACITY} records of 32 octets: the first 24
 * of SHA-256 over the compressed public point, and the count as 8 octets big endian. A record of zeros is free.
 */
public final class CounterFile implements SignatureCounters {

    static final int CAPACITY = 4096;

    private static final int RECORD = 32;
    private static final int NAME = 24;
    private static final long MAGIC = 0x5632_5853_4947_4331L;
    private static final VarHandle LONGS = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final FileChannel channel;
    private final FileLock lock;
    private final MappedByteBuffer map;
    private final Map<Octets, Integer> places = new ConcurrentHashMap<>();

    private CounterFile(FileChannel channel, FileLock lock, MappedByteBuffer map) {
        this.channel = channel;
        this.lock = lock;
        this.map = map;
    }

    /**
     * Opens or creates the file, for this process alone.
     *
     * @throws IOException if it cannot be opened, is another kind of file, or is in use
     */
    public static CounterFile open(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = tryLock(channel);
            if (lock == null) {
                throw new IOException("signature counters " + file + " are in use by another process");
            }
            MappedByteBuffer map = channel.map(FileChannel.MapMode.READ_WRITE, 0, RECORD * (CAPACITY + 1L));
            if (map.getLong(0) == 0) {
                map.putLong(0, MAGIC);
            }
            if (map.getLong(0) != MAGIC) {
                throw new IOException(file + " is not a file of signature counters");
            }
            return new CounterFile(channel, lock, map);
        } catch (IOException refused) {
            channel.close();
            throw refused;
        }
    }

    @Override
    public void count(Octets key) {
        LONGS.getAndAdd(map, place(key) + NAME, 1L);
    }

    @Override
    public long of(Octets key) {
        return (long) LONGS.getVolatile(map, place(key) + NAME);
    }

    /** Writes all counts to the disk. */
    public void force() {
        map.force();
    }

    @Override
    public void close() {
        try {
            force();
            lock.release();
            channel.close();
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldHere) {
            return null;
        }
    }

    private int place(Octets key) {
        Integer known = places.get(key);
        return known != null ? known : places.computeIfAbsent(key, this::locate);
    }

    /** Scans for the key's record or takes the first free one. */
    private synchronized int locate(Octets key) {
        Octets name = name(key);
        byte[] found = new byte[NAME];
        for (int record = 1; record <= CAPACITY; record++) {
            map.get(record * RECORD, found);
            Octets there = Octets.of(found);
            if (there.equals(name)) {
                return record * RECORD;
            }
            if (there.equals(Octets.of(new byte[NAME]))) {
                map.put(record * RECORD, name.toByteArray());
                return record * RECORD;
            }
        }
        throw new IllegalStateException("the file of signature counters is full");
    }

    private static Octets name(Octets key) {
        try {
            return Octets.of(MessageDigest.getInstance("SHA-256").digest(key.toByteArray()))
                    .slice(0, NAME);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
