package fr.aisneneo.example.benchmarks.measure;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One sync for all who wait: whoever comes while one runs is served by the next. What a competent hand adds to a log
 * that has none. Thread-safe.
 */
public final class SharedSync {
    /** What reaches the disk. */
    @FunctionalInterface
    public interface Sync {
        /**
         * Syncs everything that was written before the call.
         *
         * @throws Exception if it failed
         */
        void run() throws Exception;
    }

    private final Sync sync;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private long asked;
    private long served;
    private boolean running;

    /**
     * Shares a sync.
     *
     * @param sync called by one thread at a time
     */
    public SharedSync(Sync sync) {
        this.sync = sync;
    }

    /**
     * Returns when a sync that began after this call has ended.
     *
     * @throws Exception if it failed; the others then try their own
     */
    public void await() throws Exception {
        lock.lock();
        try {
            long mine = ++asked;
            while (served < mine) {
                if (running) {
                    ended.await();
                } else {
                    runFor(asked);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void runFor(long upTo) throws Exception {
        running = true;
        lock.unlock();
        boolean done = false;
        try {
            sync.run();
            done = true;
        } finally {
            lock.lock();
            running = false;
            if (done) {
                served = upTo;
            }
            ended.signalAll();
        }
    }
}
