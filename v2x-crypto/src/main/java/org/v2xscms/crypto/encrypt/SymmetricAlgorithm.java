package org.v2xscms.crypto.encrypt;

/** The block ciphers of IEEE 1609.2-2022 6.3.38 {@code SymmAlgorithm}, in wire order; blocks and keys are 16 octets. */
public enum SymmetricAlgorithm {
    /** AES-128 in CCM mode. */
    AES_128_CCM,
    /** SM4 in CCM mode. */
    SM4_CCM
}
