package org.v2xscms.ra.request;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.v2xscms.codec.ieee1609dot2.LinkageData;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.basetypes.GeographicRegion;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2.basetypes.ValidityPeriod;
import org.v2xscms.codec.ieee1609dot2dot1.eera.EeRaCertRequest;
import org.v2xscms.crypto.butterfly.Caterpillar;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.time.IPeriods;
import org.v2xscms.crypto.validation.RequestRules;
import org.v2xscms.kernel.http.ErrorNumber;
import org.v2xscms.ra.RaSettings;
import org.v2xscms.ra.device.EnrolledDevice;
import org.v2xscms.ra.device.Judged;

/**
 * What a device may ask for by its enrolment certificate, the clock and the policy of this authority. Rules that compare
 * with earlier requests of the device stand in the transaction that stores the request.
 */
public final class CertificateRequestRules {

    private static final int PSEUDONYMS = 1;
    private static final int IDENTIFICATION = 3;
    private static final int GREATEST_I = 65_535;

    private final RaSettings settings;
    private final IPeriods periods;
    private final InstantSource clock;
    private final HashedCertificate aca;

    /** @param aca the certificate of the ACA that will issue */
    public CertificateRequestRules(RaSettings settings, IPeriods periods, InstantSource clock, HashedCertificate aca) {
        this.settings = settings;
        this.periods = periods;
        this.clock = clock;
        this.aca = aca;
    }

    public Judged<Admitted> judge(EeRaCertRequest request, EnrolledDevice device) {
        return time(request.generationTime())
                .or(() -> permissions(request.tbsCert(), device))
                .or(() -> region(request.tbsCert(), device))
                .<Judged<Admitted>>map(Judged::refused)
                .orElseGet(() -> Wish.of(request)
                        .then(wish -> fields(wish)
                                .<Judged<Admitted>>map(Judged::refused)
                                .orElseGet(() -> admit(wish, device))));
    }

    private Optional<ErrorNumber> time(Time32 generated) {
        Instant now = clock.instant();
        Instant at = generated.toInstant();
        if (at.isAfter(now.plus(settings.tolerance()))) {
            return Optional.of(ErrorNumber.GENERATION_TIME_IN_FUTURE);
        }
        return at.isBefore(now.minus(settings.maxAge())) ? Optional.of(ErrorNumber.RA_MAX_AGE) : Optional.empty();
    }

    private static Optional<ErrorNumber> permissions(ToBeSignedCertificate wanted, EnrolledDevice device) {
        if (wanted.appPermissions() == null || wanted.appPermissions().isEmpty()) {
            return Optional.of(ErrorNumber.APP_PERMISSIONS_INVALID);
        }
        return RequestRules.notPermitted(wanted, device.content()).isEmpty()
                ? Optional.empty()
                : Optional.of(ErrorNumber.APP_PERMISSIONS_NOT_ALLOWED);
    }

    private static Optional<ErrorNumber> region(ToBeSignedCertificate wanted, EnrolledDevice device) {
        GeographicRegion region = wanted.region();
        return region == null || RequestRules.isWithin(region, device.region())
                ? Optional.empty()
                : Optional.of(ErrorNumber.REGION_NOT_ALLOWED);
    }

    /** What nobody may ask for, and what the ACA could not do. */
    private Optional<ErrorNumber> fields(Wish wish) {
        ToBeSignedCertificate wanted = wish.request().tbsCert();
        boolean extras = wanted.assuranceLevel() != null
                || wanted.canRequestRollover() != null
                || wanted.flags() != null
                || wanted.appExtensions() != null
                || wanted.certIssueExtensions() != null
                || wanted.certRequestExtension() != null;
        boolean impossible = switch (wish) {
            case Wish.Weekly weekly ->
                wanted.encryptionKey() != null
                        || (weekly.caterpillar() instanceof Caterpillar.CompactUnified && !usesCubk());
            // Without butterfly keys a linkage value would link nothing and its request everything.
            case Wish.Single _ -> wanted.id() instanceof LinkageData;
        };
        return extras || impossible ? Optional.of(ErrorNumber.OTHER_FIELDS_NOT_ALLOWED) : Optional.empty();
    }

    private boolean usesCubk() {
        var flags = aca.certificate().toBeSigned().value().flags();
        return flags != null && flags.usesCubk();
    }

    private Judged<Admitted> admit(Wish wish, EnrolledDevice device) {
        return switch (wish) {
            case Wish.Weekly weekly -> weekly(weekly, device);
            case Wish.Single single -> single(single, device);
        };
    }

    private Judged<Admitted> weekly(Wish.Weekly wish, EnrolledDevice device) {
        long current = currentI();
        long first =
                periods.at(wish.request().tbsCert().validityPeriod().start().seconds());
        long enrolledUntil = seconds(device.content().validityPeriod());
        if (first < current || first > Math.min(current + settings.preloadWeeks(), GREATEST_I)) {
            return Judged.refused(ErrorNumber.VALIDITY_NOT_ALLOWED);
        }
        long last = Math.min(Math.min(first + settings.maxWeeks() - 1, GREATEST_I), periods.at(enrolledUntil - 1));
        if (last < first) {
            return Judged.refused(ErrorNumber.OUTSIDE_ENROLLMENT_VALIDITY);
        }
        int series = wish.isLinked() ? PSEUDONYMS : IDENTIFICATION;
        return Judged.accepted(
                new Admitted(device, wish, series, (int) first, (int) last, periods.start(first), periods.end(last)));
    }

    private Judged<Admitted> single(Wish.Single wish, EnrolledDevice device) {
        ValidityPeriod validity = wish.request().tbsCert().validityPeriod();
        ValidityPeriod enrolled = device.content().validityPeriod();
        if (validity.startTime().compareTo(enrolled.startTime()) < 0
                || validity.endTime().compareTo(enrolled.endTime()) > 0) {
            return Judged.refused(ErrorNumber.OUTSIDE_ENROLLMENT_VALIDITY);
        }
        long from = validity.start().seconds();
        long to = seconds(validity);
        long i = periods.at(from);
        boolean tooLong = to - from > settings.maxApplicationValidity().toSeconds();
        boolean elsewhen = to <= now() || i < 0 || i > currentI() + settings.preloadWeeks() || to <= from;
        if (tooLong || elsewhen || i > GREATEST_I) {
            return Judged.refused(ErrorNumber.VALIDITY_NOT_ALLOWED);
        }
        return Judged.accepted(
                new Admitted(device, wish, null, (int) i, (int) Math.min(periods.at(to), GREATEST_I), from, to));
    }

    private long currentI() {
        return periods.at(now());
    }

    private long now() {
        return Time32.of(clock.instant()).seconds();
    }

    /** The end, in whole seconds. */
    private static long seconds(ValidityPeriod period) {
        return period.endTime().microseconds() / 1_000_000;
    }
}
