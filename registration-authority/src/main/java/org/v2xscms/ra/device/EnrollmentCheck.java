package org.v2xscms.ra.device;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.validation.RegionInForce;
import org.v2xscms.crypto.validation.Rule;
import org.v2xscms.crypto.validation.ValidationResult;
import org.v2xscms.kernel.exchange.Role;
import org.v2xscms.kernel.exchange.Trust;
import org.v2xscms.kernel.http.ErrorNumber;

/**
 * Whether a device is who it says: its enrolment certificate leads to a trusted root by way of an enrolment authority, is
 * valid now, permits requests, and its key made the signature.
 *
 * <p>The key of an implicit certificate comes out of the chain; that its holder has it shows in the signature alone.
 */
public final class EnrollmentCheck {

    private final Trust trust;
    private final InstantSource clock;

    public EnrollmentCheck(Trust trust, InstantSource clock) {
        this.trust = trust;
        this.clock = clock;
    }

    /**
     * Judges the certificate, then the signature.
     *
     * @param signed whether a public key verifies the signature of what was sent
     */
    public Judged<EnrolledDevice> judge(HashedCertificate certificate, Predicate<PublicPoint> signed) {
        return switch (trust.validator().validate(certificate, Time64.of(clock.instant()))) {
            case ValidationResult.Invalid invalid -> Judged.refused(number(invalid, certificate));
            case ValidationResult.Valid valid -> {
                if (!isEnrollment(valid.steps())) {
                    yield Judged.refused(ErrorNumber.WRONG_ECA);
                }
                if (!signed.test(valid.key())) {
                    yield Judged.refused(ErrorNumber.SIGNATURE_NOT_VERIFIED);
                }
                yield certificate.certificate().toBeSigned().value().certRequestPermissions() == null
                        ? Judged.refused(ErrorNumber.ENROLLMENT_CERTIFICATE_INVALID)
                        : Judged.accepted(new EnrolledDevice(certificate, region(valid.steps())));
            }
        };
    }

    private static ErrorNumber number(ValidationResult.Invalid invalid, HashedCertificate certificate) {
        boolean expired = invalid.certificate().equals(certificate)
                && invalid.violations().getFirst().rule() == Rule.VALID_AT_TIME;
        return expired ? ErrorNumber.ENROLLMENT_CERTIFICATE_INVALID : ErrorNumber.CHAIN_NOT_VERIFIED;
    }

    private static boolean isEnrollment(List<ValidationResult.Step> chain) {
        return chain.size() > 1
                && Role.of(chain.get(chain.size() - 2).certificate()).equals(Optional.of(Role.ECA));
    }

    private static RegionInForce region(List<ValidationResult.Step> chain) {
        RegionInForce region = new RegionInForce.Worldwide();
        for (ValidationResult.Step step : chain) {
            region = region.narrowedBy(
                    step.certificate().certificate().toBeSigned().value().region());
        }
        return region;
    }
}
