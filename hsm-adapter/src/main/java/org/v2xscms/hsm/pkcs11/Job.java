package org.v2xscms.hsm.pkcs11;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.v2xscms.hsm.Refusal;
import org.v2xscms.hsm.VaultResult;

/**
 * One call on its way through the pool. It is settled exactly once, by whoever comes first: the worker with the
 * answer, the watchdog, or the caller that gave up. Whoever loses that race throws its result away.
 */
final class Job<T> {

    /** What a worker does with a session. */
    @FunctionalInterface
    interface Work<T> {

        T run(WorkerSession session) throws CryptokiFault;
    }

    /** How a call may be treated. */
    enum Nature {
        /** Makes a signature; tried once more on a new session, and counted when it is handed out. */
        SIGNATURE,
        /** Leaves nothing behind when it fails, so it is tried once more on a new session. */
        REPEATABLE,
        /** Writes token objects: serialised, and never repeated after an error. */
        WRITE,
        /** Looks whether the token is there; runs in every state but unusable. */
        PROBE
    }

    /** Removes what a write may have left in the token when its caller did not get the result. */
    @FunctionalInterface
    interface Undo {

        void run(WorkerSession session) throws CryptokiFault;

        Undo NOTHING = session -> {};
    }

    private final Work<T> work;
    private final Undo undo;
    private final Nature nature;
    private final Instant deadline;
    private final CompletableFuture<VaultResult<T>> answer = new CompletableFuture<>();
    private volatile @Nullable Instant started;

    Job(Work<T> work, Undo undo, Nature nature, Instant deadline) {
        this.work = work;
        this.undo = undo;
        this.nature = nature;
        this.deadline = deadline;
    }

    Work<T> work() {
        return work;
    }

    Undo undo() {
        return undo;
    }

    Nature nature() {
        return nature;
    }

    Instant deadline() {
        return deadline;
    }

    void start(Instant now) {
        started = now;
    }

    /** When a worker took the job, null while it waits. */
    @Nullable
    Instant started() {
        return started;
    }

    boolean settled() {
        return answer.isDone();
    }

    /** True if this was the first settlement: only then does the caller see the value. */
    boolean settle(T value) {
        return answer.complete(VaultResult.done(value));
    }

    boolean refuse(Refusal refusal) {
        return answer.complete(VaultResult.refused(refusal));
    }

    CompletableFuture<VaultResult<T>> answer() {
        return answer;
    }
}
