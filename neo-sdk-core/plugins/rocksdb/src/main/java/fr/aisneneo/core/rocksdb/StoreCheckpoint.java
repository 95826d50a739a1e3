package fr.aisneneo.core.rocksdb;

import fr.aisneneo.core.error.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Objects;
import org.rocksdb.Checkpoint;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A copy of a store that is in use: RocksDB writes what is in memory to a table, links the tables (or copies them, on
 * another file system) and copies the rest. It stands under another name until it is whole and synced.
 */
final class StoreCheckpoint {
    private static final Logger LOG = LoggerFactory.getLogger(StoreCheckpoint.class);

    private final RocksDB db;
    private final Path target;
    private final Runnable settle;

    /**
     * A copy to be written.
     *
     * @param settle waits until everything written so far is durable in the store itself
     */
    StoreCheckpoint(RocksDB db, Path target, Runnable settle) {
        this.db = db;
        this.settle = settle;
        this.target = target.toAbsolutePath().normalize();
    }

    /**
     * Writes the copy.
     *
     * @param durable a commit that was durable before the call, which the copy holds at least
     */
    void write(long durable) {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new StorageException(RocksDbError.CHECKPOINT_EXISTS, Map.of("directory", target.toString()));
        }
        Path parent = Objects.requireNonNull(target.getParent(), "only the root has none, and that exists");
        try {
            Files.createDirectories(parent);
            Path partial = Files.createTempDirectory(parent, target.getFileName() + ".partial-");
            Path written = partial;
            try {
                fill(new StoreDirectory(partial, partial.toString()), durable);
                // The copy may hold commits whose sync is still running.
                settle.run();
                Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
                written = target;
                StoreDirectory.syncUninterrupted(parent);
            } catch (IOException | RocksDBException | RuntimeException e) {
                discard(written);
                throw e;
            }
        } catch (IOException | RocksDBException e) {
            throw new StorageException(
                    RocksDbError.CHECKPOINT_FAILED,
                    Map.of("directory", target.toString(), "reason", Failure.reason(e)),
                    e);
        }
    }

    private void fill(StoreDirectory copy, long durable) throws IOException, RocksDBException {
        copy.begin();
        try (Checkpoint checkpoint = Checkpoint.create(db)) {
            checkpoint.createCheckpoint(copy.database().toString());
        }
        try (AcknowledgedMark mark = AcknowledgedMark.open(copy.path())) {
            mark.write(durable);
            mark.sync();
        }
        copy.finish();
    }

    private static void discard(Path partial) {
        try {
            if (Files.exists(partial)) {
                StoreDirectory.deleteTree(partial);
            }
        } catch (IOException e) {
            LOG.warn("A copy that failed could not be removed: {}: {}", partial, Failure.reason(e));
        }
    }
}
