package fr.aisneneo.core.postgresql;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets the thread that began a transaction into one call of it after the other, until it ends or the storage that
 * closes shuts it: the connection may be taken away only while nobody is inside. Thread-safe.
 */
final class Gate {
    private enum Phase {
        IDLE,
        IN_CALL,
        ENDED,
        CUT_OFF
    }

    private final Thread owner = Thread.currentThread();
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.IDLE);

    /**
     * Begins a call.
     *
     * @throws StorageException {@code storage.transaction.ended} or {@code storage.closed}
     */
    void enter() {
        if (Thread.currentThread() != owner) {
            throw ended();
        }
        if (!phase.compareAndSet(Phase.IDLE, Phase.IN_CALL)) {
            throw phase.get() == Phase.CUT_OFF ? new StorageException(CoreError.STORAGE_CLOSED, Map.of()) : ended();
        }
    }

    /** Begins the last call; false if there is nothing left to be ended. */
    boolean enterLast() {
        if (phase.get() == Phase.CUT_OFF) {
            phase.set(Phase.ENDED);
        } else if (phase.get() == Phase.IDLE) {
            enter();
            return true;
        }
        return false;
    }

    void leave() {
        phase.set(Phase.IDLE);
    }

    void end() {
        phase.set(Phase.ENDED);
    }

    /**
     * Waits for the call that is running, then lets no other in.
     *
     * @return whether that was done here; else it had ended, or its call did not come to an end before the deadline:
     *     the pool closes the connection under it, and the call ends with {@code storage.closed}
     */
    boolean shut(long deadline) {
        while (!phase.compareAndSet(Phase.IDLE, Phase.CUT_OFF)) {
            Phase now = phase.get();
            if (now == Phase.ENDED || now == Phase.CUT_OFF || System.nanoTime() - deadline > 0) {
                return false;
            }
            LockSupport.parkNanos(100_000);
        }
        return true;
    }

    private static StorageException ended() {
        return new StorageException(CoreError.STORAGE_TRANSACTION_ENDED, Map.of());
    }
}
