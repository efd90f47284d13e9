package org.v2xscms.crypto.butterfly;

import java.nio.ByteBuffer;
import java.util.List;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.PrivateScalar;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.encrypt.BlockCipher;
import org.v2xscms.crypto.encrypt.SymmetricKey;
import org.v2xscms.crypto.secret.SecretOctets;

/**
 * The expansion function f(k; x) of IEEE 1609.2.1-2022 9.3: three blocks (E_k(x + t) XOR (x + t)), t = 1, 2, 3, as one
 * big-endian number modulo n; E is AES-128, or SM4 in the Chinese profile. The key schedule serves all indices. Not for
 * threads.
 */
public final class ExpansionFunction implements AutoCloseable {

    private static final int BLOCKS = 3;

    private final BlockCipher cipher;
    private final KeyUse use;

    public ExpansionFunction(SymmetricKey expansionKey, KeyUse use) {
        cipher = new BlockCipher(expansionKey.algorithm(), expansionKey.octets());
        this.use = use;
    }

    /** The 48 octets before reduction. */
    SecretOctets octets(CocoonIndex index) {
        ByteBuffer blocks = ByteBuffer.allocate(BLOCKS * BlockCipher.BLOCK_OCTETS);
        for (int t = 1; t <= BLOCKS; t++) {
            blocks.putInt(use == KeyUse.SIGNING ? 0 : -1);
            blocks.putInt((int) index.i());
            blocks.putInt((int) index.j());
            blocks.putInt(t); // the low 32 bits of x are zero, so the 128-bit sum x + t never carries
        }
        byte[] octets = blocks.array();
        cipher.encryptAndXor(octets);
        return SecretOctets.wrap(octets);
    }

    /**
     * f for one index, a scalar of {@code curve} to be closed by the caller.
     *
     * @throws ArithmeticException if it is zero, which chance brings about once in 2^256 values
     */
    public PrivateScalar value(Curve curve, CocoonIndex index) {
        try (SecretOctets octets = octets(index)) {
            return PrivateScalar.reduce(curve, octets)
                    .orElseThrow(() -> new ArithmeticException("the expansion function gives zero"));
        }
    }

    /** The public keys {@code base} + f * G for all indices, in their order. */
    List<PublicPoint> expand(PublicPoint base, List<CocoonIndex> indices) {
        List<PrivateScalar> values =
                indices.stream().map(index -> value(base.curve(), index)).toList();
        try {
            return base.plusMultiplesOfG(values);
        } finally {
            values.forEach(PrivateScalar::close);
        }
    }

    /** The private key {@code base} + f. */
    PrivateScalar expand(PrivateScalar base, CocoonIndex index) {
        try (PrivateScalar value = value(base.curve(), index)) {
            return base.plus(value).orElseThrow(() -> new ArithmeticException("the cocoon key is zero"));
        }
    }

    @Override
    public void close() {
        cipher.close();
    }
}
