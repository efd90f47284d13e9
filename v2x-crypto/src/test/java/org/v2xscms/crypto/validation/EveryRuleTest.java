package org.v2xscms.crypto.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.v2xscms.crypto.validation.Draft.all;
import static org.v2xscms.crypto.validation.Draft.bitmap;
import static org.v2xscms.crypto.validation.Draft.group;
import static org.v2xscms.crypto.validation.Draft.only;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.EndEntityType;
import org.v2xscms.codec.ieee1609dot2.IssuerIdentifier;
import org.v2xscms.codec.ieee1609dot2.VerificationKeyIndicator;
import org.v2xscms.codec.ieee1609dot2.basetypes.BitmapSspRange;
import org.v2xscms.codec.ieee1609dot2.basetypes.EccP256CurvePoint;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashAlgorithm;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;

/**
 * For every rule something that keeps it and something that breaks it and no other; the compiler asks for the pair of a
 * new rule. The edges of each are in {@link CertificateLinterTest} and {@link ChainValidatorTest}.
 */
class EveryRuleTest {

    private static final Time64 TIME = new Time64((Draft.START + 1000) * 1_000_000);

    private final Draft root = Draft.root();
    private final HashedCertificate anchor = root.signedBySelf();
    private final Draft authority = Draft.authority();
    private final HashedCertificate issuer = authority.signedBy(root, anchor);
    private final Draft endEntity = Draft.endEntity();
    private final HashedCertificate certificate = endEntity.signedBy(authority, issuer);

    /** The rules that each of two breaks. */
    private record Pair(List<Rule> kept, List<Rule> broken) {}

    @ParameterizedTest
    @EnumSource(Rule.class)
    void isKeptAndIsBrokenAlone(Rule rule) {
        Pair pair = pair(rule);
        assertEquals(List.of(), pair.kept);
        assertEquals(List.of(rule), pair.broken);
    }

    private Pair pair(Rule rule) {
        return switch (rule) {
            case VERSION,
                    FORM,
                    KEY_POINT,
                    SOME_PERMISSION,
                    KNOWN_CONTENT,
                    UNIQUE_PERMISSIONS,
                    CHAIN_LENGTH_POSITIVE,
                    END_ENTITY_TYPE,
                    ISSUER_REFERENCE,
                    ISSUER_MAY_ISSUE,
                    VALIDITY_WITHIN_ISSUER,
                    REGION_FORM,
                    REGION_WITHIN_ISSUER,
                    APP_PERMISSION_GRANTED,
                    ISSUE_PERMISSION_GRANTED,
                    REQUEST_PERMISSION_GRANTED,
                    CHAIN_LENGTH -> linted(rule);
            case ISSUER_TYPE -> new Pair(below(authority), below(implicitAuthority()));
            case HASH_OF_KEY -> new Pair(selfIssued(HashAlgorithm.SHA256), selfIssued(HashAlgorithm.SHA384));
            case BITMAP_LENGTH -> new Pair(issuedWithBitmap("01"), issuedWithBitmap("0100"));
            case SIGNATURE ->
                new Pair(validated(certificate, TIME), validated(endEntity.signedBy(endEntity, issuer), TIME));
            case KEY_RECONSTRUCTION -> new Pair(implicitUnder(Curve.NIST_P256), implicitUnder(Curve.NIST_P384));
            case ISSUER_KNOWN ->
                new Pair(
                        validated(certificate, TIME),
                        validated(certificate, TrustStore.of(List.of(anchor), List.of())));
            case TRUST_ANCHOR ->
                new Pair(validated(anchor, TIME), validated(anchor, TrustStore.of(List.of(), List.of())));
            case CHAIN_SIZE -> new Pair(chainOf(8), chainOf(9));
            case VALID_AT_TIME ->
                new Pair(
                        validated(certificate, new Time64(Draft.START * 1_000_000)),
                        validated(anchor, new Time64(Draft.START * 1_000_000 - 1)));
            case NOT_REVOKED ->
                new Pair(
                        validated(certificate, store(), TIME, RevocationCheck.NONE),
                        validated(
                                certificate,
                                store(),
                                TIME,
                                listed -> listed.equals(certificate) ? Optional.of("listed") : Optional.empty()));
        };
    }

