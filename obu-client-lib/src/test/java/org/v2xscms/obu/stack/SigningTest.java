package org.v2xscms.obu.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.v2xscms.application.fixture.World;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSsp;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.obu.CertifiedKeys;

/** Which certificate, and when in full. */
class SigningTest {

    private static final Psid BSM = new Psid(32);
    private static final Duration INTERVAL = Duration.ofMillis(450);

    private final Fleet fleet = new Fleet();
    private final Fleet.Car car = fleet.car(1);

    /** Whatever the rate, no receiver waits longer than the interval, or than one message where messages are rarer. */
    @ParameterizedTest
    @ValueSource(ints = {20, 90, 100, 150, 225, 226, 449, 450, 451, 1000})
    void certificateIsSentAtLeastOnceInTheInterval(int stepMillis) {
        Instant last = fleet.clock.instant();
        assertTrue(car.send().withCertificate());
        int digests = 0;
        for (int i = 0; i < 50; i++) {
            fleet.clock.step(Duration.ofMillis(stepMillis));
            if (car.send().withCertificate()) {
                Duration waited = Duration.between(last, fleet.clock.instant());
                assertTrue(waited.compareTo(INTERVAL) <= 0 || waited.toMillis() == stepMillis, waited::toString);
                last = fleet.clock.instant();
            } else {
                digests++;
            }
        }
        assertEquals(stepMillis <= 225, digests > 0);
    }

    /** Ten times a second: one certificate in four messages. */
    @Test
    void digestIsSentWhereItWillDo() {
        List<Boolean> sent = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            sent.add(car.send().withCertificate());
            fleet.clock.step(Duration.ofMillis(100));
        }
        assertEquals(List.of(true, false, false, false, true, false, false, false, true), sent);
    }

    @Test
    void pseudonymIsUsedForFiveMinutesAndThenAnother() {
        CertifiedKeys first = car.send().by();
        fleet.clock.step(Duration.ofMinutes(5).minusMillis(1));
        assertEquals(first, car.send().by());
        fleet.clock.step(Duration.ofMillis(1));
        Signing.Signed next = car.send();
        assertNotEquals(first, next.by());
        assertTrue(next.withCertificate(), "nobody knows the new pseudonym");
    }

    @Test
    void everyPseudonymOfTheWeekComesUpInNoFixedOrder() {
        Set<List<Integer>> orders = new HashSet<>();
        for (int number = 1; number <= 8; number++) {
            Fleet.Car other = fleet.car(number);
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                order.add(other.send().by().j());
                fleet.clock.step(Duration.ofMinutes(5));
            }
            assertEquals(Set.of(0, 1, 2), new HashSet<>(order));
            orders.add(order);
        }
        assertTrue(orders.size() > 4, orders::toString);
    }

    @Test
    void nextWeekBeginsWithTheNextRotationInsideTheOverlap() {
        car.stack.use(both());
        fleet.clock.set(World.START.plusSeconds(Fleet.WEEK - 60));
        assertEquals(Fleet.FIRST_WEEK, car.send().by().i());
        fleet.clock.step(Duration.ofMinutes(4));
        assertEquals(Fleet.FIRST_WEEK, car.send().by().i());
        fleet.clock.step(Duration.ofMinutes(1));
        assertEquals(Fleet.FIRST_WEEK + 1, car.send().by().i());
    }

    @Test
    void oldWeekServesInTheOverlapWhileThereIsNoOther() {
        fleet.clock.set(World.START.plusSeconds(Fleet.WEEK + 3_599));
        assertEquals(Fleet.FIRST_WEEK, car.send().by().i());
        fleet.clock.step(Duration.ofSeconds(1));
        assertInstanceOf(Signing.NoCertificate.class, car.stack.sign(car.bsm(), BSM));
        car.stack.use(both());
        assertEquals(Fleet.FIRST_WEEK + 1, car.send().by().i());
    }

    private List<CertifiedKeys> both() {
        List<CertifiedKeys> both = new ArrayList<>(car.week(Fleet.FIRST_WEEK));
        both.addAll(car.week(Fleet.FIRST_WEEK + 1));
        return both;
    }

    @Test
    void certificateTakenAwayIsNotUsed() {
        CertifiedKeys used = car.send().by();
        car.stack.use(car.week(Fleet.FIRST_WEEK).stream()
                .filter(keys -> keys.j() != used.j())
                .toList());
        assertNotEquals(used.j(), car.send().by().j());
        car.stack.use(List.of());
        assertInstanceOf(Signing.NoCertificate.class, car.stack.sign(car.bsm(), BSM));
    }

    @Test
    void applicationThatNoCertificatePermitsIsNotSigned() {
        assertInstanceOf(Signing.NoCertificate.class, car.stack.sign(Octets.ofHex("00"), new Psid(131)));
        assertInstanceOf(Signing.Signed.class, car.stack.sign(Octets.ofHex("00"), new Psid(38)));
    }

    /** Two pseudonyms in use at once would be two names of one car. */
    @Test
    void applicationsChangeThePseudonymTogether() {
        for (int i = 0; i < 5; i++) {
            CertifiedKeys bsm = car.send().by();
            assertEquals(bsm, car.stack.current(new Psid(38)).orElseThrow());
            fleet.clock.step(Duration.ofMinutes(2));
        }
    }

    /** A certificate for another application alone is not drawn for messages, and asking for it changes nothing. */
    @Test
    void certificateOfOneApplicationStandsBesideThePseudonyms() {
        World.Vehicle other = fleet.world.vehicle(50, draft -> draft.app = List.of(new PsidSsp(new Psid(131), null)));
        List<CertifiedKeys> all = new ArrayList<>(car.week(Fleet.FIRST_WEEK));
        all.add(new CertifiedKeys(other.certificate(), other.keys(), 0, 0));
        car.stack.use(all);
        CertifiedKeys bsm = car.send().by();
        assertEquals(
                other.certificate(),
                car.stack.current(new Psid(131)).orElseThrow().certificate());
        assertEquals(bsm, car.send().by());
    }

    @Test
    void clockSetBackDrawsAnotherPseudonymAndSendsIt() {
        car.send();
        fleet.clock.step(Duration.ofMinutes(-10));
        assertTrue(car.send().withCertificate());
        fleet.clock.step(Duration.ofMillis(100));
        assertFalse(car.send().withCertificate());
    }

    @Test
    void revokedCarStopsSigning() {
        car.send();
        assertInstanceOf(
                CrlVerdict.Accepted.class,
                car.stack.accept(fleet.secured(fleet.revocationOf(car, Fleet.FIRST_WEEK, fleet.clock.instant()))));
        assertInstanceOf(Signing.NoCertificate.class, car.stack.sign(car.bsm(), BSM));
    }
}
