package org.v2xscms.obu.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.v2xscms.application.fixture.Road;
import org.v2xscms.application.fixture.World;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Content;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.ieee1609dot2.basetypes.CircularRegion;
import org.v2xscms.codec.ieee1609dot2.basetypes.Elevation;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashAlgorithm;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId3;
import org.v2xscms.codec.ieee1609dot2.basetypes.Latitude;
import org.v2xscms.codec.ieee1609dot2.basetypes.Longitude;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSsp;
import org.v2xscms.codec.ieee1609dot2.basetypes.ThreeDLocation;
import org.v2xscms.codec.ieee1609dot2.basetypes.TwoDLocation;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.message.MessageSignature;
import org.v2xscms.crypto.validation.Draft;
import org.v2xscms.crypto.validation.TrustStore;

/** Each verdict and each check, on messages that pass all the others. */
class VerificationTest {

    private final Fleet fleet = new Fleet();
    private final Fleet.Car receiver = fleet.car(1);
    private final Instant now = fleet.clock.instant();
    private World.Vehicle sender = fleet.world.vehicle(7);

    private Verdict verdict(Consumer<Road> change) {
        return receiver.receive(message(change));
    }

    private Octets message(Consumer<Road> change) {
        Road road = new Road(now);
        change.accept(road);
        return road.withCertificate(sender);
    }

    private static Check check(Verdict verdict) {
        return assertInstanceOf(Verdict.Refused.class, verdict).check();
    }

    private void sender(Consumer<Draft> change) {
        sender = fleet.world.vehicle(7, change);
    }

    @Test
    void goodMessageIsTrustedWithItsPayloadAndSender() {
        Verdict.Trusted trusted = assertInstanceOf(Verdict.Trusted.class, verdict(road -> {}));
        assertEquals(new Road(now).bsm(), trusted.payload());
        assertEquals(sender.certificate(), trusted.sender());
    }

    @Test
    void whatDoesNotDecodeIsRefused() {
        assertEquals(Check.DECODES, check(receiver.receive(Octets.EMPTY)));
        assertEquals(Check.DECODES, check(receiver.receive(message(road -> {}).slice(0, 100))));
        assertEquals(Check.DECODES, check(verdict(road -> road.payload = Octets.ofHex("00".repeat(8_192)))));
    }

    @Test
    void whatIsNotSignedWithACertificateIsRefused() {
        Octets unsecured = encode(new Ieee1609Dot2Content.UnsecuredData(new Road(now).bsm()));
        Octets self = encode(MessageSignature.selfSign(new Road(now).toBeSigned(), sender.signer()));
        assertEquals(Check.SIGNED, check(receiver.receive(unsecured)));
        assertEquals(Check.SIGNED, check(receiver.receive(self)));
    }

    private static Octets encode(Ieee1609Dot2Content content) {
        return Ieee1609Dot2Data.CODEC.encode(Ieee1609Dot2Data.of(content));
    }

    @Test
    void applicationThatWasNotAskedForIsRefused() {
        assertEquals(Check.APPLICATION, check(verdict(road -> road.psid = new Psid(38))));
    }

    @Test
    void messageIsFreshForThirtySecondsEitherWay() {
        assertInstanceOf(Verdict.Trusted.class, verdict(road -> road.generated = now.minusSeconds(30)));
        assertInstanceOf(Verdict.Trusted.class, verdict(road -> road.generated = now.plusSeconds(30)));
        assertEquals(Check.FRESH, check(verdict(road -> road.generated = now.minusMillis(30_001))));
        assertEquals(Check.FRESH, check(verdict(road -> road.generated = now.plusMillis(30_001))));
        assertEquals(Check.FRESH, check(verdict(road -> road.generated = null)));
    }

    @Test
    void signerMustBeValidNow() {
        sender(draft -> draft.start = Draft.START + 7_201);
        assertEquals(Check.SIGNER_VALID, check(verdict(road -> {})));
        sender(draft -> draft.version = 2);
        assertEquals(Check.SIGNER_VALID, check(verdict(road -> {})));
    }

    /** A sender that is known is asked for its validity again. */
    @Test
    void signerThatHasExpiredSinceItBecameKnownIsRefused() {
        assertInstanceOf(Verdict.Trusted.class, verdict(road -> {}));
        Instant end = World.START.plusSeconds(100 * 3_600);
        fleet.clock.set(end.minusMillis(1));
        assertInstanceOf(Verdict.Trusted.class, verdict(road -> road.generated = end.minusMillis(1)));
        fleet.clock.set(end);
        assertEquals(Check.SIGNER_VALID, check(verdict(road -> road.generated = end.minusMillis(2))));
    }

    @Test
    void hashMustBeTheOneOfTheKey() {
        SignedData good = MessageSignature.sign(
                new Road(now).toBeSigned(),
                sender.certificate(),
                new SignerIdentifier.Certificates(List.of(sender.certificate().encoded())),
                sender.signer());
        Octets other = encode(new SignedData(HashAlgorithm.SHA384, good.tbsData(), good.signer(), good.signature()));
        assertEquals(Check.HASH_OF_KEY, check(receiver.receive(other)));
    }

    @Test
    void senderMustHoldThePsid() {
        sender(draft -> draft.app = List.of(new PsidSsp(new Psid(38), null)));
        assertEquals(Check.PERMITTED, check(verdict(road -> {})));
    }

