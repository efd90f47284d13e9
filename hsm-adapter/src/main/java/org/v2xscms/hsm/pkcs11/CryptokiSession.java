package org.v2xscms.hsm.pkcs11;

import java.util.List;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.hsm.Capabilities;
import org.v2xscms.hsm.KeyQuery;
import org.v2xscms.hsm.PairSpec;
import org.v2xscms.hsm.VaultKey;

/** One session, used by one thread at a time. Handles are good for this session only. */
interface CryptokiSession extends AutoCloseable {

    /**
     * A key as the token shows it now.
     *
     * @param handle of the private or secret key
     */
    record Found(long handle, VaultKey key) {}

    /** Asks the token for its mechanisms and tries each curve with a session key pair. */
    Capabilities capabilities() throws CryptokiFault;

    /** Keys with exactly one purpose. Others are left out, for this system did not make them. */
    List<Found> find(KeyQuery query) throws CryptokiFault;

    Found generatePair(PairSpec spec, Octets id) throws CryptokiFault;

    Found generateWrapping(String label, Octets id) throws CryptokiFault;

    /** CKM_ECDSA over a digest: whatever the token returns. */
    byte[] ecdsa(long handle, byte[] digest) throws CryptokiFault;

    /** CKM_ECDH1_DERIVE with CKD_NULL: the x coordinate, {@code length} octets. */
    byte[] ecdh(long handle, byte[] point, int length) throws CryptokiFault;

    byte[] wrap(long wrapping, long key) throws CryptokiFault;

    /** Unwraps into a token object with the attributes of {@code spec}, and adds its public key object. */
    Found unwrap(long wrapping, byte[] wrapped, PairSpec spec, Octets id, PublicPoint publicKey) throws CryptokiFault;

    /** Destroys every object with this CKA_ID. */
    void destroy(Octets id) throws CryptokiFault;

    /** Never throws: a session that cannot be closed is gone anyway. */
    @Override
    void close();
}
