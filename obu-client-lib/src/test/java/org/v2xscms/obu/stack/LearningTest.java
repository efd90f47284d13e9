package org.v2xscms.obu.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.v2xscms.application.fixture.Road;
import org.v2xscms.codec.ieee1609dot2.HeaderInfo;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId3;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.validation.TrustStore;

/** Certificates that receivers miss, ask for and get. */
class LearningTest {

    private static final Duration STEP = Duration.ofMillis(100);

    private final Fleet fleet = new Fleet();
    private final Fleet.Car near = fleet.car(1);
    private final Fleet.Car arriving = fleet.car(2);

    private static HeaderInfo header(Signing.Signed message) throws DecodeException {
        return assertInstanceOf(
                        SignedData.class,
                        Ieee1609Dot2Data.CODEC
                                .decode(message.message(), Reading.STRICT)
                                .value()
                                .content())
                .tbsData()
                .value()
                .headerInfo();
    }

    private static HashedId3 id(HashedCertificate certificate) {
        return HashedId3.of(certificate.id().octets());
    }

    @Test
    void missedCertificateIsAskedForAndSent() throws DecodeException {
        near.receive(arriving.send().message());
        near.send();
        fleet.clock.step(STEP);
        Signing.Signed digest = near.send();
        assertFalse(digest.withCertificate());
        assertEquals(new Verdict.UnknownSigner(id(digest.by().certificate())), arriving.receive(digest.message()));

        Signing.Signed request = arriving.send();
        assertEquals(id(digest.by().certificate()), header(request).p2pcdLearningRequest());
        assertInstanceOf(Verdict.Trusted.class, near.receive(request.message()));

        fleet.clock.step(STEP);
        Signing.Signed answer = near.send();
        assertTrue(answer.withCertificate(), "asked for, 200 ms after the last");
        assertInstanceOf(Verdict.Trusted.class, arriving.receive(answer.message()));
        fleet.clock.step(Duration.ofSeconds(2));
        assertNull(header(arriving.send()).p2pcdLearningRequest(), "it has come");
    }

    @Test
    void sameCertificateIsAskedForOnceASecond() throws DecodeException {
        Octets digest = new Road(fleet.clock.instant()).withDigest(fleet.world.vehicle(7));
        arriving.receive(digest);
        assertNotNull(header(arriving.send()).p2pcdLearningRequest());
        arriving.receive(digest);
        fleet.clock.step(Duration.ofMillis(999));
        assertNull(header(arriving.send()).p2pcdLearningRequest());
        fleet.clock.step(Duration.ofMillis(1));
        assertNotNull(header(arriving.send()).p2pcdLearningRequest());
    }

    /** Requests at every message do not make every message long. */
    @Test
    void certificateIsNotSentMoreOftenThanTheGapAllows() {
        Signing.Signed first = near.send();
        for (int i = 0; i < 9; i++) {
            fleet.clock.step(Duration.ofMillis(10));
            ask(id(first.by().certificate()));
            assertFalse(near.send().withCertificate());
        }
        fleet.clock.step(Duration.ofMillis(10));
        assertTrue(near.send().withCertificate());
    }

    private void ask(HashedId3 id) {
        Road road = new Road(fleet.clock.instant());
        road.learningRequest = id;
        assertInstanceOf(Verdict.Trusted.class, near.receive(road.withCertificate(fleet.world.vehicle(7))));
    }

    @Test
    void requestForTheCertificateOfAnotherIsNoneForOurs() {
        near.send();
        fleet.clock.step(STEP);
        ask(id(fleet.world.vehicle(8).certificate()));
        assertFalse(near.send().withCertificate());
    }

    @Test
    void untrustedSenderIsNotAnswered() {
        Signing.Signed first = near.send();
        fleet.clock.step(STEP);
        Road road = new Road(fleet.clock.instant());
        road.learningRequest = id(first.by().certificate());
        near.receive(road.withDigest(fleet.world.vehicle(7)));
        assertFalse(near.send().withCertificate());
    }

    @Test
    void authorityThatIsMissedIsLearnedFromWhoHasIt() throws DecodeException {
        arriving.stack.trust(TrustStore.of(List.of(fleet.world.root), List.of()));
        Signing.Signed first = near.send();
        assertEquals(new Verdict.UnknownSigner(id(fleet.world.pca)), arriving.receive(first.message()));
        Signing.Signed request = arriving.send();
        assertEquals(id(fleet.world.pca), header(request).p2pcdLearningRequest());
        assertInstanceOf(Verdict.Trusted.class, near.receive(request.message()));

        fleet.clock.step(STEP);
        Signing.Signed answer = near.send();
        assertEquals(fleet.world.pca.encoded(), header(answer).requestedCertificate());
        fleet.clock.step(STEP);
        assertNull(header(near.send()).requestedCertificate(), "sent once");
        fleet.clock.step(STEP);
        near.receive(request.message());
        assertNull(header(near.send()).requestedCertificate(), "and not again within a second");
    }

    /** Another that answers first saves us the answer. */
    @Test
    void answerOfAnotherIsEnough() throws DecodeException {
        arriving.stack.trust(TrustStore.of(List.of(fleet.world.root), List.of()));
        Fleet.Car third = fleet.car(3);
        Octets first = near.send().message();
        arriving.receive(first);
        third.receive(first);
        Signing.Signed request = arriving.send();
        near.receive(request.message());
        third.receive(request.message());
        fleet.clock.step(STEP);
        third.receive(near.send().message());
        assertNull(header(third.send()).requestedCertificate());
    }

    @Test
    void authorityBelowNoAnchorIsNotLearned() {
        Learning learning = new Learning(Duration.ofSeconds(1));
        learning.miss(id(fleet.world.pca), fleet.clock.instant());
        assertTrue(learning.isWanted(id(fleet.world.pca)));
        assertEquals(List.of(), learning.learned());
    }
}
