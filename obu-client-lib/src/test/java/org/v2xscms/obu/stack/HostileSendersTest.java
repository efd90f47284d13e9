package org.v2xscms.obu.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.v2xscms.application.fixture.Road;
import org.v2xscms.application.fixture.World;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId3;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.linkage.LinkageRules;

/** What strangers can make a receiver remember or do. */
class HostileSendersTest {

    private static final StackSettings SMALL = new StackSettings(
            List.of(ApplicationProfile.BSM),
            Duration.ofMillis(450),
            Duration.ofMinutes(5),
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            4,
            8,
            8_192,
            LinkageRules.CAMP);

    private final Fleet fleet = new Fleet();
    private final Instant now = fleet.clock.instant();
    private final Fleet.Car receiver = fleet.car(1, SMALL);

    @Test
    void forgedMessagesDisplaceNobody() {
        World.Vehicle honest = fleet.world.vehicle(7);
        receiver.receive(new Road(now).withCertificate(honest));
        for (int i = 0; i < 20; i++) {
            World.Vehicle forger = new World.Vehicle(
                    fleet.world.vehicle(100 + i).certificate(),
                    fleet.world.vehicle(99).keys());
            assertInstanceOf(Verdict.Refused.class, receiver.receive(new Road(now).withCertificate(forger)));
        }
        assertInstanceOf(Verdict.Trusted.class, receiver.receive(new Road(now.plusMillis(100)).withDigest(honest)));
    }

    @Test
    void genuineSendersDisplaceTheOneHeardLeastRecently() {
        List<World.Vehicle> senders = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            senders.add(fleet.world.vehicle(10 + i));
        }
        for (int i = 0; i < 4; i++) {
            receiver.receive(new Road(now).withCertificate(senders.get(i)));
        }
        receiver.receive(new Road(now.plusMillis(1)).withDigest(senders.get(0)));
        receiver.receive(new Road(now).withCertificate(senders.get(4)));
        assertInstanceOf(
                Verdict.Trusted.class, receiver.receive(new Road(now.plusMillis(2)).withDigest(senders.get(0))));
        assertInstanceOf(
                Verdict.UnknownSigner.class, receiver.receive(new Road(now.plusMillis(2)).withDigest(senders.get(1))));
    }

    /** What had to be forgotten is too old from then on, and only for the sender that sent so much. */
    @Test
    void floodOfOneSenderOpensNoWayForReplays() {
        World.Vehicle loud = fleet.world.vehicle(7);
        Octets first = new Road(now).withCertificate(loud);
        receiver.receive(first);
        for (int i = 1; i <= 20; i++) {
            assertInstanceOf(Verdict.Trusted.class, receiver.receive(new Road(now.plusMillis(i)).withDigest(loud)));
        }
        assertEquals(
                Check.NOT_REPLAYED,
                assertInstanceOf(Verdict.Refused.class, receiver.receive(first)).check());
        assertInstanceOf(
                Verdict.Trusted.class, receiver.receive(new Road(now).withCertificate(fleet.world.vehicle(8))));
    }

    /** Whatever the threads, a message is trusted once, the first of its sender, too. */
    @Test
    void messageReceivedByManyThreadsAtOnceIsTrustedOnce() throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int n = 0; n < 20; n++) {
                Octets message = new Road(now).withCertificate(fleet.world.vehicle(200 + n));
                List<Callable<Verdict>> receptions = Collections.nCopies(4, () -> receiver.receive(message));
                int trusted = 0;
                for (Future<Verdict> verdict : threads.invokeAll(receptions)) {
                    trusted += verdict.get() instanceof Verdict.Trusted ? 1 : 0;
                }
                assertEquals(1, trusted);
            }
        }
    }

    @Test
    void replayMemoryIsBoundedAndNeverForgetsWrongly() {
        ReplayMemory memory = new ReplayMemory(10);
        Random random = new Random(3);
        List<Octets> accepted = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            Octets hash = HashFunction.SHA256
                    .digest(Octets.of((byte) i, (byte) (i >> 8)))
                    .value();
            if (memory.isFirstSight(hash, new Time64(1 + random.nextInt(100_000)))) {
                accepted.add(hash);
            }
        }
        assertTrue(accepted.size() > 10, () -> accepted.size() + " accepted");
        Octets last = accepted.getLast();
        assertFalse(memory.isFirstSight(last, new Time64(Long.MAX_VALUE)));
    }

    @Test
    void requestsAreBoundedInNumberAndInTime() {
        Learning learning = new Learning(Duration.ofSeconds(1));
        for (int i = 0; i < 1_000; i++) {
            learning.miss(HashedId3.of(Octets.ofHex(String.format(Locale.ROOT, "%06x", i))), now);
        }
        int requests = 0;
        while (learning.request(now).isPresent()) {
            requests++;
        }
        assertEquals(16, requests);
        assertTrue(learning.request(now.plusSeconds(1)).isPresent());
        assertFalse(learning.request(now.plusSeconds(11)).isPresent());
    }

    /** What changes nothing that is signed, as unused bits of a preamble or the form of r, may pass; nothing else may. */
    @Test
    void mutatedMessagesGetAVerdict() {
        Road road = new Road(now);
        byte[] message = road.withCertificate(fleet.world.vehicle(7)).toByteArray();
        Random random = new Random(5);
        int refused = 0;
        for (int n = 0; n < 2_000; n++) {
            byte[] changed = message.clone();
            for (int k = random.nextInt(3); k >= 0; k--) {
                changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            }
            if (receiver.receive(Octets.of(changed)) instanceof Verdict.Trusted trusted) {
                assertEquals(road.bsm(), trusted.payload());
            } else {
                refused++;
            }
        }
        assertTrue(refused > 1_900, refused + " mutations were refused");
    }
}
