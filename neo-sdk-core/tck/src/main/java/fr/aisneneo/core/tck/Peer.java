package fr.aisneneo.core.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Another thread, which does one thing after the other. Every wait for it is bounded. */
final class Peer implements AutoCloseable {
    /** How long an answer may take before the case fails; nothing waits that long in an engine that works. */
    static final long PATIENCE_SECONDS = 100;

    private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();
    private final ExecutorService executor = Executors.newSingleThreadExecutor(work -> {
        Thread created = new Thread(work, "tck-peer");
        created.setDaemon(true);
        thread.set(created);
        return created;
    });

    /** Lets the peer begin something, and returns at once. */
    <R extends @Nullable Object> Future<R> start(Callable<R> work) {
        return executor.submit(work);
    }

    /** Lets the peer do something, and waits for it. */
    <R extends @Nullable Object> R call(Callable<R> work) {
        return result(start(work));
    }

    /** As {@link #call}, without a result. */
    void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    void interrupt() {
        Thread running = thread.get();
        if (running != null) {
            running.interrupt();
        }
    }

    /** The result of something that was started. What it threw is thrown here. */
    static <R extends @Nullable Object> R result(Future<R> started) {
        try {
            return started.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("No answer within " + PATIENCE_SECONDS + " seconds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for another thread", e);
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        }
    }

    /**
     * Waits a short while for something that was started. An engine that makes it wait for the caller is right too, so
     * that the answer only tells whether there is anything to look at.
     */
    static boolean hadItsChance(Future<?> started, Duration chance) {
        try {
            started.get(chance.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            return true;
        }
    }

    private static RuntimeException rethrown(@Nullable Throwable cause) {
        if (cause instanceof RuntimeException unchecked) {
            return unchecked;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(cause);
    }

    @Override
    public void close() {
        executor.shutdownNow();
        try {
            assertThat(executor.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("the other thread ends")
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
