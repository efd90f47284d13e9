package org.v2xscms.kernel.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.kernel.database.AuthorityDatabase;
import org.v2xscms.kernel.database.TestPostgres;
import org.v2xscms.kernel.time.SteppableClock;

class ReplayWindowTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:20:30Z");
    private static final Duration PAST = Duration.ofMinutes(10);
    private static final Duration FUTURE = Duration.ofSeconds(30);

    private final SteppableClock clock = new SteppableClock(NOW);
    private AuthorityDatabase database;

    @BeforeEach
    void open() {
        database = AuthorityDatabase.open(TestPostgres.newDatabase(), "own", List.of(), 4);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void messageIsAcceptedOnceAlsoAfterARestart() {
        assertEquals(new Freshness.Fresh(), window(10).accept(message(1), NOW));
        ReplayWindow restarted = window(10);
        assertEquals(new Freshness.Replayed(), restarted.accept(message(1), NOW));
        assertEquals(new Freshness.Fresh(), restarted.accept(message(2), NOW));
    }

    @Test
    void windowIsClosedAtBothEnds() {
        ReplayWindow window = window(10);
        assertEquals(new Freshness.Fresh(), window.accept(message(1), NOW.minus(PAST)));
        assertEquals(
                new Freshness.TooOld(),
                window.accept(message(2), NOW.minus(PAST).minusNanos(1)));
        assertEquals(new Freshness.Fresh(), window.accept(message(3), NOW.plus(FUTURE)));
        assertEquals(
                new Freshness.InFuture(),
                window.accept(message(4), NOW.plus(FUTURE).plusNanos(1)));
    }

    @Test
    void prunedMessageIsNotAcceptedWhenTheClockIsSetBack() {
        ReplayWindow window = window(10);
        window.accept(message(1), NOW);
        clock.step(Duration.ofHours(1));
        window.prune();
        clock.set(NOW);
        assertEquals(new Freshness.TooOld(), window.accept(message(1), NOW));
        assertEquals(new Freshness.TooOld(), window(10).accept(message(1), NOW));
    }

    @Test
    void pruningKeepsWhatCanStillBeReplayed() {
        ReplayWindow window = window(10);
        window.accept(message(1), NOW);
        clock.step(PAST);
        window.prune();
        assertEquals(new Freshness.Replayed(), window.accept(message(1), NOW));
    }

    @Test
    void fullWindowAsksToComeBackAndTakesMessagesAgainWhenPruned() {
        ReplayWindow window = window(2);
        window.accept(message(1), NOW);
        window.accept(message(2), NOW);
        assertEquals(new Freshness.Full(Duration.ofMinutes(1)), window.accept(message(3), NOW));
        assertEquals(new Freshness.Full(Duration.ofMinutes(1)), window(2).accept(message(3), NOW));
        clock.step(PAST.plusMinutes(2));
        window.prune();
        assertEquals(new Freshness.Fresh(), window.accept(message(3), clock.instant()));
    }

    @Test
    void messageWhoseWorkFailedMayComeAgain() {
        ReplayWindow window = window(10);
        assertThrows(
                IllegalStateException.class,
                () -> database.inTransaction("failing", connection -> {
                    assertEquals(new Freshness.Fresh(), window.accept(connection, message(1), NOW));
                    throw new IllegalStateException("the work");
                }));
        assertEquals(new Freshness.Fresh(), window.accept(message(1), NOW));
    }

    @Test
    void oneOfManyParallelCopiesIsAccepted() throws Exception {
        ReplayWindow window = window(100);
        Callable<Freshness> copy = () -> window.accept(message(1), NOW);
        List<Freshness> verdicts = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Freshness> verdict : threads.invokeAll(Collections.nCopies(20, copy))) {
                verdicts.add(verdict.get());
            }
        }
        assertEquals(1, Collections.frequency(verdicts, new Freshness.Fresh()));
        assertEquals(19, Collections.frequency(verdicts, new Freshness.Replayed()));
    }

    private ReplayWindow window(long capacity) {
        return new ReplayWindow(database, clock, PAST, FUTURE, Duration.ofMinutes(1), capacity);
    }

    private static Octets message(int number) {
        byte[] hash = new byte[32];
        hash[31] = (byte) number;
        return Octets.of(hash);
    }
}
