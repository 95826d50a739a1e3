package fr.aisneneo.core.sealing.file;

import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.sealing.SealingError;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Who may change the key store now, among all processes; and a number that a change of what was there before makes
 * another, in the eight bytes of the same file. {@link #acquire} is called by one thread at a time, the others by any.
 */
final class StoreLock implements AutoCloseable {
    static final String NAME = "lock";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long PAUSE = 1_000_000;

    private final Path directory;
    private final RandomAccessFile bytes;

    private StoreLock(Path directory, RandomAccessFile bytes) {
        this.directory = directory;
        this.bytes = bytes;
    }

    static StoreLock open(Path directory) throws IOException {
        Path file = directory.resolve(NAME);
        OwnerOnly.createFile(file);
        return new StoreLock(directory, new RandomAccessFile(file.toFile(), "rw"));
    }

    /** Waits for the others, a bounded time; interruption does not end it, since it would leave work half done. */
    FileLock acquire() throws IOException {
        long start = System.nanoTime();
        while (true) {
            FileLock lock = tryAcquire();
            if (lock != null) {
                return lock;
            }
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new StorageException(
                        SealingError.KEY_STORE_BUSY, Map.of("location", directory, "seconds", PATIENCE.toSeconds()));
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    private @Nullable FileLock tryAcquire() throws IOException {
        try {
            return bytes.getChannel().tryLock();
        } catch (OverlappingFileLockException e) {
            // Another key store of this process has it.
            return null;
        }
    }

    /** As any number of threads may ask at once. */
    synchronized long stamp() throws IOException {
        byte[] number = new byte[Long.BYTES];
        bytes.seek(0);
        return bytes.read(number) < Long.BYTES ? 0 : ByteBuffer.wrap(number).getLong();
    }

    /**
     * To be called under the lock, before anything that was there is changed: whoever sees the new number waits for the
     * lock, and so for the change.
     *
     * @return the new number
     */
    synchronized long advance() throws IOException {
        long next = stamp() + 1;
        bytes.seek(0);
        bytes.write(ByteBuffer.allocate(Long.BYTES).putLong(next).array());
        return next;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
