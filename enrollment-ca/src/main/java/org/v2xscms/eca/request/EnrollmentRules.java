package org.v2xscms.eca.request;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.EndEntityType;
import org.v2xscms.codec.ieee1609dot2.PsidGroupPermissions;
import org.v2xscms.codec.ieee1609dot2.SubjectPermissions;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.codec.ieee1609dot2.basetypes.Duration.Hours;
import org.v2xscms.codec.ieee1609dot2.basetypes.Duration.SixtyHours;
import org.v2xscms.codec.ieee1609dot2.basetypes.Duration.Years;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId3;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2.basetypes.ValidityPeriod;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.kernel.http.ErrorNumber;

/**
 * What a device may ask, and the certificate it gets for it.
 *
 * <p>The device decides on type, id, region, key and permissions, within the rules; it gets them as asked or not at all.
 * Validity is cut to what is allowed, from both ends, and a request that leaves it open (start and duration zero) gets
 * all of that. cracaId and crlSeries are the ECA's to fill in.
 */
public final class EnrollmentRules {

    /** More than clocks differ by, and too short to stock certificates for later. */
    private static final Duration FARTHEST_AHEAD = Duration.ofDays(1);

    private static final long SECONDS_PER_HOUR = 3600;
    private static final int LARGEST = 65_535;

    private final Profile profile;
    private final Set<Psid> psids;
    private final HashedId3 cracaId;
    private final Time32 issuerStart;
    private final InstantSource clock;

    /**
     * The rules below one issuer.
     *
     * @param cracaId of the root
     * @param issuerStart when the ECA's own certificate begins
     */
    public EnrollmentRules(Profile profile, HashedId3 cracaId, Time32 issuerStart, InstantSource clock) {
        this.profile = profile;
        this.psids = profile.psids().stream().map(Psid::new).collect(Collectors.toUnmodifiableSet());
        this.cracaId = cracaId;
        this.issuerStart = issuerStart;
        this.clock = clock;
    }

    /**
     * The part of the settings that shapes certificates.
     *
     * @param psids the applications a device may ask certificates for
     * @param years the longest validity
     * @param backdate how long ago a certificate may begin
     */
    public record Profile(List<Long> psids, int years, int crlSeries, Duration backdate) {

        public Profile {
            psids = List.copyOf(psids);
        }
    }

    /** The certificate for {@code request}, its key still that of the request. */
    public Judgement<ToBeSignedCertificate> certificate(EnrollmentRequest request) {
        ToBeSignedCertificate asked = request.content().tbsCert();
        Optional<Judgement<ToBeSignedCertificate>> refusal =
                permissions(asked).or(() -> otherFields(asked)).or(() -> key(request));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return validity(asked.validityPeriod())
                .<Judgement<ToBeSignedCertificate>>map(period -> Judgement.passed(issued(asked, period)))
                .orElseGet(() -> Judgement.refused(
                        ErrorNumber.VALIDITY_NOT_ALLOWED, "the validity asked for lies outside the allowed one"));
    }

    private ToBeSignedCertificate issued(ToBeSignedCertificate asked, ValidityPeriod period) {
        return new ToBeSignedCertificate(
                asked.id(),
                cracaId,
                new CrlSeries(profile.crlSeries()),
                period,
                asked.region(),
                null,
                null,
                null,
                asked.certRequestPermissions(),
                null,
                null,
                asked.verifyKeyIndicator(),
                null,
                null,
                null,
                null,
                Additions.NONE);
    }

    /** Explicit PSIDs among those allowed, for application certificates directly. */
    private Optional<Judgement<ToBeSignedCertificate>> permissions(ToBeSignedCertificate asked) {
        List<PsidGroupPermissions> groups = asked.certRequestPermissions();
        if (groups == null || groups.isEmpty()) {
            return refused(ErrorNumber.CERT_REQUEST_PERMISSIONS_INVALID, "nothing is asked for");
        }
        for (PsidGroupPermissions group : groups) {
            if (group.minChainLength() != 0
                    || group.chainLengthRange() != 0
                    || !group.eeType().equals(EndEntityType.APP)) {
                return refused(
                        ErrorNumber.CERT_REQUEST_PERMISSIONS_INVALID, "a chain length or kind that no device has");
            }
            if (!(group.subjectPermissions() instanceof SubjectPermissions.Explicit(var ranges))) {
                return refused(ErrorNumber.CERT_REQUEST_PERMISSIONS_NOT_ALLOWED, "all applications");
            }
            if (!ranges.stream().allMatch(range -> psids.contains(range.psid()))) {
                return refused(ErrorNumber.CERT_REQUEST_PERMISSIONS_NOT_ALLOWED, "an application that is not allowed");
            }
        }
        return Optional.empty();
    }

    private static Optional<Judgement<ToBeSignedCertificate>> otherFields(ToBeSignedCertificate asked) {
        boolean others = asked.assuranceLevel() != null
                || asked.canRequestRollover() != null
                || asked.encryptionKey() != null
                || asked.flags() != null
                || asked.appExtensions() != null
                || asked.certIssueExtensions() != null
                || asked.certRequestExtension() != null
                || !asked.additions().equals(Additions.NONE);
        return others
                ? refused(ErrorNumber.OTHER_FIELDS_NOT_ALLOWED, "a field that enrolment certificates have not")
                : Optional.empty();
    }

    /** Implicit certificates exist on P-256 alone; SM2 belongs to another system. */
    private static Optional<Judgement<ToBeSignedCertificate>> key(EnrollmentRequest request) {
        Curve curve = request.key().curve();
        boolean fits =
                request.content().type() == CertificateType.EXPLICIT ? curve != Curve.SM2 : curve == Curve.NIST_P256;
        return fits
                ? Optional.empty()
                : refused(
                        ErrorNumber.VERIFY_KEY_INDICATOR_INVALID,
                        "a key on " + curve + " for a certificate that is "
                                + request.content().type());
    }

    private static Optional<Judgement<ToBeSignedCertificate>> refused(ErrorNumber number, String reason) {
        return Optional.of(Judgement.refused(number, reason));
    }

    /** The part of {@code asked} that is allowed; empty where there is none, it is over, or it begins far ahead. */
    private Optional<ValidityPeriod> validity(ValidityPeriod asked) {
        Instant now = clock.instant();
        Time32 earliest = later(Time32.of(now.minus(profile.backdate())), issuerStart);
        if (asked.start().seconds() == 0 && asked.duration().value() == 0) {
            return Optional.of(new ValidityPeriod(later(Time32.of(now), issuerStart), new Years(profile.years())));
        }
        Time32 start = later(asked.start(), earliest);
        long askedEnd = asked.endTime().microseconds() / 1_000_000;
        if (start.compareTo(Time32.of(now.plus(FARTHEST_AHEAD))) > 0
                || askedEnd <= Time32.of(now).seconds()) {
            return Optional.empty();
        }
        ValidityPeriod longest = new ValidityPeriod(start, new Years(profile.years()));
        if (askedEnd >= longest.endTime().microseconds() / 1_000_000) {
            return Optional.of(longest);
        }
        return Optional.of(start.equals(asked.start()) ? asked : hours(start, askedEnd - start.seconds()));
    }

    private static ValidityPeriod hours(Time32 start, long seconds) {
        long hours = seconds / SECONDS_PER_HOUR;
        return new ValidityPeriod(
                start, hours <= LARGEST ? new Hours((int) hours) : new SixtyHours((int) (hours / 60)));
    }

    private static Time32 later(Time32 one, Time32 other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
