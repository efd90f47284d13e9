package org.v2xscms.hsm.soft;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.secret.SecretOctets;
import org.v2xscms.hsm.VaultKey;

/** The keys of a software token in memory and on disk. A change is written first and visible afterwards. */
final class SoftStore implements AutoCloseable {

    private final SoftFile file;
    private final PinDerivation derivation;
    private final SecretOctets fileKey;
    private final Map<Octets, SoftKey> keys = new LinkedHashMap<>();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    private SoftStore(SoftFile file, PinDerivation derivation, SecretOctets fileKey) {
        this.file = file;
        this.derivation = derivation;
        this.fileKey = fileKey;
    }

    /** Opens the file or creates it; wipes {@code pin}. */
    static SoftStore open(SoftFile file, PinDerivation.Cost cost, char[] pin) throws IOException {
        boolean fresh = !file.exists();
        PinDerivation derivation = fresh ? file.newDerivation(cost) : file.derivation();
        SoftStore store = new SoftStore(file, derivation, derivation.key(pin));
        if (fresh) {
            store.write(List.of());
        } else {
            try (SecretOctets records = file.load(store.fileKey)) {
                SoftKeyCodec.decode(records)
                        .forEach(key -> store.keys.put(key.described().id(), key));
            }
        }
        return store;
    }

    /** Held while a key is used, so that it is not wiped meanwhile. */
    Lock using() {
        return lock.readLock();
    }

    /** The key if it is there and exactly as described; call it while {@link #using}. */
    Optional<SoftKey> get(VaultKey described) {
        return Optional.ofNullable(keys.get(described.id()))
                .filter(held -> held.described().equals(described));
    }

    Collection<SoftKey> all() {
        return Collections.unmodifiableCollection(keys.values());
    }

    void insert(SoftKey key) throws IOException {
        lock.writeLock().lock();
        try {
            List<SoftKey> after = new ArrayList<>(keys.values());
            after.add(key);
            write(after);
            keys.put(key.described().id(), key);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Removes and wipes the key; false if it was not there. */
    boolean remove(VaultKey described) throws IOException {
        lock.writeLock().lock();
        try {
            Optional<SoftKey> held = get(described);
            if (held.isEmpty()) {
                return false;
            }
            write(keys.values().stream()
                    .filter(key -> !key.described().equals(described))
                    .toList());
            keys.remove(described.id());
            held.get().close();
            return true;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Wipes every key in memory. */
    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            keys.values().forEach(SoftKey::close);
            keys.clear();
            fileKey.close();
            file.close();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void write(Collection<SoftKey> all) throws IOException {
        try (SecretOctets records = SoftKeyCodec.encode(all)) {
            file.store(derivation, fileKey, records);
        }
    }
}
