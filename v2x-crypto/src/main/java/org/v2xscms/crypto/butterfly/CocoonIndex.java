package org.v2xscms.crypto.butterfly;

/**
 * Which of the many keys: the two 32-bit numbers that enter the expansion function and name the response file.
 *
 * @param i the i-period, the same as {@code iCert} of a pseudonym certificate
 * @param j the number of the certificate within the period
 */
public record CocoonIndex(long i, long j) {

    public CocoonIndex {
        if (i < 0 || i > 0xFFFF_FFFFL || j < 0 || j > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException("i = " + i + ", j = " + j + "; both are unsigned 32-bit numbers");
        }
    }
}
