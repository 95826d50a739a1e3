package fr.aisneneo.core.rocksdb;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.storage.kv.KeyValueSnapshot;
import fr.aisneneo.core.storage.kv.KeyValueStorage;
import fr.aisneneo.core.storage.kv.KeyValues;
import fr.aisneneo.core.storage.spi.StorageInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open store. A write puts its batch into RocksDB's log and memory; the sync of its group takes a snapshot, makes
 * the log durable, and hands that snapshot to the readers.
 */
final class RocksDbStorage extends KeyValueStorage {
    private static final Logger LOG = LoggerFactory.getLogger(RocksDbStorage.class);
    private static final long KEPT_BATCH_BYTES = 1 << 20;

    private final String location;
    private final boolean syncing;
    private final OpenStore store;
    private final RocksDB db;
    private final ReadOptions newestOptions = new ReadOptions();
    private final NewestValues newest;
    private final WriteOptions unsynced = new WriteOptions();
    final GroupSync sync = new GroupSync(this::syncRound);
    private WriteBatch batch = new WriteBatch();
    private volatile long written;
    /** The last commit that the disk has confirmed: what is durable, unless the store does not wait for the disk. */
    private volatile long synced;

    private volatile SharedSnapshot shown;

    /**
     * Takes an open database over.
     *
     * @param expected the last commit that the files held
     */
    RocksDbStorage(String location, RocksDbSettings settings, OpenStore store, long expected) {
        super(new StorageInfo("rocksdb", location, settings.sync()), settings.writerWait());
        this.location = location;
        this.syncing = settings.sync();
        this.store = store;
        this.db = store.db();
        this.newest = new NewestValues(new RocksDbValues(db, newestOptions, this::readFailed));
        try {
            written = checkedStart(expected);
        } catch (RuntimeException | Error e) {
            closeOwn();
            throw e;
        }
        synced = written;
        sync.startAt(written);
        shown = SharedSnapshot.newest(db);
        if (!syncing) {
            LOG.warn("The store {} does not wait for the disk: a power cut loses acknowledged work", location);
        }
    }

    private long checkedStart(long expected) {
        long last = start();
        if (last != expected) {
            String reason = "the log was checked up to commit " + expected + " and recovered to " + last;
            throw new StorageException(CoreError.STORAGE_CORRUPT, Map.of("location", location, "reason", reason));
        }
        return last;
    }

    static long commitOf(KeyValues state) {
        return lastCommit(state);
    }

    @Override
    protected KeyValueSnapshot durable() {
        while (true) {
            SharedSnapshot now = shown;
            if (now.hold()) {
                return new RocksDbSnapshot(db, now, this::readFailed);
            }
        }
    }

    @Override
    protected KeyValues newest() {
        sync.check();
        return newest;
    }

    @Override
    protected void write(long commit, SortedMap<byte[], byte @Nullable []> changes) {
        sync.check();
        try {
            fill(changes);
            db.write(unsynced, batch);
            newest.wrote(changes);
        } catch (RocksDBException e) {
            throw failed(Failure.of(location, e));
        }
        if (batch.getDataSize() > KEPT_BATCH_BYTES) {
            batch.close();
            batch = new WriteBatch();
        }
        written = commit;
    }

    private void fill(SortedMap<byte[], byte @Nullable []> changes) throws RocksDBException {
        batch.clear();
        LogRecord.begin(batch, synced);
        for (Map.Entry<byte[], byte @Nullable []> change : changes.entrySet()) {
            byte[] value = change.getValue();
            if (value == null) {
                batch.delete(change.getKey());
            } else {
                batch.put(change.getKey(), value);
            }
        }
    }

    /** The last commit that is in the log, synced or not. */
    long written() {
        return written;
    }

    @Override
    protected void awaitDurable(long commit) {
        sync.await(commit);
    }

    private long syncRound() {
        // In this order the snapshot holds at least what is promised and at most what is synced.
        long upTo = written;
        SharedSnapshot next = SharedSnapshot.newest(db);
        try {
            db.flushWal(syncing);
        } catch (RocksDBException e) {
            next.letGo();
            throw failed(Failure.of(location, e));
        }
        SharedSnapshot last = shown;
        shown = next;
        last.letGo();
        if (syncing) {
            synced = upTo;
            mark(upTo);
        }
        return upTo;
    }

    private void mark(long commit) {
        try {
            store.mark().write(commit);
        } catch (IOException e) {
            // The commits are durable and may be acknowledged; but a medium that fails takes no more of them.
            failed(Failure.of(location, e));
        }
    }

    private StorageException failed(Failure failure) {
        if (sync.fail(failure)) {
            LOG.error("The store {} takes no more writes", location, failure.cause());
        }
        return failure.exception();
    }

    private StorageException readFailed(RocksDBException e) {
        return failed(Failure.of(location, e));
    }

    @Override
    public void checkpoint(Path directory) {
        whileOpen(() -> {
            sync.check();
            new StoreCheckpoint(db, directory, () -> sync.await(written)).write(sync.durable());
        });
    }

    @Override
    protected void release() {
        try {
            if (!syncing && !sync.failed()) {
                db.flushWal(true);
                mark(written);
            }
        } catch (RocksDBException e) {
            throw failed(Failure.of(location, e));
        } finally {
            shown.letGo();
            closeOwn();
            store.release();
        }
    }

    private void closeOwn() {
        batch.close();
        unsynced.close();
        newestOptions.close();
    }
}
