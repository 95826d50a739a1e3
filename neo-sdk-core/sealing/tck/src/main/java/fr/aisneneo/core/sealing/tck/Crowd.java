package fr.aisneneo.core.sealing.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Many threads that start together. */
final class Crowd {
    /** Nothing takes that long where nothing is wrong. */
    private static final long PATIENCE_SECONDS = 60;

    private Crowd() {}

    /** What each thread does. */
    interface Work<R> {
        R run(int thread) throws Exception;
    }

    /** Runs all to their end, in the order of the threads, and fails with what the first of them threw. */
    static <R> List<R> run(int threads, Work<R> work) {
        ExecutorService executor = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "tck-crowd");
            thread.setDaemon(true);
            return thread;
        });
        CountDownLatch ready = new CountDownLatch(threads);
        List<Future<R>> started = new ArrayList<>();
        try {
            for (int thread = 0; thread < threads; thread++) {
                int number = thread;
                started.add(executor.submit(() -> {
                    ready.countDown();
                    if (!ready.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                        throw new AssertionError("The threads did not start");
                    }
                    return work.run(number);
                }));
            }
            return started.stream().map(Crowd::result).toList();
        } finally {
            executor.shutdownNow();
        }
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AssertionError failed) {
                throw failed;
            }
            throw new AssertionError("A thread failed", e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("A thread does not come to its end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for a thread", e);
        }
    }
}
