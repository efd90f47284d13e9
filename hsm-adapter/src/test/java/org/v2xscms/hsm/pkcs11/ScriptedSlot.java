package org.v2xscms.hsm.pkcs11;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.hash.Digest;
import org.v2xscms.crypto.sign.EcSignature;
import org.v2xscms.crypto.sign.SoftwareSigner;
import org.v2xscms.hsm.Capabilities;
import org.v2xscms.hsm.KeyPurpose;
import org.v2xscms.hsm.KeyQuery;
import org.v2xscms.hsm.PairSpec;
import org.v2xscms.hsm.VaultKey;

/**
 * A library that misbehaves on command. Its keys and signatures are real; only its faults are played. A script sees
 * every call by its number, starting with one, and may throw, block or change the answer.
 */
final class ScriptedSlot implements CryptokiSlot {

    /** What happens in the n-th signing call. */
    @FunctionalInterface
    interface Script {

        byte[] onSign(int call, byte[] honest) throws CryptokiFault;
    }

    private static final Script HONEST = (call, honest) -> honest;

    private final Map<Octets, KeyPair> pairs = new ConcurrentHashMap<>();
    private final Map<Octets, VaultKey.Pair> described = new ConcurrentHashMap<>();
    final AtomicInteger signCalls = new AtomicInteger();
    final AtomicInteger opened = new AtomicInteger();
    final AtomicInteger finds = new AtomicInteger();
    volatile Script script = HONEST;
    volatile CryptokiFault.@Nullable Kind openFault;
    volatile boolean full;
    volatile CountDownLatch blockOpen = new CountDownLatch(0);

    /** Adds a signing key, under this id, as if it had been made long ago. */
    VaultKey.Pair hold(String label, KeyPair pair) {
        Octets id = Octets.of((byte) 7, (byte) described.size());
        VaultKey.Pair key = new VaultKey.Pair(id, label, KeyPurpose.SIGNING, pair.publicKey(), false);
        pairs.put(id, pair);
        described.put(id, key);
        return key;
    }

    /** Puts another key under an id, as a swapped token would. */
    void replace(VaultKey.Pair key, KeyPair other) {
        pairs.put(key.id(), other);
        described.put(
                key.id(),
                new VaultKey.Pair(key.id(), key.label(), key.purpose(), other.publicKey(), key.extractable()));
    }

    void honest() {
        script = HONEST;
    }

    int keys() {
        return described.size();
    }

    static CryptokiFault fault(CryptokiFault.Kind kind) {
        return new CryptokiFault(kind, "scripted " + kind);
    }

    @Override
    public CryptokiSession open() throws CryptokiFault {
        await(blockOpen);
        CryptokiFault.Kind fault = openFault;
        if (fault != null) {
            throw fault(fault);
        }
        opened.incrementAndGet();
        return new Session();
    }

    /** Blocks as a native call would: interruption does not end it. */
    static void await(CountDownLatch latch) {
        boolean interrupted = false;
        while (true) {
            try {
                latch.await();
                break;
            } catch (InterruptedException ignored) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Session implements CryptokiSession {

        private final List<Octets> handles = new ArrayList<>();

        @Override
        public Capabilities capabilities() {
            return new Capabilities(Map.of());
        }

        @Override
        public List<Found> find(KeyQuery query) {
            finds.incrementAndGet();
            List<Found> found = new ArrayList<>();
            for (VaultKey.Pair key : described.values()) {
                if (query.matches(key)) {
                    found.add(handle(key));
                }
            }
            return found;
        }

        @Override
        public Found generatePair(PairSpec spec, Octets id) throws CryptokiFault {
            KeyPair pair = KeyPair.generate(spec.curve(), new SecureRandom());
            VaultKey.Pair key =
                    new VaultKey.Pair(id, spec.label(), spec.purpose(), pair.publicKey(), spec.extractable());
            pairs.put(id, pair);
            described.put(id, key);
            if (full) {
                throw fault(CryptokiFault.Kind.FULL);
            }
            return handle(key);
        }

        @Override
        public Found generateWrapping(String label, Octets id) throws CryptokiFault {
            throw fault(CryptokiFault.Kind.FULL);
        }

        @Override
        public byte[] ecdsa(long handle, byte[] digest) throws CryptokiFault {
            int call = signCalls.incrementAndGet();
            KeyPair pair = pairs.get(handles.get((int) handle));
            if (pair == null) {
                throw fault(CryptokiFault.Kind.SESSION);
            }
            return script.onSign(call, signature(pair, digest));
        }

        @Override
        public byte[] ecdh(long handle, byte[] point, int length) throws CryptokiFault {
            throw fault(CryptokiFault.Kind.DEVICE);
        }

        @Override
        public byte[] wrap(long wrapping, long key) throws CryptokiFault {
            throw fault(CryptokiFault.Kind.DEVICE);
        }

        @Override
        public Found unwrap(long wrapping, byte[] wrapped, PairSpec spec, Octets id, PublicPoint publicKey)
                throws CryptokiFault {
            throw fault(CryptokiFault.Kind.INVALID_INPUT);
        }

        @Override
        public void destroy(Octets id) {
            pairs.remove(id);
            described.remove(id);
        }

        @Override
        public void close() {}

        private Found handle(VaultKey.Pair key) {
            handles.add(key.id());
            return new Found(handles.size() - 1L, key);
        }
    }

    /** r and s by {@code pair}, as CKM_ECDSA returns them. */
    static byte[] signature(KeyPair pair, byte[] digest) {
        EcSignature signature =
                SoftwareSigner.deterministic(pair).sign(new Digest(Curve.NIST_P256.hash(), Octets.of(digest)));
        return Octets.concat(signature.r(), signature.s()).toByteArray();
    }
}
