package fr.aisneneo.core.rocksdb;

import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.storage.kv.KeyValueSnapshot;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/** One reader's hold on a shared snapshot. */
final class RocksDbSnapshot extends RocksDbValues implements KeyValueSnapshot {
    private final SharedSnapshot shared;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Takes over one hold of the caller. */
    RocksDbSnapshot(RocksDB db, SharedSnapshot shared, Function<RocksDBException, StorageException> failed) {
        super(db, shared.options(), failed);
        this.shared = shared;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            shared.letGo();
        }
    }
}
