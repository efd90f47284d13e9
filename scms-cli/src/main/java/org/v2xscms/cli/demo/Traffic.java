package org.v2xscms.cli.demo;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.v2xscms.application.bsm.BasicSafetyMessage;
import org.v2xscms.application.claim.Claim;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.obu.stack.Signing;
import org.v2xscms.obu.stack.Verdict;

/** Ten times a second everybody sends and everybody else listens. */
final class Traffic {

    private static final long INTERVAL_MILLIS = 100;
    private static final double JUMP_METRES = 333;

    private final List<Vehicle> vehicles;
    private final InstantSource clock;
    private final Instant start;
    private int round;

    /** When each may send again, in milliseconds after the start. */
    private final Map<Vehicle, Long> turns = new HashMap<>();

    Traffic(List<Vehicle> vehicles, InstantSource clock) {
        this.vehicles = vehicles;
        this.clock = clock;
        this.start = clock.instant();
    }

    /** What happened in some rounds. */
    static final class Tally {
        int signed;
        int withCertificate;
        int trusted;
        int refused;
        int unknown;
        /** Of the messages of the one who lies, how many were trusted. */
        int trustedLiar;
        /** Of the messages of the one who lies, how many were refused, by the check. */
        final Map<String, Integer> refusedLiar = new TreeMap<>();
        /** The time from bytes to verdict, of all messages together; what a verdict proves is not in it. */
        long nanos;

        final List<Claim> claims = new ArrayList<>();
        final List<Octets> messages = new ArrayList<>();

        int judged() {
            return trusted + refused + unknown;
        }

        double perSecond() {
            return judged() / (nanos / 1e9);
        }
    }

    /**
     * Drives on for some rounds.
     *
     * @param liar who sends positions that jump by a third of a kilometre every other message; null for nobody
     * @param lies whether it does so now
     * @param listeners who listens
     */
    Tally drive(int rounds, @Nullable Vehicle liar, boolean lies, Set<Vehicle> listeners) throws InterruptedException {
        Tally tally = new Tally();
        for (int last = round + rounds; round < last; round++) {
            for (Vehicle sender : vehicles) {
                boolean lying = sender.equals(liar);
                double offset = lying && lies && round % 2 == 1 ? JUMP_METRES : 0;
                Octets message = send(sender, offset, tally);
                for (Vehicle listener : vehicles) {
                    if (!listener.equals(sender) && listeners.contains(listener)) {
                        hear(listener, message, millis(), lying, tally);
                    }
                }
            }
        }
        return tally;
    }

    /** Waits for the sender's turn: one that sent sooner than it should would itself be reported. */
    private Octets send(Vehicle sender, double offset, Tally tally) throws InterruptedException {
        long wait = turns.getOrDefault(sender, 0L) - millis();
        if (wait > 0) {
            TimeUnit.MILLISECONDS.sleep(wait);
        }
        long now = millis();
        turns.put(sender, now + INTERVAL_MILLIS);
        Octets payload = sender.motion().message(now, round, clock.instant().toEpochMilli(), offset);
        if (!(sender.stack().sign(payload, BasicSafetyMessage.PSID) instanceof Signing.Signed message)) {
            throw new DemoFailure(sender.device().name() + " has no certificate to sign with");
        }
        tally.signed++;
        tally.withCertificate += message.withCertificate() ? 1 : 0;
        tally.messages.add(message.message());
        return message.message();
    }

    private static void hear(Vehicle listener, Octets message, long millis, boolean lying, Tally tally) {
        long before = System.nanoTime();
        Verdict verdict = listener.judge(message, millis);
        tally.nanos += System.nanoTime() - before;
        tally.claims.addAll(listener.observe(message, verdict, millis));
        switch (verdict) {
            case Verdict.Trusted _ -> {
                tally.trusted++;
                tally.trustedLiar += lying ? 1 : 0;
            }
            case Verdict.Refused no -> {
                tally.refused++;
                if (lying) {
                    tally.refusedLiar.merge(no.check().name(), 1, Integer::sum);
                }
            }
            case Verdict.UnknownSigner _ -> tally.unknown++;
        }
    }

    private long millis() {
        return clock.instant().toEpochMilli() - start.toEpochMilli();
    }
}
