package org.v2xscms.obu.provisioning;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.v2xscms.codec.ieee1609dot2.CertificateId;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.EndEntityType;
import org.v2xscms.codec.ieee1609dot2.PsidGroupPermissions;
import org.v2xscms.codec.ieee1609dot2.SubjectPermissions;
import org.v2xscms.codec.ieee1609dot2.basetypes.Hostname;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSsp;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSspRange;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2.basetypes.ValidityPeriod;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;
import org.v2xscms.crypto.time.IPeriods;
import org.v2xscms.crypto.validation.RevocationCheck;
import org.v2xscms.obu.SeededRandom;
import org.v2xscms.obu.store.DeviceStore;
import org.v2xscms.obu.store.Disk;
import org.v2xscms.obu.transport.HttpTransport;

/** A device as it is after a start, on what {@code disk} holds. */
final class TestDevice implements AutoCloseable {

    final Platform platform;
    final DeviceTrust trust;
    final Enrollment enrollment;
    final PseudonymProvisioning provisioning;

    private final HttpTransport transport;

    /** @param seed another one for each start, because a device does not draw the same random octets again */
    TestDevice(Disk disk, TestAuthorities authorities, long seed) throws Exception {
        SeededRandom random = new SeededRandom(1000 + seed);
        transport = HttpTransport.of(SSLContext.getDefault(), Duration.ofSeconds(10));
        platform = new Platform(
                DeviceStore.open(disk, random),
                transport,
                InstantSource.fixed(TestSystem.NOW),
                random,
                new BouncyCastleVerifier(),
                RevocationCheck.NONE);
        trust = DeviceTrust.open(platform, authorities.system.pinned());
        enrollment = new Enrollment(platform, trust);
        provisioning = new PseudonymProvisioning(platform, trust, enrollment, authorities.ra(), IPeriods.CAMP);
    }

    /** Trusts and enrols, which other tests are about. */
    TestDevice enrolled(TestAuthorities authorities) throws Exception {
        TrustUpdate update = trust.acceptChain(authorities.system.chainFile(authorities.system.trustList(1)));
        assertTrue(update instanceof TrustUpdate.Accepted || update instanceof TrustUpdate.Unchanged);
        done(enrollment.enroll(authorities.base(), enrollmentWish(CertificateType.EXPLICIT), null))
                .close();
        return this;
    }

    static EnrollmentWish enrollmentWish(CertificateType type) {
        return new EnrollmentWish(
                type,
                new CertificateId.Name(new Hostname("")),
                new ValidityPeriod(
                        Time32.of(TestSystem.NOW), new org.v2xscms.codec.ieee1609dot2.basetypes.Duration.Years(1)),
                null,
                List.of(new PsidGroupPermissions(
                        new SubjectPermissions.Explicit(List.of(new PsidSspRange(new Psid(32), null))),
                        0,
                        0,
                        EndEntityType.APP)));
    }

    static CertificateWish pseudonyms(KeyExpansion expansion, CertificateType type) {
        return CertificateWish.pseudonyms(
                type,
                expansion,
                new ValidityPeriod(
                        new Time32(IPeriods.CAMP.start(TestAuthorities.FIRST_I)),
                        new org.v2xscms.codec.ieee1609dot2.basetypes.Duration.Hours(169)),
                List.of(new PsidSsp(new Psid(32), null)));
    }

    static CertificateWish application(KeyExpansion expansion, CertificateType type) {
        return new CertificateWish(
                type,
                expansion,
                new CertificateId.Name(new Hostname("rsu 7")),
                new ValidityPeriod(
                        Time32.of(TestSystem.NOW), new org.v2xscms.codec.ieee1609dot2.basetypes.Duration.Hours(169)),
                null,
                List.of(new PsidSsp(new Psid(32), null)));
    }

    static <T> T done(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Done<T>(T value)) {
            return value;
        }
        throw new AssertionError(outcome.toString());
    }

    @Override
    public void close() {
        transport.close();
    }
}
