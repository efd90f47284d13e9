package org.v2xscms.crypto.linkage;

import java.nio.ByteBuffer;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.encrypt.BlockCipher;
import org.v2xscms.crypto.encrypt.SymmetricKey;

/** The encrypted index of a group member: E_ik(D) XOR D with D = k(32) ‖ j(32) ‖ 0^64, 16 octets. */
public final class EncryptedIndex {

    private EncryptedIndex() {}

    /**
     * The index of one certificate of one chain.
     *
     * @param indexKey ik
     * @param k the number of the group's chain, first in the block although the published vectors label it last
     * @param j the number of the certificate
     */
    public static Octets of(SymmetricKey indexKey, int k, int j) {
        byte[] block = ByteBuffer.allocate(BlockCipher.BLOCK_OCTETS)
                .putInt(k)
                .putInt(j)
                .array();
        try (BlockCipher cipher = new BlockCipher(indexKey.algorithm(), indexKey.octets())) {
            cipher.encryptAndXor(block);
        }
        return Octets.of(block);
    }
}
