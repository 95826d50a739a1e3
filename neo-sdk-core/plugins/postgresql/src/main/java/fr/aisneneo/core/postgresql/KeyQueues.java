package fr.aisneneo.core.postgresql;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.storage.spi.ContentionKey;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Writers of this process that contend on the same thing queue here, first come, first served, and only the first of
 * them takes a connection: a hundred callers for one room do not keep the other rooms from theirs.
 */
final class KeyQueues {
    private final Map<ContentionKey, Queue> queues = new ConcurrentHashMap<>();
    private final Duration patience;

    KeyQueues(Duration patience) {
        this.patience = patience;
    }

    /** What was taken; given back once, by any thread. */
    final class Turn {
        private final Deque<ContentionKey> taken = new ArrayDeque<>();

        void end() {
            while (!taken.isEmpty()) {
                leave(taken.pop(), true);
            }
        }
    }

    /**
     * Waits for its turn with every key, in their order, for a bounded time.
     *
     * @throws StorageException {@code storage.busy} or {@code storage.interrupted}
     */
    Turn await(SortedSet<ContentionKey> keys) {
        long deadline = System.nanoTime() + patience.toNanos();
        Turn turn = new Turn();
        try {
            for (ContentionKey key : keys) {
                Queue queue = enter(key);
                boolean mine = false;
                try {
                    mine = queue.place.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                } finally {
                    if (!mine) {
                        leave(key, false);
                    }
                }
                if (!mine) {
                    throw new StorageException(CoreError.STORAGE_BUSY, Map.of("seconds", patience.toSeconds()));
                }
                turn.taken.push(key);
            }
            return turn;
        } catch (InterruptedException e) {
            turn.end();
            Thread.currentThread().interrupt();
            throw new StorageException(CoreError.STORAGE_INTERRUPTED, Map.of(), e);
        } catch (RuntimeException | Error e) {
            turn.end();
            throw e;
        }
    }

    private Queue enter(ContentionKey key) {
        return queues.compute(key, (same, queue) -> {
            Queue entered = queue == null ? new Queue() : queue;
            entered.users++;
            return entered;
        });
    }

    private void leave(ContentionKey key, boolean held) {
        queues.computeIfPresent(key, (same, queue) -> {
            if (held) {
                queue.place.release();
            }
            return --queue.users == 0 ? null : queue;
        });
    }

    /** Kept only as long as somebody holds it or waits for it; counted within the map's own lock of the key. */
    private static final class Queue {
        private final Semaphore place = new Semaphore(1, true);
        private int users;
    }
}
