package org.v2xscms.crypto.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.v2xscms.crypto.validation.Draft.all;
import static org.v2xscms.crypto.validation.Draft.bitmap;
import static org.v2xscms.crypto.validation.Draft.group;
import static org.v2xscms.crypto.validation.Draft.only;
import static org.v2xscms.crypto.validation.Draft.opaque;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.v2xscms.codec.ieee1609dot2.CertificateId;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.EndEntityType;
import org.v2xscms.codec.ieee1609dot2.IssuerIdentifier;
import org.v2xscms.codec.ieee1609dot2.PsidGroupPermissions;
import org.v2xscms.codec.ieee1609dot2.SubjectPermissions;
import org.v2xscms.codec.ieee1609dot2.VerificationKeyIndicator;
import org.v2xscms.codec.ieee1609dot2.basetypes.BasePublicEncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.BitmapSspRange;
import org.v2xscms.codec.ieee1609dot2.basetypes.CircularRegion;
import org.v2xscms.codec.ieee1609dot2.basetypes.Duration;
import org.v2xscms.codec.ieee1609dot2.basetypes.EccP256CurvePoint;
import org.v2xscms.codec.ieee1609dot2.basetypes.GeographicRegion;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashAlgorithm;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.IdentifiedRegion;
import org.v2xscms.codec.ieee1609dot2.basetypes.Latitude;
import org.v2xscms.codec.ieee1609dot2.basetypes.Longitude;
import org.v2xscms.codec.ieee1609dot2.basetypes.PolygonalRegion;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSsp;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSspRange;
import org.v2xscms.codec.ieee1609dot2.basetypes.PublicEncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.PublicVerificationKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.RectangularRegion;
import org.v2xscms.codec.ieee1609dot2.basetypes.ServiceSpecificPermissions;
import org.v2xscms.codec.ieee1609dot2.basetypes.SspRange;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmAlgorithm;
import org.v2xscms.codec.ieee1609dot2.basetypes.TwoDLocation;
import org.v2xscms.codec.ieee1609dot2.basetypes.UnCountryId;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Choice.UnknownAlternative;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.PublicPoint;

/** For each rule a change of a legal certificate, or of its issuer, that breaks this rule and no other. */
class CertificateLinterTest {

    /** The least x that no point of P-256 has. */
    private static final Octets NOT_ON_CURVE = Stream.iterate(1, x -> x + 1)
            .map(x -> Octets.ofHex("00".repeat(31) + HexFormat.of().toHexDigits((byte) (int) x)))
            .filter(x -> PublicPoint.candidates(Curve.NIST_P256, x).isEmpty())
            .findFirst()
            .orElseThrow();

