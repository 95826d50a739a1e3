package fr.aisneneo.core.rocksdb;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Shares syncs among waiting writers. The first writer of a group leads it: it waits for the sync that is running,
 * closes the group and syncs for all of it; meanwhile the next group gathers.
 *
 * <p>After a sync that failed there is no other: what an operating system does with pages that it could not write is
 * not known, and a second attempt may succeed without having written them.
 */
final class GroupSync {
    private final Round round;
    /** Held while a sync runs. */
    final ReentrantLock device = new ReentrantLock();

    private Group gathering = new Group();
    private volatile long durable;
    private volatile @Nullable Failure failure;

    /** Makes everything that was written durable and shows it to readers; called by one thread at a time. */
    interface Round {
        /**
         * Runs one sync.
         *
         * @return the last commit that it covers: at least the last one written before the call
         */
        long run();
    }

    private static final class Group {
        private final CountDownLatch done = new CountDownLatch(1);
        private boolean led;
        private long last;

        private void await() {
            boolean interrupted = false;
            while (true) {
                try {
                    done.await();
                    break;
                } catch (InterruptedException e) {
                    // The commit is in the log: its outcome can no longer be called off, only waited for.
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    GroupSync(Round round) {
        this.round = round;
    }

    /** Everything up to a commit was durable when the store was opened. */
    void startAt(long commit) {
        durable = commit;
    }

    long durable() {
        return durable;
    }

    /** Waits until a commit that was written is durable. */
    void await(long commit) {
        if (durable >= commit) {
            return;
        }
        Group group;
        boolean first;
        synchronized (this) {
            group = gathering;
            first = !group.led;
            group.led = true;
            group.last = Math.max(group.last, commit);
        }
        if (first) {
            lead(group);
        } else {
            group.await();
        }
        if (durable < commit) {
            check();
            throw new IllegalStateException("A sync covered less than was written before it");
        }
    }

    private void lead(Group group) {
        device.lock();
        try {
            synchronized (this) {
                gathering = new Group();
            }
            if (failure == null && durable < group.last) {
                durable = round.run();
            }
        } catch (RuntimeException | Error e) {
            fail(Failure.of(e));
        } finally {
            device.unlock();
            group.done.countDown();
        }
    }

    /**
     * From now on nothing is written or synced any more.
     *
     * @return whether this is the first reason, which stays
     */
    boolean fail(Failure reason) {
        synchronized (this) {
            if (failure != null) {
                return false;
            }
            failure = reason;
            return true;
        }
    }

    /** Throws if writing has failed. */
    void check() {
        Failure reason = failure;
        if (reason != null) {
            throw reason.exception();
        }
    }

    boolean failed() {
        return failure != null;
    }
}
