package fr.aisneneo.core.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Many threads that start together. */
final class Crowd {
    private Crowd() {}

    /** What each thread does. */
    interface Work {
        void run(int thread) throws Exception;
    }

    /** Runs all to their end, and fails with what the first of them threw, or if one hangs. */
    static void run(int threads, Work work) {
        ExecutorService executor = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "tck-crowd");
            thread.setDaemon(true);
            return thread;
        });
        CountDownLatch ready = new CountDownLatch(threads);
        List<Future<Boolean>> started = new ArrayList<>();
        try {
            for (int thread = 0; thread < threads; thread++) {
                int number = thread;
                started.add(executor.submit(() -> {
                    ready.countDown();
                    if (!ready.await(Peer.PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                        throw new AssertionError("The threads did not start");
                    }
                    work.run(number);
                    return true;
                }));
            }
            started.forEach(Peer::result);
        } finally {
            executor.shutdownNow();
        }
    }
}
