package org.v2xscms.hsm.pkcs11;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.hash.Digest;
import org.v2xscms.crypto.sign.EcSignature;
import org.v2xscms.hsm.PinSource;
import org.v2xscms.hsm.VaultKey;

/**
 * Bare signing calls of the wrapper, one session for each thread, without pool, policy, recovery or verification: the
 * yardstick of the benchmark, and nothing else.
 */
public final class BareToken implements AutoCloseable {

    private final List<CryptokiSession> sessions = new ArrayList<>();
    private final List<Long> handles = new ArrayList<>();

    private BareToken() {}

    public static BareToken open(
            Pkcs11Library library, String tokenLabel, PinSource pin, VaultKey.Pair key, int threads)
            throws IOException {
        BareToken bare = new BareToken();
        CryptokiSlot slot = library.slot(tokenLabel, pin);
        try {
            for (int i = 0; i < threads; i++) {
                CryptokiSession session = slot.open();
                bare.sessions.add(session);
                bare.handles.add(new WorkerSession(session).handleOf(key));
            }
            return bare;
        } catch (CryptokiFault fault) {
            bare.close();
            throw new IOException(fault.reason(), fault);
        }
    }

    /** Signs in the session of this thread number; whatever the token returns. */
    public EcSignature sign(int thread, Digest digest) {
        try {
            byte[] raw = sessions.get(thread)
                    .ecdsa(handles.get(thread), digest.value().toByteArray());
            int half = raw.length / 2;
            return EcSignature.of(Octets.of(raw, 0, half), Octets.of(raw, half, half));
        } catch (CryptokiFault fault) {
            throw new IllegalStateException(fault.reason(), fault);
        }
    }

    @Override
    public void close() {
        sessions.forEach(CryptokiSession::close);
    }
}
