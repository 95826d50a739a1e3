package fr.aisneneo.core.tck.log;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.storage.kv.KeyValueSnapshot;
import fr.aisneneo.core.storage.kv.KeyValueStorage;
import fr.aisneneo.core.storage.kv.KeyValues;
import fr.aisneneo.core.storage.spi.StorageInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A durable engine as its author's first week would make it: the whole map in the heap, copied at each commit, and a
 * log beside it. Proves the durable contract, and shows what an engine over {@link KeyValueStorage} has to do itself.
 */
final class LogStorage extends KeyValueStorage {
    private static final String LOG = "log";

    private final String location;
    private final LogLock lock;
    private final LogFault fault;
    private final LogFile log;
    /** With the changes of every commit that was written. */
    private volatile State newest;
    /** With those that the log has on the disk. */
    private volatile State durable;

    private volatile @Nullable String failure;

    /** A map, which is replaced and never changed, and how many bytes of log lead to it. */
    private record State(SortedMap<byte[], byte[]> map, long end) {}

    private LogStorage(
            Path directory, LogLock lock, LogFile log, SortedMap<byte[], byte[]> map, Duration wait, LogFault fault) {
        super(new StorageInfo("log", directory.toString(), true), wait);
        this.location = directory.toString();
        this.lock = lock;
        this.fault = fault;
        this.log = log;
        this.newest = new State(map, log.end());
        this.durable = newest;
        start();
    }

    static LogStorage open(Path directory, Duration wait, LogFault fault) {
        try {
            Files.createDirectories(directory);
            LogLock lock = LogLock.take(directory, fault);
            try {
                SortedMap<byte[], byte[]> map = new TreeMap<>(Arrays::compareUnsigned);
                return new LogStorage(directory, lock, LogFile.open(log(directory), map, fault), map, wait, fault);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    static Path log(Path directory) {
        return directory.resolve(LOG);
    }

    @Override
    protected KeyValueSnapshot durable() {
        return new MapSnapshot(durable.map());
    }

    @Override
    protected KeyValues newest() {
        return new MapSnapshot(newest.map());
    }

    @Override
    protected void write(long commit, SortedMap<byte[], byte @Nullable []> changes) {
        checkUsable();
        try {
            log.append(changes);
        } catch (IOException e) {
            failure = String.valueOf(e.getMessage());
            throw failed(e);
        }
        SortedMap<byte[], byte[]> next = new TreeMap<>(newest.map());
        changes.forEach((key, value) -> {
            if (value == null) {
                next.remove(key);
            } else {
                next.put(key, value);
            }
        });
        newest = new State(next, log.end());
    }

    @Override
    protected synchronized void awaitDurable(long commit) {
        if (durable.end() == newest.end()) {
            return;
        }
        checkUsable();
        // Read before the sync, so that the disk holds all of it afterwards.
        State reached = newest;
        try {
            log.sync();
        } catch (IOException e) {
            failure = String.valueOf(e.getMessage());
            throw failed(e);
        }
        durable = reached;
    }

    private void checkUsable() {
        String reason = failure;
        if (reason != null && fault != LogFault.UNDETERRED) {
            throw new StorageException(CoreError.STORAGE_FAILED, Map.of("reason", reason));
        }
    }

    private static StorageException failed(Exception e) {
        return new StorageException(CoreError.STORAGE_FAILED, Map.of("reason", String.valueOf(e.getMessage())), e);
    }

    @Override
    public void checkpoint(Path directory) {
        State state = durable;
        try (InputStream in = Files.newInputStream(log(Path.of(location)))) {
            Files.createDirectory(directory);
            try (OutputStream out = Files.newOutputStream(log(directory), StandardOpenOption.CREATE_NEW)) {
                for (long rest = state.end(); rest > 0; ) {
                    byte[] part = in.readNBytes((int) Math.min(rest, 1 << 16));
                    out.write(part);
                    rest -= part.length;
                }
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    protected void release() {
        try (lock) {
            log.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }
}
