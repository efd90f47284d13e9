package org.v2xscms.obu.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SecurityMgmtSsp;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.trustlist.Succession;
import org.v2xscms.crypto.trustlist.TrustListRule;
import org.v2xscms.obu.store.CrashingDisk;

/** A device trusts what the lists that follow from its pins give it, and nothing else, over restarts too. */
class DeviceTrustTest {

    private final TestSystem system = new TestSystem();
    private final CrashingDisk disk = new CrashingDisk();
    private final TestAuthorities authorities;
    private final TestDevice device;

    DeviceTrustTest() throws Exception {
        authorities = new TestAuthorities(system);
        device = new TestDevice(disk, authorities, 0);
    }

    @AfterEach
    void stop() {
        device.close();
        authorities.close();
    }

    @Test
    void withoutAListNothingIsTrusted() {
        assertEquals(List.of(), device.trust.roots());
        assertFalse(device.trust.isValid(system.root.certificate()));
    }

    @Test
    void acceptedListSurvivesARestart() throws Exception {
        assertEquals(
                new TrustUpdate.Accepted(1, List.of(system.root.certificate())),
                device.trust.accept(system.trustList(1)));
        assertEquals(new TrustUpdate.Unchanged(), device.trust.accept(system.trustList(1)));

        try (TestDevice restarted = new TestDevice(disk, authorities, 1)) {
            assertEquals(List.of(system.root.certificate()), restarted.trust.roots());
            assertEquals(new TrustUpdate.Unchanged(), restarted.trust.accept(system.trustList(1)));
            assertInstanceOf(TrustUpdate.Accepted.class, restarted.trust.accept(system.trustList(2)));
        }
    }

    @Test
    void refusedListChangesNothing() {
        device.trust.accept(system.trustList(2));
        for (Octets list :
                List.of(system.trustList(1), system.trustList(3, system.electors, system.electors.subList(0, 1)))) {
            assertInstanceOf(TrustUpdate.Refused.class, device.trust.accept(list));
        }
        assertInstanceOf(TrustUpdate.Unreadable.class, device.trust.accept(Octets.ofHex("0380")));
        assertInstanceOf(TrustUpdate.Unreadable.class, device.trust.acceptChain(system.trustList(3)));
        assertEquals(List.of(system.root.certificate()), device.trust.roots());
        assertEquals(List.of("list-00002"), disk.names("trust"));
    }

    @Test
    void listsThatChangedTheElectorsAreKeptToBeJudgedAgain() throws Exception {
        List<TestSystem.Holder> firstTwo = system.electors.subList(0, 2);
        List<TestSystem.Holder> lastTwo = system.electors.subList(1, 3);
        for (Octets list : List.of(
                system.trustList(1),
                system.trustList(2),
                system.trustList(3, lastTwo, firstTwo),
                system.trustList(4, lastTwo, lastTwo),
                system.trustList(5, lastTwo, lastTwo))) {
            assertInstanceOf(TrustUpdate.Accepted.class, device.trust.accept(list));
        }
        assertEquals(List.of("list-00003", "list-00005"), disk.names("trust"));

        try (TestDevice restarted = new TestDevice(disk, authorities, 1)) {
            assertEquals(
                    TrustListRule.QUORUM,
                    assertInstanceOf(
                                    TrustUpdate.Refused.class,
                                    restarted.trust.accept(system.trustList(6, firstTwo, firstTwo)))
                            .rule());
            assertInstanceOf(
                    TrustUpdate.Accepted.class, restarted.trust.accept(system.trustList(6, firstTwo, lastTwo)));
        }
    }

    @Test
    void storeIsNoPlaceToAddARootBy() {
        device.trust.accept(system.trustList(1));
        Succession others =
                Succession.pinned(TestSystem.SERIES, Set.of(TestSystem.electorId(system.electors.getLast())), 1);
        assertThrows(UncheckedIOException.class, () -> DeviceTrust.open(device.platform, others));

        Octets stored = disk.read("trust/list-00001").orElseThrow();
        disk.replace("trust/list-00001", TestIssuer.changed(stored));
        assertThrows(UncheckedIOException.class, () -> DeviceTrust.open(device.platform, system.pinned()));
        disk.replace("trust/list-00001", stored.slice(0, 100));
        assertThrows(UncheckedIOException.class, () -> DeviceTrust.open(device.platform, system.pinned()));
    }

    @Test
    void chainFileGivesTheAuthoritiesThatLeadToATrustedRoot() throws Exception {
        Octets file = system.chainFile(system.trustList(1));
        assertInstanceOf(TrustUpdate.Accepted.class, device.trust.acceptChain(file));
        assertInstanceOf(TrustUpdate.Unchanged.class, device.trust.acceptChain(file));

        try (TestDevice restarted = new TestDevice(disk, authorities, 1)) {
            for (DeviceTrust trust : List.of(device.trust, restarted.trust)) {
                assertEquals(List.of(system.eca.certificate()), trust.authorities(SecurityMgmtSsp.Eca.class));
                assertEquals(
                        List.of(system.aca.certificate(), system.plainAca.certificate()),
                        trust.authorities(SecurityMgmtSsp.Aca.class));
                assertTrue(trust.isValid(system.ra.certificate()));
                assertFalse(trust.isValid(system.strangeAca.certificate()));
            }
        }
    }

    @Test
    void chainFileWithARefusedListIsNotKept() throws Exception {
        device.trust.accept(system.trustList(2));
        assertInstanceOf(TrustUpdate.Refused.class, device.trust.acceptChain(system.chainFile(system.trustList(1))));
        assertEquals(List.of(), device.trust.authorities(SecurityMgmtSsp.Eca.class));
    }
}
