package org.v2xscms.hsm.pkcs11;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.v2xscms.hsm.Refusal;

/** One platform thread, its session and its recovery after errors. */
final class Worker {

    private final Thread thread;
    private final BlockingQueue<Job<?>> queue;
    private final SessionOpener opener;
    private final Condition condition;
    private final PoolCounters counters;
    private final InstantSource clock;

    private volatile @Nullable Job<?> current;
    private volatile boolean stopped;
    private @Nullable WorkerSession session;
    private long generation;

    Worker(
            String name,
            BlockingQueue<Job<?>> queue,
            SessionOpener opener,
            Condition condition,
            PoolCounters counters,
            InstantSource clock) {
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
        this.queue = queue;
        this.opener = opener;
        this.condition = condition;
        this.counters = counters;
        this.clock = clock;
    }

    void start() {
        thread.start();
    }

    /** Ends the thread after the call it is in. */
    void stop() {
        stopped = true;
        thread.interrupt();
    }

    /** The call this worker is in, if any. */
    @Nullable
    Job<?> current() {
        return current;
    }

    private void run() {
        while (!stopped) {
            try {
                Job<?> job = queue.take();
                if (!job.settled()) {
                    job.start(clock.instant());
                    current = job;
                    execute(job);
                }
            } catch (InterruptedException stop) {
                // Only stop() interrupts, and the loop condition has seen it.
            } finally {
                current = null;
            }
        }
        dropSession();
    }

    private <T> void execute(Job<T> job) {
        boolean probe = job.nature() == Job.Nature.PROBE;
        Optional<Refusal> refusal = probe ? Optional.empty() : condition.refusal();
        if (refusal.isPresent()) {
            job.refuse(refusal.get());
            return;
        }
        if (probe) {
            dropSession();
        }
        Instant begun = clock.instant();
        CryptokiFault fault = attempt(job);
        if (fault != null && repeatable(job, fault)) {
            fault = attempt(job);
        }
        if (fault == null) {
            counters.served(Duration.between(begun, clock.instant()));
        } else {
            undo(job);
            job.refuse(refusal(fault));
        }
    }

    /** Runs the job once; answers the fault after which neither this session nor its handles are used again. */
    private <T> @Nullable CryptokiFault attempt(Job<T> job) {
        try {
            T value = inSession(job);
            if (job.nature() == Job.Nature.PROBE) {
                condition.reached();
            } else {
                condition.success();
            }
            deliver(job, value);
            return null;
        } catch (CryptokiFault fault) {
            return distrust(fault);
        } catch (RuntimeException | LinkageError defect) {
            return distrust(new CryptokiFault(
                    CryptokiFault.Kind.DEVICE,
                    "the PKCS#11 wrapper failed with " + defect.getClass().getName(),
                    defect));
        }
    }

    private <T> T inSession(Job<T> job) throws CryptokiFault {
        WorkerSession usable = session();
        if (job.nature() != Job.Nature.WRITE) {
            return job.work().run(usable);
        }
        opener.writes().lock();
        try {
            return job.work().run(usable);
        } finally {
            opener.writes().unlock();
        }
    }

    private <T> void deliver(Job<T> job, T value) {
        boolean signature = job.nature() == Job.Nature.SIGNATURE;
        // Counted before it is settled, so that no caller ever holds a signature that the counter does not show.
        if (signature) {
            counters.delivered.increment();
        }
        if (!job.settle(value)) {
            if (signature) {
                counters.delivered.decrement();
                counters.discarded.increment();
            }
            undo(job);
        }
    }

    private CryptokiFault distrust(CryptokiFault fault) {
        counters.faults.increment();
        switch (fault.kind()) {
            case BAD_SIGNATURE -> {
                counters.rejected.increment();
                opener.distrustAll();
            }
            case TOKEN_GONE -> opener.distrustAll();
            case SESSION, PIN, LIBRARY, FULL, INVALID_INPUT, KEY_MISSING, DEVICE -> {
                // This worker's session alone is in doubt.
            }
        }
        dropSession();
        condition.fault(fault);
        return fault;
    }

    private void undo(Job<?> job) {
        if (job.nature() == Job.Nature.WRITE && condition.refusal().isEmpty()) {
            try {
                job.undo().run(session());
            } catch (CryptokiFault stillFailing) {
                distrust(stillFailing);
            }
        }
    }

    private WorkerSession session() throws CryptokiFault {
        long newest = opener.generation();
        if (session != null && generation != newest) {
            dropSession();
        }
        WorkerSession open = session;
        if (open == null) {
            open = opener.open();
            session = open;
            generation = newest;
        }
        return open;
    }

    private void dropSession() {
        WorkerSession old = session;
        session = null;
        if (old != null) {
            old.close();
        }
    }

    private boolean repeatable(Job<?> job, CryptokiFault fault) {
        boolean callMayRepeat = switch (job.nature()) {
            case SIGNATURE, REPEATABLE -> !job.settled();
            case WRITE, PROBE -> false;
        };
        boolean newSessionMayHeal = switch (fault.kind()) {
            case SESSION, BAD_SIGNATURE, DEVICE -> true;
            case TOKEN_GONE, PIN, LIBRARY, FULL, INVALID_INPUT, KEY_MISSING -> false;
        };
        return callMayRepeat && newSessionMayHeal;
    }

    private Refusal refusal(CryptokiFault fault) {
        return switch (fault.kind()) {
            case PIN, LIBRARY -> new Refusal.PermanentlyUnusable(fault.reason());
            case FULL -> new Refusal.TokenFull(fault.reason());
            case INVALID_INPUT -> new Refusal.InvalidInput(fault.reason());
            case KEY_MISSING -> new Refusal.KeyMissing(fault.reason());
            case SESSION, TOKEN_GONE, BAD_SIGNATURE, DEVICE ->
                new Refusal.TemporarilyUnavailable(Refusal.Cause.FAULT, condition.untilNextProbe(), fault.reason());
        };
    }
}