    @Test
    void messageMustBeGeneratedWhileItsCertificateWasValid() {
        sender(draft -> draft.start = Draft.START + 7_200);
        assertInstanceOf(Verdict.Trusted.class, verdict(road -> {}));
        assertEquals(Check.GENERATED_WITHIN_VALIDITY, check(verdict(road -> road.generated = now.minusMillis(1))));
    }

    @Test
    void expiredMessageIsRefused() {
        assertInstanceOf(Verdict.Trusted.class, verdict(road -> {
            road.generated = now.minusMillis(1);
            road.expiry = now;
        }));
        assertEquals(Check.NOT_EXPIRED, check(verdict(road -> {
            road.generated = now.minusMillis(2);
            road.expiry = now.minusMillis(1);
        })));
    }

    @Test
    void messageMustBeGeneratedInsideTheRegion() {
        sender(draft -> draft.region =
                new CircularRegion(new TwoDLocation(new Latitude(Road.LAT), new Longitude(Road.LON)), 1_000));
        assertInstanceOf(Verdict.Trusted.class, verdict(road -> road.location = at(Road.LAT + 85_000)));
        assertEquals(Check.GENERATED_WITHIN_REGION, check(verdict(road -> road.location = at(Road.LAT + 95_000))));
    }

    private static ThreeDLocation at(int lat) {
        return new ThreeDLocation(new Latitude(lat), new Longitude(Road.LON), new Elevation(0));
    }

    @Test
    void signatureMustFit() {
        sender = new World.Vehicle(sender.certificate(), fleet.world.vehicle(8).keys());
        assertEquals(Check.SIGNATURE, check(verdict(road -> {})));
    }

    @Test
    void messageIsTrustedOnce() {
        Octets message = message(road -> {});
        assertInstanceOf(Verdict.Trusted.class, receiver.receive(message));
        assertEquals(Check.NOT_REPLAYED, check(receiver.receive(message)));
        assertEquals(
                Check.NOT_REPLAYED,
                check(receiver.receive(new Road(now).withDigest(sender))),
                "the signer is not signed: with its digest it is the same message");
    }

    /** Two kilometres are 179,864 units of latitude. */
    @Test
    void messageFromTooFarAwayIsRefused() {
        Octets near = message(road -> road.lat = Road.LAT + 179_000);
        Octets far = message(road -> road.lat = Road.LAT + 181_000);
        assertInstanceOf(Verdict.Trusted.class, receiver.stack.verify(near, at(Road.LAT)));
        assertEquals(Check.RELEVANT, check(receiver.stack.verify(far, at(Road.LAT))));
        assertInstanceOf(
                Verdict.Trusted.class,
                receiver.stack.verify(
                        message(road -> {
                            road.generated = now.plusMillis(1);
                            road.lat = Road.LAT + 181_000;
                        }),
                        at(Latitude.UNKNOWN)));
    }

    @Test
    void digestOfAStrangerIsUnknownUntilItsCertificateComes() {
        assertEquals(
                new Verdict.UnknownSigner(id(sender.certificate())),
                receiver.receive(new Road(now).withDigest(sender)));
        assertInstanceOf(Verdict.Trusted.class, verdict(road -> {}));
        assertInstanceOf(Verdict.Trusted.class, receiver.receive(new Road(now.plusMillis(100)).withDigest(sender)));
    }

    @Test
    void certificateOfAnUnknownAuthorityAsksForTheAuthority() {
        World elsewhere = new World(pca -> pca.start++);
        Octets message = new Road(now).withCertificate(elsewhere.vehicle(1));
        assertEquals(new Verdict.UnknownSigner(id(elsewhere.pca)), receiver.receive(message));
    }

    private static HashedId3 id(HashedCertificate certificate) {
        return HashedId3.of(certificate.id().octets());
    }

    /** The signer's chain costs signatures once; after that a message costs one. */
    @Test
    void knownSenderCostsOneVerification() {
        verdict(road -> {});
        fleet.verifications.set(0);
        for (int i = 1; i <= 10; i++) {
            int n = i;
            assertInstanceOf(Verdict.Trusted.class, verdict(road -> road.generated = now.plusMillis(n)));
        }
        assertEquals(10, fleet.verifications.get());
    }

    /** A second sender of the same authority costs its certificate and its message. */
    @Test
    void knownAuthorityCostsNothing() {
        verdict(road -> {});
        fleet.verifications.set(0);
        sender = fleet.world.vehicle(8);
        assertInstanceOf(Verdict.Trusted.class, verdict(road -> {}));
        assertEquals(2, fleet.verifications.get());
    }

    @Test
    void trustTakenAwayHoldsForKnownSendersAndKeepsTheMemoryOfReplays() {
        Octets message = message(road -> {});
        receiver.receive(message);
        receiver.stack.trust(TrustStore.of(List.of(), List.of(fleet.world.pca)));
        assertInstanceOf(Verdict.UnknownSigner.class, receiver.receive(new Road(now.plusMillis(1)).withDigest(sender)));
        receiver.stack.trust(fleet.world.trust());
        assertEquals(Check.NOT_REPLAYED, check(receiver.receive(message)));
        assertInstanceOf(Verdict.Trusted.class, receiver.receive(new Road(now.plusMillis(1)).withDigest(sender)));
    }

    @Test
    void senderIsNamedOnceItIsKnown() {
        assertNull(assertInstanceOf(Verdict.Refused.class, verdict(road -> road.generated = null))
                .sender());
        World.Vehicle genuine = sender;
        sender = new World.Vehicle(sender.certificate(), fleet.world.vehicle(8).keys());
        assertEquals(
                genuine.certificate(),
                assertInstanceOf(Verdict.Refused.class, verdict(road -> {})).sender());
    }
}
