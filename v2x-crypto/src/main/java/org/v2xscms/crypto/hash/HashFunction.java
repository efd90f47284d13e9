package org.v2xscms.crypto.hash;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bouncycastle.jcajce.provider.digest.SM3;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashAlgorithm;
import org.v2xscms.codec.oer.Octets;

/** The hash functions that IEEE 1609.2-2022 uses, each named on the wire by a {@link HashAlgorithm}. */
public enum HashFunction {
    SHA256("SHA-256", 32, 64),
    SHA384("SHA-384", 48, 128),
    SM3("SM3", 32, 64);

    private final String standardName;
    private final int octets;
    private final int blockOctets;

    HashFunction(String standardName, int octets, int blockOctets) {
        this.standardName = standardName;
        this.octets = octets;
        this.blockOctets = blockOctets;
    }

    /** The function that a wire value names. */
    public static HashFunction of(HashAlgorithm algorithm) {
        return switch (algorithm) {
            case SHA256 -> SHA256;
            case SHA384 -> SHA384;
            case SM3 -> SM3;
        };
    }

    /** The wire value that names this function. */
    public HashAlgorithm algorithm() {
        return switch (this) {
            case SHA256 -> HashAlgorithm.SHA256;
            case SHA384 -> HashAlgorithm.SHA384;
            case SM3 -> HashAlgorithm.SM3;
        };
    }

    /** Length of the hash value in octets. */
    public int octets() {
        return octets;
    }

    /** Length of the block that the compression function takes, in octets; HMAC pads its key to it. */
    public int blockOctets() {
        return blockOctets;
    }

    /** The hash of all {@code parts} one after another. */
    public Digest digest(Octets... parts) {
        MessageDigest engine = newEngine();
        for (Octets part : parts) {
            part.updateInto(engine);
        }
        return new Digest(this, Octets.of(engine.digest()));
    }

    /** A fresh engine, for callers that hash secrets or build the input piece by piece; not to be shared by threads. */
    public MessageDigest newEngine() {
        if (this == HashFunction.SM3) {
            return new SM3.Digest();
        }
        try {
            return MessageDigest.getInstance(standardName);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + standardName, e);
        }
    }
}
