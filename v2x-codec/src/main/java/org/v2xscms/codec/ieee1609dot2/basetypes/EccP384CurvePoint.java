package org.v2xscms.codec.ieee1609dot2.basetypes;

import static java.util.function.Function.identity;
import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;
import static org.v2xscms.codec.oer.Strings.fixedOctetString;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;

/**
 * A point of a curve of 384 bits, or the x coordinate of one; coordinates are big-endian.
 *
 * <p>Which form a value has matters: hashes are computed over the canonical form or over the octets as sent. Nothing here
 * says that the point is on its curve.
 */
public sealed interface EccP384CurvePoint {

    /** The x coordinate alone, as an ECDSA signature needs it for r. */
    record XOnly(Octets x) implements EccP384CurvePoint {
        public XOnly {
            x.requireLength("x-only", 48);
        }
    }

    /** No point. */
    record Fill() implements EccP384CurvePoint {}

    /** The point with this x coordinate whose y is even. */
    record CompressedY0(Octets x) implements EccP384CurvePoint {
        public CompressedY0 {
            x.requireLength("compressed-y-0", 48);
        }
    }

    /** The point with this x coordinate whose y is odd. */
    record CompressedY1(Octets x) implements EccP384CurvePoint {
        public CompressedY1 {
            x.requireLength("compressed-y-1", 48);
        }
    }

    record UncompressedP384(Octets x, Octets y) implements EccP384CurvePoint {

        public static final Codec<UncompressedP384> CODEC = sequence(
                "uncompressedP384",
                MODULE,
                UncompressedP384::new,
                required("x", fixedOctetString("OCTET STRING", 48), UncompressedP384::x),
                required("y", fixedOctetString("OCTET STRING", 48), UncompressedP384::y));

        public UncompressedP384 {
            x.requireLength("x", 48);
            y.requireLength("y", 48);
        }
    }

    Codec<EccP384CurvePoint> CODEC = choice(
            "EccP384CurvePoint",
            MODULE,
            alternative("x-only", fixedOctetString("OCTET STRING", 48), XOnly.class, XOnly::new, XOnly::x),
            alternative("fill", Fill.class, Fill::new),
            alternative(
                    "compressed-y-0",
                    fixedOctetString("OCTET STRING", 48),
                    CompressedY0.class,
                    CompressedY0::new,
                    CompressedY0::x),
            alternative(
                    "compressed-y-1",
                    fixedOctetString("OCTET STRING", 48),
                    CompressedY1.class,
                    CompressedY1::new,
                    CompressedY1::x),
            alternative("uncompressedP384", UncompressedP384.CODEC, UncompressedP384.class, identity(), identity()));
}
