package fr.aisneneo.core.tck.process;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Callers that begin at the same instant, each on a thread of its own, so that they meet in what they call.
 *
 * <pre>{@code
 * List<Status> answers = Crowd.together(6, caller -> () -> ledger.pay(requests.get(caller)));
 * }</pre>
 *
 * <p>Thread-safe; each crowd has its own threads, which end with it.
 */
public final class Crowd {
    /** How long one caller may take. */
    public static final long PATIENCE_SECONDS = 120;

    private Crowd() {}

    /**
     * Runs something on each of many threads.
     *
     * @param callers how many
     * @param work what each does, by its number from 0; made before any of them begins
     * @param <R> what each gives
     * @return what they gave, in the order of their numbers
     * @throws AssertionError if a caller takes longer than {@value #PATIENCE_SECONDS} seconds or throws a checked
     *     exception; errors and unchecked exceptions of a caller are thrown as they are
     */
    public static <R extends @Nullable Object> List<R> together(int callers, IntFunction<Callable<R>> work) {
        ExecutorService executor = Executors.newFixedThreadPool(callers, task -> {
            Thread thread = new Thread(task, "tck-crowd");
            thread.setDaemon(true);
            return thread;
        });
        try {
            CyclicBarrier start = new CyclicBarrier(callers);
            List<Callable<R>> all = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                all.add(work.apply(caller));
            }
            List<Future<R>> running = new ArrayList<>();
            for (Callable<R> own : all) {
                running.add(executor.submit(() -> {
                    start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    return own.call();
                }));
            }
            List<R> results = new ArrayList<>();
            for (Future<R> future : running) {
                results.add(result(future));
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }

    private static <R extends @Nullable Object> R result(Future<R> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("No answer within " + PATIENCE_SECONDS + " seconds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for another thread", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            if (e.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new AssertionError("A caller failed", e.getCause());
        }
    }
}
