package org.v2xscms.hsm.pkcs11;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.hsm.KeyQuery;
import org.v2xscms.hsm.VaultKey;

/**
 * A worker's session with the handles it has found. A new session starts with none, so each key is found again by its
 * id and its public point compared before the first use after any error.
 */
final class WorkerSession {

    /** Handles kept per session; a token with more keys in use looks the others up each time. */
    private static final int KEPT_HANDLES = 1024;

    private final CryptokiSession session;
    private final Map<VaultKey, Long> handles = new HashMap<>();

    WorkerSession(CryptokiSession session) {
        this.session = session;
    }

    CryptokiSession calls() {
        return session;
    }

    /** The handle of exactly this key, with this id, public point and purpose. */
    long handleOf(VaultKey key) throws CryptokiFault {
        Long known = handles.get(key);
        if (known != null) {
            return known;
        }
        long handle = locate(key);
        if (handles.size() < KEPT_HANDLES) {
            handles.put(key, handle);
        }
        return handle;
    }

    void forget(Octets id) {
        handles.keySet().removeIf(key -> key.id().equals(id));
    }

    void close() {
        session.close();
    }

    private long locate(VaultKey key) throws CryptokiFault {
        List<CryptokiSession.Found> found = session.find(new KeyQuery.ById(key.id()));
        if (found.isEmpty()) {
            throw new CryptokiFault(CryptokiFault.Kind.KEY_MISSING, "the token holds no key with id " + key.id());
        }
        if (found.size() > 1) {
            throw new CryptokiFault(
                    CryptokiFault.Kind.KEY_MISSING, "the token holds more than one key with id " + key.id());
        }
        CryptokiSession.Found only = found.get(0);
        if (!only.key().equals(key)) {
            throw new CryptokiFault(
                    CryptokiFault.Kind.KEY_MISSING,
                    "the token's key with id " + key.id() + " is another one: its public point, label, purpose or"
                            + " extractability differ");
        }
        return only.handle();
    }
}
