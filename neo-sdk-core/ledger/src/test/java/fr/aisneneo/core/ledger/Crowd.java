package fr.aisneneo.core.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Threads that begin together. */
final class Crowd {
    private Crowd() {}

    /** Runs something on each of many threads, and gives what each of them had. */
    static <R> List<R> together(int callers, IntFunction<Callable<R>> work) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(callers);
        try {
            CyclicBarrier start = new CyclicBarrier(callers);
            List<Future<R>> running = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                Callable<R> own = work.apply(caller);
                running.add(executor.submit(() -> {
                    start.await(60, TimeUnit.SECONDS);
                    return own.call();
                }));
            }
            List<R> results = new ArrayList<>();
            for (Future<R> future : running) {
                results.add(future.get(120, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }
}
