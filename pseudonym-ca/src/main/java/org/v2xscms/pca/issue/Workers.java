package org.v2xscms.pca.issue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** A fixed number of threads for arithmetic. Whoever brings work waits for it, so it cannot pile up. */
public final class Workers implements AutoCloseable {

    /** Long enough that handing over costs nothing, short enough that all threads end together. */
    private static final int PORTION = 16;

    private final ExecutorService threads;

    /** @param count how many threads; as many as the machine has processors if 0 */
    public Workers(int count) {
        int size = count == 0 ? Runtime.getRuntime().availableProcessors() : count;
        threads = Executors.newFixedThreadPool(
                size, Thread.ofPlatform().daemon().name("issuance-", 0).factory());
    }

    /** The results in the order of the inputs; the first failure is thrown. */
    <T, R> List<R> map(List<T> inputs, Function<? super T, ? extends R> work) {
        List<Callable<List<R>>> portions = new ArrayList<>();
        for (int from = 0; from < inputs.size(); from += PORTION) {
            List<T> portion = inputs.subList(from, Math.min(inputs.size(), from + PORTION));
            portions.add(() -> {
                List<R> results = new ArrayList<>(portion.size());
                for (T input : portion) {
                    results.add(work.apply(input));
                }
                return results;
            });
        }
        try {
            List<R> results = new ArrayList<>(inputs.size());
            for (Future<List<R>> portion : threads.invokeAll(portions)) {
                results.addAll(portion.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while others worked", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException("a worker failed", e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
