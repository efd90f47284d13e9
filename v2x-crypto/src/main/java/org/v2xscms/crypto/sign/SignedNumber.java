package org.v2xscms.crypto.sign;

import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.hash.Digest;

/** The number e that a digest stands for: its leftmost octets, as many as the order has (FIPS 186-5 6.4.1 step 2). */
final class SignedNumber {

    private SignedNumber() {}

    static Octets of(Curve curve, Digest digest) {
        return digest.value().slice(0, Math.min(curve.octets(), digest.value().length()));
    }
}
