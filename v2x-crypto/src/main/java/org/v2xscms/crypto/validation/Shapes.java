package org.v2xscms.crypto.validation;

import java.util.ArrayList;
import java.util.List;
import org.v2xscms.codec.ieee1609dot2.basetypes.CircularRegion;
import org.v2xscms.codec.ieee1609dot2.basetypes.GeographicRegion;
import org.v2xscms.codec.ieee1609dot2.basetypes.PolygonalRegion;
import org.v2xscms.codec.ieee1609dot2.basetypes.RectangularRegion;
import org.v2xscms.codec.ieee1609dot2.basetypes.TwoDLocation;

/**
 * Circles, rectangles and polygons on the globe, as far as one must be shown to lie inside another.
 *
 * <p>Sides are taken as straight in latitude and longitude, which for a geodesic of 100 km errs by less than 200 m; equal
 * shapes are inside one another whatever the arithmetic says. Distances are those of a sphere, taken 0.6 % longer than
 * they are, which is more than the earth's flattening, so that a doubt refuses. Coordinates are tenths of a microdegree.
 */
final class Shapes {

    /** Work is at most quadratic in the points: 256 points cost some 65,000 side comparisons. */
    static final int MAX_POINTS = 256;

    private static final double EARTH_RADIUS_METRES = 6_371_008.8;
    private static final double SAFETY = 1.006;
    private static final double RADIANS = Math.PI / 180 / 10_000_000;
    private static final int EASTMOST = 1_800_000_000;

    /** 89 degrees: beyond it a circle may go round the pole. */
    private static final int NEAR_A_POLE = 890_000_000;

    private Shapes() {}

    /** A rectangle that does not cross the 180th meridian. */
    private record Box(long west, long south, long east, long north) {

        boolean contains(Box other) {
            return west <= other.west && south <= other.south && east >= other.east && north >= other.north;
        }

        boolean contains(Point point) {
            return west <= point.x && point.x <= east && south <= point.y && point.y <= north;
        }
    }

    private record Point(long x, long y) {

        static Point of(TwoDLocation location) {
            return new Point(location.longitude().value(), location.latitude().value());
        }
    }

    /** Whether {@code inner} certainly lies in {@code outer}; false where that cannot be judged. */
    static boolean isWithin(GeographicRegion inner, GeographicRegion outer) {
        if (cannotJudge(inner) || cannotJudge(outer)) {
            return false;
        }
        return switch (outer) {
            case CircularRegion circle -> isWithinCircle(inner, circle);
            case GeographicRegion.RectangularRegions rectangles -> isWithinBoxes(inner, boxes(rectangles.value()));
            case PolygonalRegion polygon -> isWithinPolygon(inner, points(polygon));
            case GeographicRegion.IdentifiedRegions _, GeographicRegion.Unknown _ -> false;
        };
    }

    /** Whether {@code location} certainly lies outside {@code region}; false where that cannot be judged. */
    static boolean excludes(GeographicRegion region, TwoDLocation location) {
        Point point = Point.of(location);
        return switch (region) {
            case CircularRegion circle -> metres(point, Point.of(circle.center())) > circle.radius() * SAFETY;
            case GeographicRegion.RectangularRegions rectangles ->
                boxes(rectangles.value()).stream().noneMatch(box -> box.contains(point));
            case PolygonalRegion polygon -> !cannotJudge(polygon) && !contains(points(polygon), point);
            case GeographicRegion.IdentifiedRegions _, GeographicRegion.Unknown _ -> false;
        };
    }

    private static boolean cannotJudge(GeographicRegion region) {
        return switch (region) {
            // A side of half a turn or more would be the other way round the globe.
            case PolygonalRegion polygon ->
                polygon.points().size() > MAX_POINTS || width(around(points(polygon))) >= EASTMOST;
            case GeographicRegion.RectangularRegions rectangles ->
                rectangles.value().size() > MAX_POINTS;
            case CircularRegion circle -> Math.abs(circle.center().latitude().value()) > NEAR_A_POLE;
            case GeographicRegion.IdentifiedRegions _, GeographicRegion.Unknown _ -> false;
        };
    }

