package fr.aisneneo.core.storage.kv;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.ContentionKey;
import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.storage.spi.StorageInfo;
import fr.aisneneo.core.storage.spi.StorageTransaction;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A storage engine over a sorted map of byte strings with snapshots and one atomic write at a time.
 *
 * <p>Writers run one after the other under one lock, on their own threads and on the newest state; so there are no
 * conflicts, no deadlocks, and contention keys need no attention. A commit hands its changes over within the lock and
 * waits for their durability outside, where many writers share one sync. Readers use a snapshot of what is durable and
 * wait for nobody. The lock is not fair: of 64 threads that did nothing but commit for two seconds on two cores, the
 * luckiest had up to 1.2 times as many commits as the unluckiest on RocksDB and mostly 5 to 13 times in memory, with no
 * wait over two seconds, while first come, first served cost a sixth of the speed there and nine tenths here.
 *
 * <p>Thread-safe. The constructor of a subclass ends with {@link #start()}.
 */
public abstract class KeyValueStorage implements Storage {
    private static final int LOOKS_BEFORE_SLEEP = 1_000;
    /** Where the sequence number of the last commit stands; before every document. */
    private static final byte[] SEQUENCE_KEY = {0, 's'};

    private final StorageInfo info;
    private final Duration patience;
    private final ReentrantLock writer = new ReentrantLock();
    private final AtomicBoolean lookingOut = new AtomicBoolean();
    private final HighestEntries highest = new HighestEntries();
    private final Set<KeyValueTransaction> running = ConcurrentHashMap.newKeySet();
    private final Object closing = new Object();
    private volatile boolean closed;
    private boolean released;
    private long sequence;

    /**
     * A storage that is not started yet.
     *
     * @param info what it is
     * @param patience how long a writer waits for its turn, and {@link #close()} for running transactions
     */
    protected KeyValueStorage(StorageInfo info, Duration patience) {
        this.info = info;
        this.patience = patience;
    }

    /**
     * Reads where the last commit was. Called once, when the map can be read.
     *
     * @return the sequence number of the last commit; 0 if there was none
     */
    protected final long start() {
        sequence = lastCommit(newest());
        return sequence;
    }

    /**
     * The last commit that a state holds.
     *
     * @param state the state
     * @return its sequence number; 0 if there was none
     */
    protected static long lastCommit(KeyValues state) {
        byte[] last = state.get(SEQUENCE_KEY);
        return last == null ? 0 : ByteBuffer.wrap(last).getLong();
    }

    /**
     * The newest state that is durable.
     *
     * @return a snapshot for one reader
     */
    protected abstract KeyValueSnapshot durable();

    /**
     * The newest state, durable or not. Called and used by the one thread that holds the writer lock.
     *
     * @return the state, which stays as it is while the lock is held
     */
    protected abstract KeyValues newest();

    /**
     * Makes changes part of the newest state, all or none, with a log record that a later sync makes durable. Called by
     * the one thread that holds the writer lock, with increasing sequence numbers.
     *
     * @param commit the sequence number
     * @param changes new values, or null for a removal, by key
     * @throws StorageException {@code storage.full} or {@code storage.failed}; no further write is accepted then
     */
    protected abstract void write(long commit, SortedMap<byte[], byte @Nullable []> changes);

    /**
     * Waits until everything up to a commit is durable and shown to readers. Called without the lock, by many threads.
     *
     * @param commit a sequence number that was written, or that was the last one when this instance started
     * @throws StorageException {@code storage.failed} if that cannot be reached
     */
    protected abstract void awaitDurable(long commit);

    /** Releases everything. Called once; no transaction is inside a call any more, and none will come. */
    protected abstract void release();

    @Override
    public final StorageInfo info() {
        return info;
    }

    @Override
    public void declare(CollectionSchema schema) {
        checkOpen();
    }

    @Override
    public final StorageTransaction beginRead() {
        checkOpen();
        return begun(transaction -> transaction.begin(durable()));
    }

    @Override
    public final StorageTransaction beginWrite(SortedSet<ContentionKey> contention) {
        checkOpen();
        lock();
        try {
            return begun(transaction -> transaction.begin(newest(), sequence));
        } catch (RuntimeException | Error e) {
            writer.unlock();
            throw e;
        }
    }

    private KeyValueTransaction begun(Consumer<KeyValueTransaction> begin) {
        KeyValueTransaction transaction = new KeyValueTransaction(this);
        // First listed, then checked: close() either sees the transaction or is seen by it.
        running.add(transaction);
        try {
            checkOpen();
            begin.accept(transaction);
            return transaction;
        } catch (RuntimeException | Error e) {
            transaction.ended();
            running.remove(transaction);
            throw e;
        }
    }

    /** Looks out for the lock, unless somebody does already: more than one would take the time from who has it. */
    private boolean lookOut() {
        if (Thread.currentThread().isInterrupted()
                || Runtime.getRuntime().availableProcessors() == 1
                || !lookingOut.compareAndSet(false, true)) {
            return false;
        }
        try {
            for (int looks = LOOKS_BEFORE_SLEEP; looks > 0; looks--) {
                if (!writer.isLocked() && writer.tryLock()) {
                    return true;
                }
                Thread.onSpinWait();
            }
            return false;
        } finally {
            lookingOut.set(false);
        }
    }

    private void lock() {
        if (writer.isHeldByCurrentThread()) {
            throw new IllegalStateException("This thread has a writing transaction open; join it instead");
        }
        // Most writers are quick: looking out for the lock for some microseconds is cheaper than being put to sleep.
        if (lookOut()) {
            return;
        }
        try {
            if (!writer.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new StorageException(CoreError.STORAGE_BUSY, Map.of("seconds", patience.toSeconds()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageException(CoreError.STORAGE_INTERRUPTED, Map.of(), e);
        }
    }

    /** Hands the changes of the transaction that holds the lock over, and lets the next writer in. */
    final long commit(PendingChanges changes) {
        try {
            long commit = sequence + 1;
            changes.put(
                    SEQUENCE_KEY,
                    ByteBuffer.allocate(Long.BYTES).putLong(commit).array());
            write(commit, changes.all());
            sequence = commit;
            return commit;
        } finally {
            writer.unlock();
        }
    }

    /** For the transaction that holds the lock. */
    final HighestEntries highest() {
        return highest;
    }

    final void unlock() {
        writer.unlock();
    }

    final void ended(KeyValueTransaction transaction) {
        running.remove(transaction);
    }

    private void checkOpen() {
        if (closed) {
            throw closedException();
        }
    }

    static StorageException closedException() {
        return new StorageException(CoreError.STORAGE_CLOSED, Map.of());
    }

    /**
     * Runs a piece of work that needs the map, outside of any transaction; {@link #close()} waits for it as it does for
     * transactions.
     *
     * @param work the work
     * @throws StorageException {@code storage.closed} if the storage is closed
     */
    protected final void whileOpen(Runnable work) {
        KeyValueTransaction token = begun(transaction -> {});
        try {
            work.run();
        } finally {
            token.ended();
            running.remove(token);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws StorageException {@code storage.busy} if a thread is still inside a call after all waiting, such as one
     *     that hangs in a sync; what it uses is then left as it is, and closing may be tried again
     */
    @Override
    public final void close() {
        closed = true;
        synchronized (closing) {
            if (released) {
                return;
            }
            long deadline = System.nanoTime() + patience.toNanos();
            while (!running.isEmpty()
                    && System.nanoTime() - deadline < 0
                    && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(1_000_000);
            }
            long lastCall = System.nanoTime() + patience.toNanos();
            for (KeyValueTransaction transaction : running) {
                if (!transaction.cutOff(lastCall)) {
                    // Taking the map away under a thread that uses it would be worse than leaving it open.
                    throw new StorageException(CoreError.STORAGE_BUSY, Map.of("seconds", 2 * patience.toSeconds()));
                }
            }
            released = true;
            release();
        }
    }
}
