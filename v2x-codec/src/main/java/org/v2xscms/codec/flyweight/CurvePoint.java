package org.v2xscms.codec.flyweight;

/**
 * A curve point in the parsed buffer.
 *
 * <pre>
 * octets        meaning
 * 80..84        form
 * n             x
 * n             y, only in the uncompressed form
 * </pre>
 */
public final class CurvePoint {

    private PointForm form = PointForm.FILL;
    private int offset;
    private int coordinateOctets;

    public PointForm form() {
        return form;
    }

    /** Where x begins, directly followed by y in the uncompressed form. */
    public int offset() {
        return offset;
    }

    /** Octets of one coordinate: 32 or 48. */
    public int coordinateOctets() {
        return coordinateOctets;
    }

    void read(Cursor in, int octets) {
        int at = in.position();
        at(PointForm.of(in.tag()), in.position(), octets);
        if (form == PointForm.FILL) {
            in.unsupported(at);
        }
        in.skip(form == PointForm.UNCOMPRESSED ? 2 * octets : octets);
    }

    void at(PointForm knownForm, int x, int octets) {
        form = knownForm;
        offset = x;
        coordinateOctets = octets;
    }
}
