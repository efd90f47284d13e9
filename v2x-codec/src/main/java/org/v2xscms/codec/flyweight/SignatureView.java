package org.v2xscms.codec.flyweight;

/**
 * A Signature in the parsed buffer.
 *
 * <pre>
 * octets        meaning
 * 80..84        scheme; from 82 on a length follows (extension alternative)
 * point         r: form and x (and y), see {@link CurvePoint}; for SM2 (84) the 32 octets of r alone
 * 32 | 48       s
 * </pre>
 */
public final class SignatureView {

    private final CurvePoint r = new CurvePoint();
    private SignatureScheme scheme = SignatureScheme.ECDSA_NIST_P256;
    private int sOffset;

    public SignatureScheme scheme() {
        return scheme;
    }

    /** The point whose x is r; an SM2 r is a bare number and shows as {@link PointForm#X_ONLY}. */
    public CurvePoint r() {
        return r;
    }

    /** Where the {@link SignatureScheme#coordinateOctets} octets of s begin. */
    public int sOffset() {
        return sOffset;
    }

    void read(Cursor in) {
        scheme = SignatureScheme.read(in);
        int outer = scheme.isExtension() ? in.open() : in.limit();
        int octets = scheme.coordinateOctets();
        if (scheme == SignatureScheme.SM2) {
            r.at(PointForm.X_ONLY, in.position(), octets);
            in.skip(octets);
        } else {
            r.read(in, octets);
        }
        sOffset = in.position();
        in.skip(octets);
        if (scheme.isExtension()) {
            in.close(outer);
        }
    }
}
