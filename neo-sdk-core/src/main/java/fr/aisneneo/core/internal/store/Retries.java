package fr.aisneneo.core.internal.store;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** How often and when a transaction that lost is run again: at most ten times, after a random and growing pause. */
final class Retries {
    private static final int ATTEMPTS = 10;
    private static final long FIRST_PAUSE_MICROS = 500;
    private static final long LONGEST_PAUSE_MICROS = 100_000;

    private Retries() {}

    static void pause(int attempt, StorageException lost) {
        if (attempt >= ATTEMPTS) {
            throw new StorageException(CoreError.STORAGE_CONFLICT, Map.of("attempts", attempt), lost);
        }
        long most = Math.min(LONGEST_PAUSE_MICROS, FIRST_PAUSE_MICROS << attempt);
        try {
            TimeUnit.MICROSECONDS.sleep(ThreadLocalRandom.current().nextLong(most));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageException(CoreError.STORAGE_INTERRUPTED, Map.of(), e);
        }
    }
}
