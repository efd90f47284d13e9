package org.v2xscms.crypto.curve;

import java.util.Optional;

/** What became of coordinates from outside: a point that is certainly on its curve, or the reason why there is none. */
public sealed interface PointDecoding {

    record OnCurve(PublicPoint point) implements PointDecoding {}

    record Refused(Reason reason) implements PointDecoding {}

    enum Reason {
        /** A coordinate has not the length of the curve's field. */
        WRONG_LENGTH,
        /** A coordinate is not below the field prime. */
        COORDINATE_TOO_LARGE,
        /** The point at infinity, which is no public key. */
        INFINITY,
        /** The coordinates do not satisfy the curve equation, or no point has this x. */
        NOT_ON_CURVE,
        /** The octets start with no known point format. */
        UNKNOWN_FORMAT
    }

    default Optional<PublicPoint> asOptional() {
        return switch (this) {
            case OnCurve found -> Optional.of(found.point());
            case Refused refused -> Optional.empty();
        };
    }

    /** The point, for coordinates that the caller knows to be good; anything else is a fault. */
    default PublicPoint orElseThrow() {
        return switch (this) {
            case OnCurve found -> found.point();
            case Refused refused -> throw new IllegalArgumentException("no curve point: " + refused.reason());
        };
    }
}
