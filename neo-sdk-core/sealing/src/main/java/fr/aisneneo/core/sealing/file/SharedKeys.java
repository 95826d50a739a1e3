package fr.aisneneo.core.sealing.file;

import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.sealing.spi.KeyName;
import fr.aisneneo.core.sealing.spi.KeyState;
import java.io.IOException;
import java.nio.channels.FileLock;

/**
 * The keys of a directory that others change too, in this process and in others: what is asked is answered by what they
 * did last, and what is changed is changed under the lock. After a failed write it only gives what was durable before.
 * Thread-safe.
 */
final class SharedKeys implements AutoCloseable {
    private final KeyDirectory directory;
    private final StoreLock lock;
    private OpenKeys keys;
    private long seen;
    private boolean broken;

    private SharedKeys(KeyDirectory directory, StoreLock lock, OpenKeys keys, long seen) {
        this.directory = directory;
        this.lock = lock;
        this.keys = keys;
        this.seen = seen;
    }

    /** What is done with the keys, and may fail as files do. */
    interface Work<R> {
        R on(OpenKeys keys) throws IOException;
    }

    static SharedKeys open(KeyDirectory directory) {
        try {
            directory.prepare();
            StoreLock lock = StoreLock.open(directory.path());
            try {
                FileLock held = lock.acquire();
                try {
                    return new SharedKeys(directory, lock, directory.openOrCreate(), lock.stamp());
                } finally {
                    held.release();
                }
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw Trouble.unusable(directory.path(), e);
        }
    }

    synchronized String id() {
        return keys.header().store().toString();
    }

    /** Without the lock, as long as nobody changed anything. */
    synchronized KeyState find(KeyName name) {
        if (broken) {
            return confirmed(known -> {
                KeyState found = known.find(name);
                if (found instanceof KeyState.Absent && known.hasGrown()) {
                    throw failedBefore();
                }
                return found;
            });
        }
        try {
            if (lock.stamp() == seen && !keys.hasGrown()) {
                return keys.find(name);
            }
        } catch (IOException e) {
            throw Trouble.unusable(directory.path(), e);
        } catch (StorageException e) {
            // Perhaps another process is writing just there. Then it is sound once that one has finished.
            return caughtUp(known -> known.find(name));
        }
        return caughtUp(known -> known.find(name));
    }

    /** With what the file has in a place that was there before, whatever came since. */
    synchronized <R> R asTheyAre(Work<R> work) {
        try {
            return work.on(keys);
        } catch (IOException e) {
            throw Trouble.unusable(directory.path(), e);
        }
    }

    /** With all that anybody added before this was called. */
    synchronized <R> R caughtUp(Work<R> work) {
        return broken ? confirmed(work) : locked(false, work);
    }

    /** With the right to change something. */
    synchronized <R> R changing(Work<R> work) {
        if (broken) {
            throw Trouble.unusable(directory.path(), failedBefore());
        }
        return locked(true, work);
    }

    private <R> R locked(boolean writing, Work<R> work) {
        try {
            FileLock held = lock.acquire();
            try {
                catchUp();
                return work.on(keys);
            } finally {
                held.release();
            }
        } catch (IOException e) {
            // What a failed sync left behind is unknown; trying again would only seem to succeed.
            broken |= writing || keys.isUnsure();
            throw Trouble.unusable(directory.path(), e);
        }
    }

    /**
     * What is known to be durable, after a failed write: without catching up, since what was added since may be what
     * failed; and nothing if another has changed what was there.
     */
    private <R> R confirmed(Work<R> work) {
        try {
            if (lock.stamp() != seen) {
                throw failedBefore();
            }
            return work.on(keys);
        } catch (IOException e) {
            throw Trouble.unusable(directory.path(), e);
        }
    }

    private static IOException failedBefore() {
        return new IOException("a write failed before");
    }

    private void catchUp() throws IOException {
        long stamp = lock.stamp();
        if (stamp != seen) {
            if (directory.isReplaced(keys.header())) {
                reopen();
            }
            seen = stamp;
        }
        keys.catchUp();
    }

    private void reopen() throws IOException {
        OpenKeys before = keys;
        keys = directory.open();
        before.close();
    }

    /** Within {@link #changing}: tells everybody that something is going to be another than it was. */
    synchronized void announce() throws IOException {
        seen = lock.advance();
    }

    /** See {@link FileKeyStore#rotate}. */
    synchronized void rotate() {
        changing(known -> {
            RootKey root = directory.writeNext(known);
            long advanced = lock.advance();
            directory.putNextInPlace();
            reopen();
            seen = advanced;
            directory.clearOtherRoots(root.id());
            return true;
        });
    }

    /** As any number of threads may ask at once. */
    long stamp() {
        try {
            return lock.stamp();
        } catch (IOException e) {
            throw Trouble.unusable(directory.path(), e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            keys.close();
            lock.close();
        } catch (IOException e) {
            throw Trouble.unusable(directory.path(), e);
        }
    }

    /** Without keys. */
    @Override
    public String toString() {
        return directory.path().toString();
    }
}
