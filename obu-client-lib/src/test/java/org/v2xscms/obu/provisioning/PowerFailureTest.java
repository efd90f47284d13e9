package org.v2xscms.obu.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.obu.CertifiedKeys;
import org.v2xscms.obu.store.CrashingDisk;

/** A device whose power fails at any write goes on as if nothing had happened: one request each, nothing lost. */
class PowerFailureTest {

    private static final int I = TestAuthorities.FIRST_I;

    private final TestSystem system = new TestSystem();

    /** From the first start to a week of certificates and a new enrolment certificate. */
    private static void live(CrashingDisk disk, TestAuthorities authorities, long start) throws Exception {
        try (TestDevice device = new TestDevice(disk, authorities, start)) {
            device.enrolled(authorities);
            TestDevice.done(device.provisioning.request(
                    "p", TestDevice.pseudonyms(KeyExpansion.COMPACT_UNIFIED, CertificateType.EXPLICIT)));
            Outcome<Batch> batch = device.provisioning.download("p", I);
            if (batch instanceof Outcome.NoAnswer<Batch>) {
                batch = device.provisioning.download("p", I);
            }
            TestDevice.done(batch).close();
            if (authorities.posted("successor-enrollment-certificate").isEmpty()
                    || disk.read("enrollment/successor").isPresent()) {
                TestDevice.done(
                        device.enrollment.renew(authorities.ra(), TestDevice.enrollmentWish(CertificateType.IMPLICIT)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(CrashingDisk.Moment.class)
    void everyWriteMayBeTheLast(CrashingDisk.Moment moment) throws Exception {
        int writes;
        try (TestAuthorities authorities = new TestAuthorities(system)) {
            authorities.cuts.add(100);
            CrashingDisk undisturbed = new CrashingDisk();
            live(undisturbed, authorities, 0);
            writes = undisturbed.writes();
        }
        assertTrue(writes > 10, "there are " + writes + " writes");
        for (int write = 1; write <= writes; write++) {
            failAt(write, moment);
        }
    }

    private void failAt(int write, CrashingDisk.Moment moment) throws Exception {
        try (TestAuthorities authorities = new TestAuthorities(system)) {
            authorities.cuts.add(100);
            CrashingDisk disk = new CrashingDisk();
            disk.failAt(write, moment);
            boolean failed = false;
            try {
                live(disk, authorities, 1);
            } catch (CrashingDisk.PowerFailure e) {
                failed = true;
            }
            assertTrue(failed, "write " + write);
            disk.restart();
            live(disk, authorities, 2);

            for (String path : List.of(
                    "enrollment-certificate", "authorization-certificate", "successor-enrollment-certificate")) {
                assertEquals(
                        1,
                        new HashSet<>(authorities.posted(path)).size(),
                        "requests to " + path + " after a failure at write " + write);
            }
            try (TestDevice device = new TestDevice(disk, authorities, 3)) {
                List<CertifiedKeys> week = device.provisioning.stored("p", I);
                assertEquals(TestAuthorities.CERTIFICATES, week.size());
                assertEquals(
                        List.of(),
                        disk.names("enrollment").stream()
                                .filter(name -> !name.equals("current"))
                                .toList());
                assertEquals(
                        CertificateType.IMPLICIT,
                        device.enrollment
                                .current()
                                .orElseThrow()
                                .certificate()
                                .certificate()
                                .type());
                assertEquals(List.of(system.root.certificate()), device.trust.roots());
            }
        }
    }
}
