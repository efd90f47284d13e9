package org.v2xscms.verify.crl;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.SecretKeySpec;

/**
 * Linkage seeds and linkage values (IEEE 1609.2 5.1.3.4; CAMP SCMS).
 *
 * <pre>
 * seed(i+1) = 16 octets of SHA-256(la_id ‖ seed(i) ‖ 14 zero octets)
 * plv(i, j) = 9 octets of AES-128_seed(i)(D) XOR D          D holds la_id (2) and j (4), else zeros
 * lv(i, j)  = plv by linkage authority 1 XOR plv by linkage authority 2
 * </pre>
 *
 * <p>Seeds on a revocation list are public. All blocks of one seed go through the cipher in one call, which is how the JDK's
 * AES gets to use the hardware. Belongs to one thread.
 */
public final class LinkageValues {

    /** Octets of a seed. */
    public static final int SEED = 16;

    /** Octets of a linkage value. */
    public static final int VALUE = 9;

    private static final int BLOCK = 16;
    private static final int HASH_INPUT = 32;

    private final LinkageForm form;
    private final MessageDigest sha256;
    private final Cipher aes;
    private final byte[] hashInput = new byte[HASH_INPUT];
    private final byte[] hash = new byte[32];
    private byte[] first = new byte[0];
    private byte[] second = new byte[0];
    private byte[] cipher = new byte[0];

    public LinkageValues(LinkageForm form) {
        this.form = form;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
            aes = Cipher.getInstance("AES/ECB/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256 and AES", e);
        }
    }

    /** Replaces a seed by that of the next period. */
    public void advance(byte[] seeds, int at, int laId) {
        hashInput[0] = (byte) (laId >>> 8);
        hashInput[1] = (byte) laId;
        System.arraycopy(seeds, at, hashInput, 2, SEED);
        sha256.update(hashInput, 0, HASH_INPUT);
        try {
            sha256.digest(hash, 0, hash.length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the buffer fits", e);
        }
        System.arraycopy(hash, form == LinkageForm.MOST_SIGNIFICANT ? 0 : 32 - SEED, seeds, at, SEED);
    }

    /**
     * Computes the linkage values of one device in one period.
     *
     * @param seeds its seed by authority 1 at {@code at}, that by authority 2 behind it
     * @param out receives {@code group.jMax()} values of sixteen octets, of which those at {@link #valueAt} count
     */
    public void values(RevocationGroup group, byte[] seeds, int at, byte[] out) {
        int octets = group.jMax() * BLOCK;
        if (first.length != octets) {
            first = new byte[octets];
            second = new byte[octets];
            cipher = new byte[octets];
        }
        fillBlocks(first, group.la1Id(), group.firstJ());
        fillBlocks(second, group.la2Id(), group.firstJ());
        encrypt(seeds, at, first, out);
        encrypt(seeds, at + SEED, second, cipher);
        for (int i = 0; i < octets; i++) {
            out[i] ^= (byte) (first[i] ^ second[i] ^ cipher[i]);
        }
    }

    /** Where value number {@code index} starts in what {@link #values} filled. */
    public int valueAt(int index) {
        return index * BLOCK + (form == LinkageForm.MOST_SIGNIFICANT ? 0 : BLOCK - VALUE);
    }

    private void fillBlocks(byte[] blocks, int laId, int firstJ) {
        int base = form == LinkageForm.MOST_SIGNIFICANT ? 0 : 10;
        Arrays.fill(blocks, (byte) 0);
        for (int at = base, j = firstJ; at < blocks.length; at += BLOCK, j++) {
            blocks[at] = (byte) (laId >>> 8);
            blocks[at + 1] = (byte) laId;
            blocks[at + 2] = (byte) (j >>> 24);
            blocks[at + 3] = (byte) (j >>> 16);
            blocks[at + 4] = (byte) (j >>> 8);
            blocks[at + 5] = (byte) j;
        }
    }

    private void encrypt(byte[] seeds, int at, byte[] blocks, byte[] out) {
        try {
            aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(seeds, at, SEED, "AES"));
            aes.doFinal(blocks, 0, blocks.length, out, 0);
        } catch (ShortBufferException e) {
            throw new IllegalArgumentException("out holds fewer than jMax values", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES refused a 128-bit key", e);
        }
    }
}
