package org.v2xscms.crypto.encrypt;

import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.hash.Digest;
import org.v2xscms.crypto.hash.HashFunction;

/**
 * P1, the public value that binds a wrapped key to where the recipient's public key came from (IEEE 1609.2-2022 5.3.5).
 * Both sides must use the same; a wrong one fails like a wrong key.
 */
public record EciesParameter(Octets p1) {

    /** certRecipInfo: the whole-certificate hash of the recipient's canonical certificate. */
    public static EciesParameter ofCertificate(Digest certificateHash) {
        return new EciesParameter(certificateHash.value());
    }

    /** signedDataRecipInfo: SHA-256 of the canonical Ieee1609Dot2Data of type signedData that carried the key. */
    public static EciesParameter ofSignedData(Digest signedDataHash) {
        if (signedDataHash.algorithm() != HashFunction.SHA256) {
            throw new IllegalArgumentException("signedDataRecipInfo takes SHA-256, not " + signedDataHash.algorithm());
        }
        return new EciesParameter(signedDataHash.value());
    }

    /** rekRecipInfo: the key stood alone. P1 is the SHA-256 hash of nothing, not nothing. */
    public static EciesParameter ofBareKey() {
        return new EciesParameter(HashFunction.SHA256.digest().value());
    }
}
