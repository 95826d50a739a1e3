package fr.aisneneo.core.tck.fault;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A commit that waits until a test lets it go; see {@link FaultyStorage#holdNextCommit()}. Thread-safe. */
public final class HeldCommit {
    private static final int SECONDS = 60;

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    HeldCommit() {}

    /**
     * Waits until a commit has arrived, of which nothing is written yet.
     *
     * @throws AssertionError if none does within a minute
     */
    public void awaitArrival() {
        try {
            if (!arrived.await(SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("No commit came within " + SECONDS + " seconds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for a commit", e);
        }
    }

    /** Lets the commit go on, or the next one pass if none has arrived yet. */
    public void release() {
        released.countDown();
    }

    /** On the thread of the commit. */
    void hold() {
        arrived.countDown();
        try {
            if (!released.await(SECONDS, TimeUnit.SECONDS)) {
                throw new StorageException(CoreError.STORAGE_BUSY, Map.of("seconds", SECONDS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageException(CoreError.STORAGE_INTERRUPTED, Map.of(), e);
        }
    }
}
