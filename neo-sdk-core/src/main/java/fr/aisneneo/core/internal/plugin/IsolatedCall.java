package fr.aisneneo.core.internal.plugin;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A call of foreign code on a daemon thread of its own, waited for a bounded time. A call that takes longer is
 * interrupted and left behind; what it returns too late is closed if it can be, so that it holds no lock.
 */
public final class IsolatedCall<T> implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(IsolatedCall.class);

    private final Callable<T> call;
    private final CompletableFuture<T> result = new CompletableFuture<>();

    private IsolatedCall(Callable<T> call) {
        this.call = call;
    }

    /**
     * Runs a call.
     *
     * @param name the name of the thread
     * @param context the context class loader of the thread: that of the foreign code
     * @param timeout how long to wait
     * @param call the foreign code
     * @return what it returned
     * @throws ExecutionException with whatever it threw as the cause
     * @throws TimeoutException if it took longer
     * @throws InterruptedException if the waiting thread was interrupted; the call is given up, or not begun at all
     */
    public static <T> T run(String name, @Nullable ClassLoader context, Duration timeout, Callable<T> call)
            throws ExecutionException, TimeoutException, InterruptedException {
        // A future that is complete already lets an interrupted thread pass: whether the call was quick must not
        // decide.
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        IsolatedCall<T> isolated = new IsolatedCall<>(call);
        // Thread locals are not inherited: foreign code must not find the transaction of the waiting thread.
        Thread thread = new Thread(null, isolated, name, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(context);
        thread.start();
        try {
            return isolated.result.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | InterruptedException e) {
            if (isolated.result.cancel(false)) {
                thread.interrupt();
                throw e;
            }
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return isolated.result.get();
        }
    }

    @Override
    public void run() {
        try {
            T value = call.call();
            if (!result.complete(value)) {
                discard(value);
            }
        } catch (Throwable thrown) {
            result.completeExceptionally(thrown);
        }
    }

    private void discard(T value) {
        if (value instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                LOG.warn(
                        "What {} returned too late cannot be closed",
                        Thread.currentThread().getName(),
                        e);
            }
        }
    }
}
