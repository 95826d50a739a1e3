package fr.aisneneo.core.rocksdb;

import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.storage.kv.KeyValueCursor;
import fr.aisneneo.core.storage.kv.KeyValues;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/** A state of the store as a sorted map. */
class RocksDbValues implements KeyValues {
    private final RocksDB db;
    private final ReadOptions options;
    private final Function<RocksDBException, StorageException> failed;

    /**
     * A view.
     *
     * @param options which state; the owner closes them
     * @param failed notes a failed read and words it
     */
    RocksDbValues(RocksDB db, ReadOptions options, Function<RocksDBException, StorageException> failed) {
        this.db = db;
        this.options = options;
        this.failed = failed;
    }

    @Override
    public byte @Nullable [] get(byte[] key) {
        try {
            return db.get(options, key);
        } catch (RocksDBException e) {
            throw failed.apply(e);
        }
    }

    @Override
    public KeyValueCursor scan(byte[] from, byte[] to, boolean descending) {
        return Arrays.compareUnsigned(from, to) >= 0
                ? new EmptyCursor()
                : new RocksDbCursor(db, options, from, to, descending, failed);
    }

    private static final class EmptyCursor implements KeyValueCursor {
        @Override
        public boolean next() {
            return false;
        }

        @Override
        public byte[] key() {
            throw new IllegalStateException("Not on an entry");
        }

        @Override
        public byte[] value() {
            throw new IllegalStateException("Not on an entry");
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
