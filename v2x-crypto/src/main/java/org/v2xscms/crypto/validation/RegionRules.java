package org.v2xscms.crypto.validation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.basetypes.CircularRegion;
import org.v2xscms.codec.ieee1609dot2.basetypes.CountryAndRegions;
import org.v2xscms.codec.ieee1609dot2.basetypes.CountryAndSubregions;
import org.v2xscms.codec.ieee1609dot2.basetypes.GeographicRegion;
import org.v2xscms.codec.ieee1609dot2.basetypes.IdentifiedRegion;
import org.v2xscms.codec.ieee1609dot2.basetypes.PolygonalRegion;
import org.v2xscms.codec.ieee1609dot2.basetypes.RectangularRegion;
import org.v2xscms.codec.ieee1609dot2.basetypes.RegionAndSubregions;
import org.v2xscms.codec.ieee1609dot2.basetypes.TwoDLocation;
import org.v2xscms.codec.ieee1609dot2.basetypes.UnCountryId;

/**
 * Rules on regions: well formed, and no part of a certificate's region outside its issuer's.
 *
 * <p>What cannot be shown to lie inside is refused: a shape against a named country would need the country's borders, and
 * a region of a kind we do not know says nothing.
 */
final class RegionRules {

    private static final String WHERE = "toBeSigned.region";

    private RegionRules() {}

    static void checkForm(@Nullable GeographicRegion region, Findings findings) {
        switch (region) {
            case null -> {}
            case CircularRegion circle -> requireKnown(List.of(circle.center()), findings);
            case GeographicRegion.RectangularRegions rectangles -> {
                findings.require(!rectangles.value().isEmpty(), Rule.REGION_FORM, WHERE, "no rectangle");
                rectangles.value().forEach(rectangle -> checkForm(rectangle, findings));
            }
            case PolygonalRegion polygon -> checkForm(polygon, findings);
            case GeographicRegion.IdentifiedRegions identified -> {
                findings.require(!identified.value().isEmpty(), Rule.REGION_FORM, WHERE, "no identified region");
                findings.require(
                        identified.value().stream().noneMatch(IdentifiedRegion.Unknown.class::isInstance),
                        Rule.KNOWN_CONTENT,
                        WHERE,
                        "an unknown kind of identified region");
            }
            case GeographicRegion.Unknown _ -> findings.add(Rule.KNOWN_CONTENT, WHERE, "an unknown kind of region");
        }
    }

    private static void checkForm(RectangularRegion rectangle, Findings findings) {
        TwoDLocation northWest = rectangle.northWest();
        TwoDLocation southEast = rectangle.southEast();
        requireKnown(List.of(northWest, southEast), findings);
        findings.require(
                northWest.latitude().value() > southEast.latitude().value()
                        && northWest.longitude().value()
                                != southEast.longitude().value(),
                Rule.REGION_FORM,
                WHERE,
                "a rectangle from " + northWest + " to " + southEast);
    }

    private static void checkForm(PolygonalRegion polygon, Findings findings) {
        requireKnown(polygon.points(), findings);
        findings.require(
                polygon.points().size() >= 3,
                Rule.REGION_FORM,
                WHERE,
                polygon.points().size() + " points");
        findings.require(
                polygon.points().size() <= Shapes.MAX_POINTS,
                Rule.REGION_FORM,
                WHERE,
                polygon.points().size() + " points, more than the " + Shapes.MAX_POINTS + " that are supported");
        if (polygon.points().size() <= Shapes.MAX_POINTS) {
            findings.require(
                    !Shapes.crossesItself(polygon), Rule.REGION_FORM, WHERE, "sides of the polygon that intersect");
        }
    }

    private static void requireKnown(List<TwoDLocation> points, Findings findings) {
        findings.require(
                points.stream()
                        .allMatch(point ->
                                point.latitude().isKnown() && point.longitude().isKnown()),
                Rule.REGION_FORM,
                WHERE,
                "an unknown latitude or longitude");
    }

    static void checkWithin(GeographicRegion subject, RegionInForce issuer, Findings findings) {
        boolean within = switch (issuer) {
            case RegionInForce.Worldwide _ -> true;
            case RegionInForce.Within(GeographicRegion outer) -> isWithin(subject, outer);
        };
        // Words cost more than the rule: only a refusal needs them.
        String found = within ? "" : new RegionInForce.Within(subject) + " cannot be shown to lie in " + issuer;
        findings.require(within, Rule.REGION_WITHIN_ISSUER, WHERE, found);
    }

    private static boolean isWithin(GeographicRegion inner, GeographicRegion outer) {
        if (inner.equals(outer)) {
            return !(inner instanceof GeographicRegion.Unknown);
        }
        if (inner instanceof GeographicRegion.IdentifiedRegions(var parts)) {
            return outer instanceof GeographicRegion.IdentifiedRegions(var of)
                    && parts.stream().allMatch(part -> isWithin(part, of));
        }
        return Shapes.isWithin(inner, outer);
    }

    private static boolean isWithin(IdentifiedRegion part, List<IdentifiedRegion> of) {
        return switch (part) {
            case UnCountryId country -> of.contains(country);
            case CountryAndRegions states ->
                of.contains(states.countryOnly())
                        || states.regions().stream().allMatch(state -> holdsState(of, states.countryOnly(), state));
            case CountryAndSubregions counties ->
                of.contains(counties.countryOnly())
                        || counties.regionAndSubregions().stream()
                                .allMatch(state -> holdsCounties(of, counties.countryOnly(), state));
            case IdentifiedRegion.Unknown _ -> false;
        };
    }

    private static boolean holdsState(List<IdentifiedRegion> of, UnCountryId country, int state) {
        return of.stream()
                .anyMatch(region -> region instanceof CountryAndRegions(var in, var states)
                        && in.equals(country)
                        && states.contains(state));
    }

    private static boolean holdsCounties(List<IdentifiedRegion> of, UnCountryId country, RegionAndSubregions wanted) {
        return holdsState(of, country, wanted.region())
                || wanted.subregions().stream()
                        .allMatch(county -> of.stream()
                                .anyMatch(region -> region instanceof CountryAndSubregions(var in, var states)
                                        && in.equals(country)
                                        && states.stream()
                                                .anyMatch(state -> state.region() == wanted.region()
                                                        && state.subregions().contains(county))));
    }
}