    private static long width(Box box) {
        return box.east - box.west;
    }

    private static boolean isWithinCircle(GeographicRegion inner, CircularRegion outer) {
        Point center = Point.of(outer.center());
        return switch (inner) {
            case CircularRegion circle ->
                metres(Point.of(circle.center()), center) * SAFETY + circle.radius() <= outer.radius();
            case GeographicRegion.RectangularRegions rectangles ->
                boxes(rectangles.value()).stream()
                        .allMatch(box -> corners(box).stream()
                                .allMatch(corner -> metres(corner, center) * SAFETY <= outer.radius()));
            case PolygonalRegion polygon ->
                points(polygon).stream().allMatch(point -> metres(point, center) * SAFETY <= outer.radius());
            case GeographicRegion.IdentifiedRegions _, GeographicRegion.Unknown _ -> false;
        };
    }

    private static boolean isWithinBoxes(GeographicRegion inner, List<Box> outer) {
        return switch (inner) {
            case CircularRegion circle -> isCovered(around(circle), outer);
            case GeographicRegion.RectangularRegions rectangles ->
                boxes(rectangles.value()).stream().allMatch(box -> isCovered(box, outer));
            case PolygonalRegion polygon -> isCovered(around(points(polygon)), outer);
            case GeographicRegion.IdentifiedRegions _, GeographicRegion.Unknown _ -> false;
        };
    }

    private static boolean isWithinPolygon(GeographicRegion inner, List<Point> outer) {
        return switch (inner) {
            case CircularRegion circle -> isWithinPolygon(corners(around(circle)), outer);
            case GeographicRegion.RectangularRegions rectangles ->
                boxes(rectangles.value()).stream().allMatch(box -> isWithinPolygon(corners(box), outer));
            case PolygonalRegion polygon -> isWithinPolygon(points(polygon), outer);
            case GeographicRegion.IdentifiedRegions _, GeographicRegion.Unknown _ -> false;
        };
    }

