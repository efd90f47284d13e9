package org.v2xscms.crypto.sign;

import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.Parity;

/**
 * The two numbers of an ECDSA or SM2 signature, each big-endian with the length of the curve's order.
 *
 * @param r for ECDSA the x coordinate of the point R modulo n, for SM2 a number
 * @param s the proof
 * @param rParity the lowest bit of R's y where it is known, which lets r be sent as a compressed point (IEEE 1609.2-2022
 *     6.3.29); null for SM2 and where r came as x only
 */
public record EcSignature(Octets r, Octets s, @Nullable Parity rParity) {

    public EcSignature {
        if (r.length() != s.length()) {
            throw new IllegalArgumentException("r of " + r.length() + " and s of " + s.length() + " octets");
        }
    }

    /** A signature without knowledge about R's y. */
    public static EcSignature of(Octets r, Octets s) {
        return new EcSignature(r, s, null);
    }
}