    /**
     * One change.
     *
     * @param rules what it breaks; empty where it is legal
     */
    record Case(String name, List<Rule> rules, Consumer<Draft> subject, Consumer<Draft> issuer) {
        /** What the linter finds, each rule once. */
        List<Rule> broken() {
            Draft authority = Draft.authority();
            issuer.accept(authority);
            authority.issuer = new IssuerIdentifier.Self(HashAlgorithm.SHA256);
            HashedCertificate above = Draft.hashed(authority.selfIssued());
            Draft draft = Draft.endEntity();
            subject.accept(draft);
            RegionInForce region = new RegionInForce.Worldwide().narrowedBy(authority.region);
            return CertificateLinter.lint(draft.under(above), above, region).stream()
                    .map(Violation::rule)
                    .distinct()
                    .toList();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Case subject(Rule rule, String name, Consumer<Draft> change) {
        return new Case(rule + ": " + name, List.of(rule), change, issuer -> {});
    }

    private static Case issuer(Rule rule, String name, Consumer<Draft> change) {
        return new Case(rule + ": " + name, List.of(rule), subject -> {}, change);
    }

    private static Case both(Rule rule, String name, Consumer<Draft> subject, Consumer<Draft> issuer) {
        return new Case(rule + ": " + name, List.of(rule), subject, issuer);
    }

    private static Case legal(String name, Consumer<Draft> subject, Consumer<Draft> issuer) {
        return new Case("legal: " + name, List.of(), subject, issuer);
    }

    static Stream<Case> shape() {
        UnknownAlternative unknown = new UnknownAlternative(40, Octets.EMPTY);
        return Stream.of(
                legal("as drafted", draft -> {}, draft -> {}),
                subject(Rule.VERSION, "2", draft -> draft.version = 2),
                subject(Rule.VERSION, "4", draft -> draft.version = 4),
                subject(Rule.FORM, "explicit without signature", draft -> draft.signed = false),
                subject(
                        Rule.FORM,
                        "implicit with verification key and signature",
                        draft -> draft.type = CertificateType.IMPLICIT),
                legal(
                        "implicit",
                        draft -> {
                            draft.type = CertificateType.IMPLICIT;
                            draft.signed = false;
                            draft.indicator =
                                    new VerificationKeyIndicator.ReconstructionValue(new EccP256CurvePoint.CompressedY0(
                                            Draft.endEntity().keys.publicKey().x()));
                        },
                        draft -> {}),
                subject(
                        Rule.KEY_POINT,
                        "verification key off the curve",
                        draft -> draft.indicator = key(new EccP256CurvePoint.CompressedY0(NOT_ON_CURVE))),
                subject(
                        Rule.KEY_POINT,
                        "verification key as x alone",
                        draft -> draft.indicator = key(new EccP256CurvePoint.XOnly(
                                draft.keys.publicKey().x()))),
                subject(
                        Rule.KEY_POINT,
                        "no verification key",
                        draft -> draft.indicator = key(new EccP256CurvePoint.Fill())),
                subject(
                        Rule.KEY_POINT,
                        "encryption key off the curve",
                        draft -> draft.encryptionKey = encryptionKey(new EccP256CurvePoint.CompressedY1(NOT_ON_CURVE))),
                legal(
                        "uncompressed keys",
                        draft -> {
                            EccP256CurvePoint point = new EccP256CurvePoint.UncompressedP256(
                                    draft.keys.publicKey().x(),
                                    draft.keys.publicKey().y());
                            draft.indicator = key(point);
                            draft.encryptionKey = encryptionKey(point);
                        },
                        draft -> {}),
                subject(Rule.SOME_PERMISSION, "none", draft -> draft.app = null),
                subject(Rule.KNOWN_CONTENT, "unknown id", draft -> draft.id = new CertificateId.Unknown(unknown)),
                subject(
                        Rule.KNOWN_CONTENT,
                        "unknown addition",
                        draft -> draft.additions =
                                new Additions(5, List.of(new Additions.Unknown(4, Octets.ofHex("00"))))),
                subject(
                        Rule.KNOWN_CONTENT,
                        "unknown region",
                        draft -> draft.region = new GeographicRegion.Unknown(unknown)));
    }

    static Stream<Case> issuers() {
        return Stream.of(
                subject(
                        Rule.ISSUER_REFERENCE,
                        "another certificate",
                        draft -> draft.issuer =
                                new IssuerIdentifier.Sha256AndDigest(new HashedId8(Octets.ofHex("0102030405060708")))),
                issuer(Rule.ISSUER_MAY_ISSUE, "no certIssuePermissions", draft -> {
                    draft.app = List.of(opaque(35, "830001"));
                    draft.issue = null;
                }));
    }

    static Stream<Case> validity() {
        return Stream.of(
                legal("same validity", draft -> {}, draft -> {}),
                subject(Rule.VALIDITY_WITHIN_ISSUER, "starts a second before", draft -> {
                    draft.start = Draft.START - 1;
                }),
                legal(
                        "starts a second after and ends with the issuer",
                        draft -> {
                            draft.start = Draft.START + 1;
                            draft.duration = new Duration.Seconds(3599);
                        },
                        draft -> draft.duration = new Duration.Hours(1)),
                both(
                        Rule.VALIDITY_WITHIN_ISSUER,
                        "ends a second after",
                        draft -> {
                            draft.start = Draft.START + 1;
                            draft.duration = new Duration.Seconds(3600);
                        },
                        draft -> draft.duration = new Duration.Hours(1)),
                both(
                        Rule.VALIDITY_WITHIN_ISSUER,
                        "a year is 31,556,952 seconds: 8765.82 hours",
                        draft -> draft.duration = new Duration.Hours(8766),
                        draft -> draft.duration = new Duration.Years(1)),
                legal(
                        "8765 hours in a year",
                        draft -> draft.duration = new Duration.Hours(8765),
                        draft -> draft.duration = new Duration.Years(1)));
    }

    static Stream<Case> permissionForm() {
        PsidGroupPermissions everything = group(all(), 1, 0, EndEntityType.APP);
        return Stream.of(
                subject(
                        Rule.UNIQUE_PERMISSIONS,
                        "PSID twice",
                        draft -> draft.app = List.of(new PsidSsp(new Psid(32), null), opaque(32, "00"))),
                both(
                        Rule.UNIQUE_PERMISSIONS,
                        "all twice",
                        draft -> draft.issue = List.of(everything, everything),
                        draft -> draft.issue = List.of(group(all(), 1, 1, EndEntityType.APP))),
                both(
                        Rule.UNIQUE_PERMISSIONS,
                        "PSID twice in one range list",
                        draft -> draft.issue = List.of(group(
                                new SubjectPermissions.Explicit(List.of(
                                        new PsidSspRange(new Psid(32), null), new PsidSspRange(new Psid(32), null))),
                                1,
                                0,
                                EndEntityType.APP)),
                        draft -> draft.issue = List.of(group(all(), 1, 1, EndEntityType.APP))),
                both(
                        Rule.CHAIN_LENGTH_POSITIVE,
                        "minChainLength 0 to issue",
                        draft -> draft.issue = List.of(group(all(), 0, 0, EndEntityType.APP)),
                        draft -> draft.issue = List.of(group(all(), 1, 1, EndEntityType.APP))),
                legal(
                        "minChainLength 0 to request",
                        draft -> draft.request = List.of(group(only(32, null), 0, 0, EndEntityType.APP)),
                        draft -> {}),
                both(
                        Rule.END_ENTITY_TYPE,
                        "neither app nor enrol",
                        draft -> draft.issue = List.of(group(all(), 1, 0, new EndEntityType(0))),
                        draft -> draft.issue = List.of(group(all(), 1, 1, EndEntityType.APP))),
                subject(
                        Rule.KNOWN_CONTENT,
                        "unknown kind of ssp",
                        draft -> draft.app = List.of(new PsidSsp(
                                new Psid(32),
                                new ServiceSpecificPermissions.Unknown(new UnknownAlternative(9, Octets.EMPTY))))));
    }

    static Stream<Case> appPermissions() {
        SspRange opaques = new SspRange.Opaque(List.of(Octets.ofHex("01"), Octets.ofHex("02")));
        SspRange orNone = new SspRange.Opaque(List.of(Octets.EMPTY));
        SspRange bits = new BitmapSspRange(Octets.ofHex("01f0"), Octets.ofHex("ff0f"));
        return Stream.of(
                granted("any ssp of a PSID without range", opaque(32, "77"), only(32, null)),
                granted("any ssp of a PSID with range all", opaque(32, "77"), only(32, new SspRange.All())),
                refused("another PSID", opaque(33, "77"), only(32, null)),
                granted("a listed opaque ssp", opaque(32, "02"), only(32, opaques)),
                refused("an opaque ssp that is not listed", opaque(32, "03"), only(32, opaques)),
                refused("no ssp where the list has no empty one", new PsidSsp(new Psid(32), null), only(32, opaques)),
                granted("no ssp where the list has an empty one", new PsidSsp(new Psid(32), null), only(32, orNone)),
                refused("a bitmap where opaque ones are listed", bitmap(32, "01"), only(32, opaques)),
                granted("a bitmap that agrees in the mask", bitmap(32, "01a0"), only(32, bits)),
                refused("a bitmap that differs in the mask", bitmap(32, "01a1"), only(32, bits)),
                refused("a bitmap that differs in the first octet", bitmap(32, "02a0"), only(32, bits)),
                refused("a bitmap that ends before the mask", bitmap(32, "01"), only(32, bits)),
                granted("a bitmap longer than the mask", bitmap(32, "01a0ff"), only(32, bits)),
                refused("an opaque ssp where a bitmap is asked", opaque(32, "01a0"), only(32, bits)),
                both(
                        Rule.APP_PERMISSION_GRANTED,
                        "a PSID that an explicit entry takes out of all",
                        draft -> draft.app = List.of(opaque(32, "03")),
                        draft -> draft.issue = List.of(
                                group(all(), 1, 0, EndEntityType.APP),
                                group(only(32, opaques), 1, 0, EndEntityType.APP))),
                both(
                        Rule.APP_PERMISSION_GRANTED,
                        "an authority for enrolment only",
                        draft -> {},
                        draft -> draft.issue = List.of(group(all(), 1, 0, EndEntityType.ENROL))),
                both(
                        Rule.CHAIN_LENGTH,
                        "a chain shorter than the least",
                        draft -> {},
                        draft -> draft.issue = List.of(group(all(), 2, 0, EndEntityType.APP))),
                legal(
                        "any length from the least up",
                        draft -> {},
                        draft -> draft.issue = List.of(group(all(), 1, -1, EndEntityType.APP))));
    }

    static Stream<Case> requestPermissions() {
        return Stream.of(
                legal(
                        "an enrolment certificate",
                        draft -> enrolment(draft, only(32, null)),
                        draft -> draft.issue = List.of(group(all(), 1, 0, EndEntityType.ENROL))),
                both(
                        Rule.REQUEST_PERMISSION_GRANTED,
                        "an authority for authorization only",
                        draft -> enrolment(draft, only(32, null)),
                        draft -> draft.issue = List.of(group(all(), 1, 0, EndEntityType.APP))),
                both(
                        Rule.REQUEST_PERMISSION_GRANTED,
                        "a PSID that the authority does not give",
                        draft -> enrolment(draft, only(33, null)),
                        draft -> draft.issue = List.of(group(only(32, null), 1, 0, EndEntityType.ENROL))),
                both(
                        Rule.REQUEST_PERMISSION_GRANTED,
                        "a wider range than the authority's",
                        draft -> enrolment(draft, only(32, null)),
                        draft -> draft.issue = List.of(group(
                                only(32, new SspRange.Opaque(List.of(Octets.ofHex("01")))),
                                1,
                                0,
                                EndEntityType.ENROL))));
    }

    static Stream<Case> issuePermissions() {
        SspRange wide = new BitmapSspRange(Octets.ofHex("01f0"), Octets.ofHex("ff00"));
        SspRange narrow = new BitmapSspRange(Octets.ofHex("0100"), Octets.ofHex("ff0f"));
        return Stream.of(
                legal("all under all", draft -> authority(draft, all(), 1, 0), draft -> authority(draft, all(), 2, 0)),
                legal(
                        "unlimited under unlimited",
                        draft -> authority(draft, all(), 1, -1),
                        draft -> authority(draft, all(), 1, -1)),
                both(
                        Rule.ISSUE_PERMISSION_GRANTED,
                        "longer chains than the issuer's",
                        draft -> authority(draft, all(), 1, 1),
                        draft -> authority(draft, all(), 2, 0)),
                both(
                        Rule.ISSUE_PERMISSION_GRANTED,
                        "unlimited under limited",
                        draft -> authority(draft, all(), 1, -1),
                        draft -> authority(draft, all(), 1, 9)),
                both(
                        Rule.ISSUE_PERMISSION_GRANTED,
                        "all under a list",
                        draft -> authority(draft, all(), 1, 0),
                        draft -> authority(draft, only(32, null), 2, 0)),
                legal(
                        "a PSID of the list",
                        draft -> authority(draft, only(32, null), 1, 0),
                        draft -> authority(draft, only(32, null), 2, 0)),
                both(
                        Rule.ISSUE_PERMISSION_GRANTED,
                        "a PSID that is not in the list",
                        draft -> authority(draft, only(33, null), 1, 0),
                        draft -> authority(draft, only(32, null), 2, 0)),
                legal(
                        "a bitmap range with more bits fixed",
                        draft -> authority(draft, only(32, narrow), 1, 0),
                        draft -> authority(draft, only(32, wide), 2, 0)),
                both(
                        Rule.ISSUE_PERMISSION_GRANTED,
                        "a bitmap range with fewer bits fixed",
                        draft -> authority(draft, only(32, wide), 1, 0),
                        draft -> authority(draft, only(32, narrow), 2, 0)),
                both(
                        Rule.ISSUE_PERMISSION_GRANTED,
                        "more kinds of end entities",
                        draft -> draft.issue = List.of(group(all(), 1, 0, EndEntityType.APP_AND_ENROL)),
                        draft -> draft.issue = List.of(group(all(), 1, 1, EndEntityType.APP))));
    }

    static Stream<Case> regionForm() {
        GeographicRegion triangle = polygon(0, 0, 0, 10, 10, 0);
        return Stream.of(
                regionForm("a rectangle of one step", rectangles(1, 0, 0, 1), true),
                regionForm("a rectangle without height", rectangles(0, 0, 0, 1), false),
                regionForm("a rectangle upside down", rectangles(-1, 0, 0, 1), false),
                regionForm("a rectangle without width", rectangles(1, 0, 0, 0), false),
                regionForm("a rectangle over the 180th meridian", rectangles(1, 1, 0, 0), true),
                regionForm("no rectangle", new GeographicRegion.RectangularRegions(List.of()), false),
                regionForm("a triangle", triangle, true),
                regionForm("a polygon that crosses itself", polygon(0, 0, 10, 10, 0, 10, 10, 0), false),
                regionForm("a polygon of as many points as are supported", zigzag(Shapes.MAX_POINTS), true),
                regionForm("a polygon of one point more", zigzag(Shapes.MAX_POINTS + 1), false),
                regionForm("a circle", new CircularRegion(at(0, 0), 1), true),
                regionForm("a circle around an unknown latitude", new CircularRegion(at(900_000_001, 0), 1), false),
                regionForm("no country", country(), false));
    }

    private static Case regionForm(String name, GeographicRegion region, boolean legal) {
        return legal
                ? legal(name, draft -> draft.region = region, draft -> {})
                : subject(Rule.REGION_FORM, name, draft -> draft.region = region);
    }

    private static TwoDLocation at(int latitude, int longitude) {
        return new TwoDLocation(new Latitude(latitude), new Longitude(longitude));
    }

    private static GeographicRegion rectangles(int north, int west, int south, int east) {
        return new GeographicRegion.RectangularRegions(
                List.of(new RectangularRegion(at(north, west), at(south, east))));
    }

    private static GeographicRegion polygon(int... coordinates) {
        return new PolygonalRegion(IntStream.range(0, coordinates.length / 2)
                .mapToObj(i -> at(coordinates[2 * i], coordinates[2 * i + 1]))
                .toList());
    }

    /** A parabola of points, whose sides do not intersect. */
    private static GeographicRegion zigzag(int points) {
        return new PolygonalRegion(
                IntStream.range(0, points).mapToObj(i -> at(i * i, i * 1000)).toList());
    }

    static Stream<Case> regions() {
        return Stream.of(
                legal(
                        "a country of the issuer",
                        draft -> draft.region = country(840),
                        draft -> draft.region = country(840, 124)),
                both(
                        Rule.REGION_WITHIN_ISSUER,
                        "a country beyond the issuer's",
                        draft -> draft.region = country(840, 484),
                        draft -> draft.region = country(840, 124)),
                legal("left out, so the issuer's", draft -> {}, draft -> draft.region = country(840)),
                legal("a country under a worldwide issuer", draft -> draft.region = country(840), draft -> {}));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsTheRuleThatIsBrokenAndNoOther(Case test) {
        assertEquals(test.rules, test.broken());
    }

    /** All cases that a certificate and its issuer make up. */
    static Stream<Case> cases() {
        return Stream.of(
                        shape(),
                        issuers(),
                        validity(),
                        permissionForm(),
                        appPermissions(),
                        requestPermissions(),
                        issuePermissions(),
                        regionForm(),
                        regions())
                .flatMap(part -> part);
    }

    @Test
    void implicitCertificateIssuesNoExplicitOne() {
        Draft authority = Draft.authority();
        authority.type = CertificateType.IMPLICIT;
        authority.signed = false;
        authority.indicator = new VerificationKeyIndicator.ReconstructionValue(
                new EccP256CurvePoint.CompressedY0(authority.keys.publicKey().x()));
        HashedCertificate issuer =
                Draft.hashed(authority.under(Draft.hashed(Draft.root().selfIssued())));
        List<Violation> violations =
                CertificateLinter.lint(Draft.endEntity().under(issuer), issuer, new RegionInForce.Worldwide());
        assertEquals(
                List.of(Rule.ISSUER_TYPE),
                violations.stream().map(Violation::rule).toList());
    }

    @Test
    void selfIssuedCertificateNamesTheHashOfItsKey() {
        Draft root = Draft.root();
        assertEquals(List.of(), CertificateLinter.lint(root.selfIssued()));
        root.issuer = new IssuerIdentifier.Self(HashAlgorithm.SHA384);
        assertEquals(
                List.of(Rule.HASH_OF_KEY),
                CertificateLinter.lint(root.selfIssued()).stream()
                        .map(Violation::rule)
                        .toList());
    }

    @Test
    void bitmapLongerThanTheIssuersRangeIsNotIssuedAlthoughItIsAccepted() {
        Draft authority = Draft.authority();
        authority.issue = List.of(
                group(only(32, new BitmapSspRange(Octets.ofHex("01"), Octets.ofHex("ff"))), 1, 0, EndEntityType.APP));
        HashedCertificate issuer = Draft.hashed(authority.selfIssued());
        Draft subject = Draft.endEntity();
        subject.app = List.of(bitmap(32, "0100"));
        RegionInForce region = new RegionInForce.Worldwide();
        assertEquals(List.of(), CertificateLinter.lint(subject.under(issuer), issuer, region));
        assertEquals(
                List.of(Rule.BITMAP_LENGTH),
                CertificateLinter.lintForIssue(subject.under(issuer), issuer, region).stream()
                        .map(Violation::rule)
                        .toList());
    }

    @Test
    void violationSaysWhereWhatAndWhichClause() {
        Draft authority = Draft.authority();
        HashedCertificate issuer = Draft.hashed(authority.selfIssued());
        Draft subject = Draft.endEntity();
        subject.start = Draft.START - 1;
        assertEquals(
                "validityPeriod: 2023-01-05T10:39:54Z to 2023-01-09T14:39:54Z with an issuer of 2023-01-05T10:39:55Z to"
                        + " 2023-01-09T14:39:55Z; required is that validity lies inside the issuer's (IEEE 1609.2-2022"
                        + " 5.1.2)",
                CertificateLinter.lint(subject.under(issuer), issuer, new RegionInForce.Worldwide())
                        .getFirst()
                        .toString());
    }

    private static Case granted(String name, PsidSsp permission, SubjectPermissions grant) {
        return legal(name, draft -> draft.app = List.of(permission), draft -> authority(draft, grant, 1, 0));
    }

    private static Case refused(String name, PsidSsp permission, SubjectPermissions grant) {
        return both(
                Rule.APP_PERMISSION_GRANTED,
                name,
                draft -> draft.app = List.of(permission),
                draft -> authority(draft, grant, 1, 0));
    }

    private static void authority(Draft draft, SubjectPermissions permissions, long min, long range) {
        draft.app = null;
        draft.issue = List.of(group(permissions, min, range, EndEntityType.APP));
    }

    private static void enrolment(Draft draft, SubjectPermissions permissions) {
        draft.app = null;
        draft.request = List.of(group(permissions, 0, 0, EndEntityType.APP));
    }

    private static GeographicRegion country(int... codes) {
        return new GeographicRegion.IdentifiedRegions(Arrays.stream(codes)
                .<IdentifiedRegion>mapToObj(UnCountryId::new)
                .toList());
    }

    private static VerificationKeyIndicator key(EccP256CurvePoint point) {
        return new VerificationKeyIndicator.VerificationKey(new PublicVerificationKey.EcdsaNistP256(point));
    }

    private static PublicEncryptionKey encryptionKey(EccP256CurvePoint point) {
        return new PublicEncryptionKey(SymmAlgorithm.AES128_CCM, new BasePublicEncryptionKey.EciesNistP256(point));
    }
}