    /** Every corner is inside, and no two sides cross. */
    private static boolean isWithinPolygon(List<Point> inner, List<Point> outer) {
        if (!inner.stream().allMatch(point -> contains(outer, point))) {
            return false;
        }
        for (int i = 0; i < inner.size(); i++) {
            for (int j = 0; j < outer.size(); j++) {
                if (crossProperly(inner.get(i), next(inner, i), outer.get(j), next(outer, j))) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Whether the boxes together cover {@code box}: cut it at the first edge of an outer box that goes through it until
     * every piece lies in one.
     */
    private static boolean isCovered(Box box, List<Box> outer) {
        for (Box cover : outer) {
            if (cover.contains(box)) {
                return true;
            }
        }
        for (int i = 0; i < outer.size(); i++) {
            Box cover = outer.get(i);
            boolean overlaps = cover.west < box.east
                    && cover.east > box.west
                    && cover.south < box.north
                    && cover.north > box.south;
            if (overlaps) {
                List<Box> others = new ArrayList<>(outer.subList(i + 1, outer.size()));
                return rest(box, cover).stream().allMatch(piece -> isCovered(piece, others));
            }
        }
        return false;
    }

    /** What of {@code box} lies outside {@code cover}, in at most four pieces. */
    private static List<Box> rest(Box box, Box cover) {
        List<Box> pieces = new ArrayList<>(4);
        long south = Math.max(box.south, cover.south);
        long north = Math.min(box.north, cover.north);
        if (box.south < south) {
            pieces.add(new Box(box.west, box.south, box.east, south));
        }
        if (box.north > north) {
            pieces.add(new Box(box.west, north, box.east, box.north));
        }
        if (box.west < cover.west) {
            pieces.add(new Box(box.west, south, cover.west, north));
        }
        if (box.east > cover.east) {
            pieces.add(new Box(cover.east, south, box.east, north));
        }
        return pieces;
    }

    static boolean crossesItself(PolygonalRegion polygon) {
        List<Point> points = points(polygon);
        int size = points.size();
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                boolean neighbours = j == i + 1 || (i == 0 && j == size - 1);
                if (!neighbours && touch(points.get(i), next(points, i), points.get(j), next(points, j))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<Point> points(PolygonalRegion polygon) {
        return polygon.points().stream().map(Point::of).toList();
    }

    private static Point next(List<Point> points, int index) {
        return points.get((index + 1) % points.size());
    }

    private static List<Point> corners(Box box) {
        return List.of(
                new Point(box.west, box.south),
                new Point(box.east, box.south),
                new Point(box.east, box.north),
                new Point(box.west, box.north));
    }

    /** The rectangles, those that cross the 180th meridian in two. */
    private static List<Box> boxes(List<RectangularRegion> rectangles) {
        List<Box> boxes = new ArrayList<>(rectangles.size());
        for (RectangularRegion rectangle : rectangles) {
            Point northWest = Point.of(rectangle.northWest());
            Point southEast = Point.of(rectangle.southEast());
            if (northWest.x <= southEast.x) {
                boxes.add(new Box(northWest.x, southEast.y, southEast.x, northWest.y));
            } else {
                boxes.add(new Box(northWest.x, southEast.y, EASTMOST, northWest.y));
                boxes.add(new Box(-EASTMOST, southEast.y, southEast.x, northWest.y));
            }
        }
        return boxes;
    }

    private static Box around(List<Point> points) {
        return new Box(
                points.stream().mapToLong(Point::x).min().orElseThrow(),
                points.stream().mapToLong(Point::y).min().orElseThrow(),
                points.stream().mapToLong(Point::x).max().orElseThrow(),
                points.stream().mapToLong(Point::y).max().orElseThrow());
    }

    private static Box around(CircularRegion circle) {
        Point center = Point.of(circle.center());
        double angle = circle.radius() * SAFETY / EARTH_RADIUS_METRES;
        long height = (long) Math.ceil(angle / RADIANS);
        double latitude = Math.min(Math.abs(center.y * RADIANS) + angle, Math.PI / 2);
        double narrowing = Math.max(Math.cos(latitude), 1e-9);
        long width = (long) Math.ceil(Math.min(angle / narrowing, Math.PI) / RADIANS);
        return new Box(center.x - width, center.y - height, center.x + width, center.y + height);
    }

    /** Great-circle distance by the haversine formula. */
    private static double metres(Point a, Point b) {
        double dy = Math.sin((a.y - b.y) * RADIANS / 2);
        double dx = Math.sin((a.x - b.x) * RADIANS / 2);
        double h = dy * dy + Math.cos(a.y * RADIANS) * Math.cos(b.y * RADIANS) * dx * dx;
        return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
    }

    /** Whether the polygon contains the point, its boundary included. */
    private static boolean contains(List<Point> polygon, Point point) {
        boolean inside = false;
        for (int i = 0; i < polygon.size(); i++) {
            Point a = polygon.get(i);
            Point b = next(polygon, i);
            if (side(a, b, point) == 0 && between(a, b, point)) {
                return true;
            }
            if (a.y > point.y != b.y > point.y && (side(a, b, point) > 0) == (b.y > a.y)) {
                inside = !inside;
            }
        }
        return inside;
    }

    /** Whether the inner parts of both segments meet in one point. */
    private static boolean crossProperly(Point a, Point b, Point c, Point d) {
        return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
    }

    /** Whether both segments have any point in common. */
    private static boolean touch(Point a, Point b, Point c, Point d) {
        return crossProperly(a, b, c, d)
                || (side(a, b, c) == 0 && between(a, b, c))
                || (side(a, b, d) == 0 && between(a, b, d))
                || (side(c, d, a) == 0 && between(c, d, a))
                || (side(c, d, b) == 0 && between(c, d, b));
    }

    /** 1 where {@code p} lies left of the line from a to b, -1 right, 0 on it; products stay below 2^63. */
    private static int side(Point a, Point b, Point p) {
        return Long.compare((b.x - a.x) * (p.y - a.y), (b.y - a.y) * (p.x - a.x));
    }

    private static boolean between(Point a, Point b, Point p) {
        return Math.min(a.x, b.x) <= p.x
                && p.x <= Math.max(a.x, b.x)
                && Math.min(a.y, b.y) <= p.y
                && p.y <= Math.max(a.y, b.y);
    }
}