    /** The certificate as drafted, and the first case that is meant to break {@code rule}. */
    private static Pair linted(Rule rule) {
        return new Pair(
                CertificateLinterTest.cases().findFirst().orElseThrow().broken(),
                CertificateLinterTest.cases()
                        .filter(test -> test.rules().contains(rule))
                        .findFirst()
                        .orElseThrow()
                        .broken());
    }

    private static List<Rule> rules(List<Violation> violations) {
        return violations.stream().map(Violation::rule).distinct().toList();
    }

    private static List<Rule> below(Draft above) {
        HashedCertificate issuer =
                Draft.hashed(above.under(Draft.hashed(Draft.root().selfIssued())));
        return rules(CertificateLinter.lint(Draft.endEntity().under(issuer), issuer, new RegionInForce.Worldwide()));
    }

    private static Draft implicitAuthority() {
        Draft draft = Draft.authority();
        makeImplicit(draft);
        return draft;
    }

    private static void makeImplicit(Draft draft) {
        draft.type = CertificateType.IMPLICIT;
        draft.signed = false;
        draft.indicator = new VerificationKeyIndicator.ReconstructionValue(
                new EccP256CurvePoint.CompressedY0(draft.keys.publicKey().x()));
    }

    private static List<Rule> selfIssued(HashAlgorithm named) {
        Draft draft = Draft.root();
        draft.issuer = new IssuerIdentifier.Self(named);
        return rules(CertificateLinter.lint(draft.selfIssued()));
    }

    private static List<Rule> issuedWithBitmap(String ssp) {
        Draft above = Draft.authority();
        above.issue = List.of(
                group(only(32, new BitmapSspRange(Octets.ofHex("01"), Octets.ofHex("ff"))), 1, 0, EndEntityType.APP));
        HashedCertificate issuer = Draft.hashed(above.selfIssued());
        Draft subject = Draft.endEntity();
        subject.app = List.of(bitmap(32, ssp));
        return rules(CertificateLinter.lintForIssue(subject.under(issuer), issuer, new RegionInForce.Worldwide()));
    }

    /** An implicit certificate below a root on {@code curve}: its key is a point of P-256 and so must the issuer's be. */
    private static List<Rule> implicitUnder(Curve curve) {
        Draft above = Draft.root(curve);
        HashedCertificate aboveCertificate = above.signedBySelf();
        Draft subject = Draft.endEntity();
        makeImplicit(subject);
        Certificate implicit = subject.under(aboveCertificate);
        return validated(
                HashedCertificate.of(Encoded.of(Certificate.CODEC, implicit)),
                TrustStore.of(List.of(aboveCertificate), List.of()));
    }

    /** A chain of {@code size} certificates with the anchor. */
    private static List<Rule> chainOf(int size) {
        List<HashedCertificate> chain = new ArrayList<>();
        Draft signer = Draft.root();
        signer.issue = List.of(group(all(), 1, -1, EndEntityType.APP));
        chain.add(signer.signedBySelf());
        while (chain.size() < size) {
            Draft next = Draft.authority();
            next.issue = List.of(group(all(), 1, -1, EndEntityType.APP));
            next.crlSeries = chain.size();
            chain.add(next.signedBy(signer, chain.getLast()));
            signer = next;
        }
        return validated(chain.getLast(), TrustStore.of(List.of(chain.getFirst()), chain));
    }

    private TrustStore store() {
        return TrustStore.of(List.of(anchor), List.of(issuer));
    }

    private List<Rule> validated(HashedCertificate subject, Time64 at) {
        return validated(subject, store(), at, RevocationCheck.NONE);
    }

    private static List<Rule> validated(HashedCertificate subject, TrustStore trust) {
        return validated(subject, trust, TIME, RevocationCheck.NONE);
    }

    private static List<Rule> validated(
            HashedCertificate subject, TrustStore trust, Time64 at, RevocationCheck revocation) {
        ValidationResult result =
                new ChainValidator(trust, new BouncyCastleVerifier(), revocation).validate(subject, at);
        return switch (result) {
            case ValidationResult.Valid _ -> List.of();
            case ValidationResult.Invalid invalid -> rules(invalid.violations());
        };
    }
}
