package fr.aisneneo.example.benchmarks.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * So many callers, each of which calls again as soon as it has its answer.
 *
 * @param callers how many, each on a thread of its own
 * @param time how long; each calls at least once, and what has begun is waited for and counts
 */
public record Load(int callers, Duration time) {
    /**
     * What came of it.
     *
     * @param calls how many calls returned
     * @param perSecond calls a second, until the last has returned and the side has settled
     * @param p99Micros what 99 of 100 calls took no longer than, in microseconds
     */
    public record Outcome(long calls, double perSecond, double p99Micros) {}

    private record Part(long calls, Latencies latencies) {}

    /**
     * Puts it on a side.
     *
     * @param side the side
     * @return what came of it
     * @throws Exception the first failure of a caller
     */
    public Outcome on(Side side) throws Exception {
        List<Caller> opened = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            for (int i = 0; i < callers; i++) {
                opened.add(side.caller());
            }
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Part>> parts = new ArrayList<>();
            for (Caller caller : opened) {
                parts.add(threads.submit(() -> callAgainAndAgain(caller, start)));
            }
            long began = System.nanoTime();
            start.countDown();
            long calls = 0;
            Latencies latencies = new Latencies();
            for (Future<Part> part : parts) {
                calls += part.get().calls();
                latencies.addAll(part.get().latencies());
            }
            side.settle();
            double seconds = (System.nanoTime() - began) / 1e9;
            return new Outcome(calls, calls / seconds, latencies.quantile(0.99) / 1e3);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            threads.shutdownNow();
            for (Caller caller : opened) {
                caller.close();
            }
        }
    }

    private Part callAgainAndAgain(Caller caller, CountDownLatch start) throws Exception {
        start.await();
        Latencies latencies = new Latencies();
        long calls = 0;
        long before = System.nanoTime();
        long end = before + time.toNanos();
        do {
            caller.call();
            calls++;
            long after = System.nanoTime();
            latencies.add(after - before);
            before = after;
        } while (before < end && !Thread.currentThread().isInterrupted());
        return new Part(calls, latencies);
    }
}
