package org.v2xscms.obu.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.v2xscms.application.fixture.Road;
import org.v2xscms.application.fixture.World;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId10;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2.crl.CrlContents;
import org.v2xscms.codec.ieee1609dot2.crl.HashBasedRevocationInfo;
import org.v2xscms.codec.ieee1609dot2.crl.SequenceOfHashBasedRevocationInfo;
import org.v2xscms.codec.ieee1609dot2.crl.ToBeSignedHashIdCrl;
import org.v2xscms.codec.ieee1609dot2.crl.TypeSpecificCrlContents;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Octets;

class RevocationTest {

    private final Fleet fleet = new Fleet();
    private final Fleet.Car suspect = fleet.car(1);
    private final Fleet.Car other = fleet.car(2);

    private CrlVerdict accept(Octets crl) {
        return other.stack.accept(crl);
    }

    private String refusal(Octets crl) {
        return assertInstanceOf(CrlVerdict.Refused.class, accept(crl)).reason();
    }

    private void assertRevoked(Octets message) {
        assertEquals(
                Check.SIGNER_NOT_REVOKED,
                assertInstanceOf(Verdict.Refused.class, other.receive(message)).check());
    }

    @Test
    void revokedCarIsRefusedUnderEveryLaterPseudonymAndUnderNoEarlierOne() {
        int revoked = Fleet.FIRST_WEEK + 1;
        fleet.clock.set(World.START.plusSeconds(Fleet.WEEK + 60));
        assertInstanceOf(
                CrlVerdict.Accepted.class,
                accept(fleet.secured(fleet.revocationOf(suspect, revoked, fleet.clock.instant()))));
        for (int week = Fleet.FIRST_WEEK; week <= Fleet.FIRST_WEEK + 3; week++) {
            fleet.clock.set(World.START.plusSeconds((week - Fleet.FIRST_WEEK) * Fleet.WEEK + 60));
            for (int j = 0; j < Fleet.PER_WEEK; j++) {
                suspect.stack.use(List.of(suspect.week(week).get(j)));
                Octets message = suspect.send().message();
                if (week < revoked) {
                    assertInstanceOf(Verdict.Trusted.class, other.receive(message));
                } else {
                    assertRevoked(message);
                }
                fleet.clock.step(Duration.ofMillis(1));
            }
        }
    }

    @Test
    void senderKnownBeforeIsRefusedFromTheCrlOn() {
        assertInstanceOf(Verdict.Trusted.class, other.receive(suspect.send().message()));
        accept(fleet.secured(fleet.revocationOf(suspect, Fleet.FIRST_WEEK, fleet.clock.instant())));
        fleet.clock.step(Duration.ofMillis(100));
        Signing.Signed digest = suspect.send();
        assertFalse(digest.withCertificate());
        assertRevoked(digest.message());
        Fleet.Car honest = fleet.car(3);
        assertInstanceOf(Verdict.Trusted.class, other.receive(honest.send().message()));
    }

    @Test
    void certificateIsRevokedByItsHash() {
        Octets message = suspect.send().message();
        var sender =
                assertInstanceOf(Verdict.Trusted.class, other.receive(message)).sender();
        HashBasedRevocationInfo entry = new HashBasedRevocationInfo(
                HashedId10.of(sender.hash().value()), new Time32(900_000_000), Additions.NONE);
        CrlContents crl = fleet.contents(
                1,
                fleet.clock.instant(),
                new TypeSpecificCrlContents.FullHashCrl(new ToBeSignedHashIdCrl(
                        1,
                        new SequenceOfHashBasedRevocationInfo(
                                List.of(entry), SequenceOfHashBasedRevocationInfo.Edition.OF_2022),
                        Additions.NONE)));
        assertInstanceOf(CrlVerdict.Accepted.class, accept(fleet.secured(crl)));
        fleet.clock.step(Duration.ofMillis(100));
        assertRevoked(suspect.send().message());
    }

    @Test
    void olderCrlDoesNotUndoANewerOne() {
        Instant now = fleet.clock.instant();
        Octets newer = fleet.secured(fleet.revocationOf(suspect, Fleet.FIRST_WEEK, now));
        Octets older = fleet.secured(fleet.revocationOf(other, Fleet.FIRST_WEEK, now.minusSeconds(1)));
        assertInstanceOf(CrlVerdict.Accepted.class, accept(newer));
        assertInstanceOf(CrlVerdict.NotNewer.class, accept(newer));
        assertInstanceOf(CrlVerdict.NotNewer.class, accept(older));
        assertRevoked(suspect.send().message());
    }

    @Test
    void overdueCrlStaysInForce() {
        accept(fleet.secured(fleet.revocationOf(
                suspect, Fleet.FIRST_WEEK, fleet.clock.instant().minusSeconds(2 * Fleet.WEEK))));
        assertRevoked(suspect.send().message());
    }

    @Test
    void crlThatNobodyMaySignIsRefused() {
        CrlContents crl = fleet.revocationOf(suspect, Fleet.FIRST_WEEK, fleet.clock.instant());
        assertTrue(refusal(fleet.securedByStranger(crl)).contains("may not sign CRLs of series 1"));
        assertTrue(refusal(fleet.secured(crl, fleet.world.vehicle(9))).startsWith("PERMISSION"));
        byte[] changed = fleet.secured(crl).toByteArray();
        changed[changed.length - 1] ^= 1;
        assertTrue(refusal(Octets.of(changed)).startsWith("SIGNATURE"));
        Road otherApplication = new Road(fleet.clock.instant());
        otherApplication.payload = CrlContents.CODEC.encode(crl);
        assertEquals("not signed as a CRL", refusal(otherApplication.withCertificate(fleet.world.vehicle(9))));
        assertTrue(refusal(Octets.ofHex("0380")).startsWith("offset"));
        assertInstanceOf(Verdict.Trusted.class, other.receive(suspect.send().message()));
    }

    @Test
    void crlOfTheFutureAndDeltaCrlAreRefused() {
        CrlContents early = fleet.revocationOf(
                suspect, Fleet.FIRST_WEEK, fleet.clock.instant().plusSeconds(1));
        assertTrue(refusal(fleet.secured(early)).contains("in the future"));
        CrlContents delta = fleet.contents(
                1,
                fleet.clock.instant(),
                new TypeSpecificCrlContents.DeltaHashCrl(new ToBeSignedHashIdCrl(
                        1,
                        new SequenceOfHashBasedRevocationInfo(
                                List.of(), SequenceOfHashBasedRevocationInfo.Edition.OF_2022),
                        Additions.NONE)));
        assertTrue(refusal(fleet.secured(delta)).contains("not a full list"));
    }
}
