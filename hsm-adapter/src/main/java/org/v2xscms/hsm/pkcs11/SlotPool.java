package org.v2xscms.hsm.pkcs11;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.v2xscms.hsm.Capabilities;
import org.v2xscms.hsm.Refusal;
import org.v2xscms.hsm.VaultHealth;
import org.v2xscms.hsm.VaultListener;
import org.v2xscms.hsm.VaultResult;
import org.v2xscms.hsm.VaultState;

/**
 * The bounded way into one slot.
 *
 * <p>A fixed number of platform threads own one session each and take calls from a bounded queue; callers, virtual
 * threads above all, wait for a bounded time and never enter the library themselves. So a slow token costs its callers
 * a typed refusal and not memory, and a library that hangs costs some of these threads and nobody else's.
 *
 * <p>{@link #sweep} is the watchdog's turn: it starts probes, expires calls and detects a hang. Nothing here needs it
 * to run at an exact time.
 */
final class SlotPool implements AutoCloseable {

    private final PoolLimits limits;
    private final InstantSource clock;
    private final String token;
    private final Condition condition;
    private final PoolCounters counters = new PoolCounters();
    private final BlockingQueue<Job<?>> queue;
    private final List<Worker> workers = new ArrayList<>();
    private final AtomicReference<@Nullable Capabilities> capabilities = new AtomicReference<>();

    SlotPool(String token, CryptokiSlot slot, PoolLimits limits, InstantSource clock, VaultListener listener) {
        this.token = token;
        this.limits = limits;
        this.clock = clock;
        this.condition = new Condition(token, limits, clock, listener);
        this.queue = new ArrayBlockingQueue<>(limits.queue());
        SessionOpener opener = new SessionOpener(slot, counters);
        for (int i = 1; i <= limits.threads(); i++) {
            workers.add(new Worker("hsm-" + token + "-" + i, queue, opener, condition, counters, clock));
        }
    }

    /** Starts the threads and returns; the first probe runs on one of them. */
    void start() {
        workers.forEach(Worker::start);
        sweep();
    }

    <T> VaultResult<T> call(Job.Nature nature, Job.Work<T> work) {
        return call(nature, work, Job.Undo.NOTHING);
    }

    /** Queues the work and waits for its answer, {@link PoolLimits#longestWait} at the most. */
    <T> VaultResult<T> call(Job.Nature nature, Job.Work<T> work, Job.Undo undo) {
        Optional<Refusal> refusal = condition.refusal();
        if (refusal.isPresent()) {
            return VaultResult.refused(refusal.get());
        }
        Job<T> job = new Job<>(work, undo, nature, clock.instant().plus(limits.longestWait()));
        if (!queue.offer(job)) {
            counters.busy.increment();
            return VaultResult.refused(busy("its queue is full"));
        }
        return await(job);
    }

    /** Known once the token has been reached for the first time. */
    VaultResult<Capabilities> capabilities() {
        Capabilities known = capabilities.get();
        if (known != null) {
            return VaultResult.done(known);
        }
        return VaultResult.refused(condition
                .refusal()
                .orElseGet(() -> new Refusal.TemporarilyUnavailable(
                        Refusal.Cause.PROBING, limits.shortestRetry(), "token " + token + ": not probed yet")));
    }

    VaultHealth health() {
        Condition.View view = condition.view();
        return new VaultHealth(token, view.state(), view.reason(), view.since(), counters.snapshot(queue.size()));
    }

    /** Starts a probe if one is due, gives up on calls that are late and on a library that hangs. */
    void sweep() {
        if (condition.takeProbe()) {
            probe();
        }
        Instant now = clock.instant();
        List<Job<?>> running = new ArrayList<>();
        for (Worker worker : workers) {
            Job<?> job = worker.current();
            if (job != null) {
                running.add(job);
            }
        }
        running.forEach(job -> detectHang(job, now));
        if (condition.view().state() == VaultState.UNUSABLE) {
            running.forEach(this::refuseUnusable);
            queue.removeIf(this::refuseUnusable);
        } else {
            running.forEach(job -> expire(job, now));
            queue.removeIf(job -> expire(job, now));
        }
    }

    /** Stops the threads. One that hangs in the library is left behind as a daemon. */
    @Override
    public void close() {
        workers.forEach(Worker::stop);
        Refusal closed = new Refusal.PermanentlyUnusable("token " + token + ": closed");
        queue.removeIf(job -> {
            job.refuse(closed);
            return true;
        });
    }

    private void probe() {
        Job<Capabilities> job = new Job<>(
                session -> {
                    Capabilities known = capabilities.get();
                    Capabilities now = known != null ? known : session.calls().capabilities();
                    capabilities.set(now);
                    return now;
                },
                Job.Undo.NOTHING,
                Job.Nature.PROBE,
                Instant.MAX);
        if (!queue.offer(job)) {
            counters.busy.increment();
        }
    }

    private <T> VaultResult<T> await(Job<T> job) {
        try {
            return job.answer().get(limits.longestWait().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            refuseLate(job);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            job.refuse(new Refusal.TemporarilyUnavailable(
                    Refusal.Cause.INTERRUPTED, limits.shortestRetry(), "the waiting thread was interrupted"));
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("jobs are settled with values only", impossible);
        }
        return job.answer().join();
    }

    private void detectHang(Job<?> job, Instant now) {
        Instant started = job.started();
        if (started != null) {
            Duration running = Duration.between(started, now);
            if (running.compareTo(limits.hang()) >= 0) {
                condition.hang(running);
            }
        }
    }

    private boolean refuseUnusable(Job<?> job) {
        condition.refusal().ifPresent(job::refuse);
        return true;
    }

    private boolean expire(Job<?> job, Instant now) {
        if (now.isBefore(job.deadline())) {
            return false;
        }
        refuseLate(job);
        return true;
    }

    private void refuseLate(Job<?> job) {
        job.refuse(
                job.started() == null
                        ? busy("no turn came in " + limits.longestWait().toMillis() + " ms")
                        : new Refusal.TemporarilyUnavailable(
                                Refusal.Cause.LATE,
                                retryAfter(),
                                "token " + token + ": no answer in "
                                        + limits.longestWait().toMillis() + " ms"));
    }

    private Refusal busy(String why) {
        return new Refusal.TemporarilyUnavailable(Refusal.Cause.BUSY, retryAfter(), "token " + token + ": " + why);
    }

    /** About as long as the calls that wait now will take. */
    private Duration retryAfter() {
        Duration backlog =
                counters.averageService().multipliedBy(queue.size() + 1L).dividedBy(limits.threads());
        return backlog.compareTo(limits.shortestRetry()) > 0 ? backlog : limits.shortestRetry();
    }
}
