package fr.aisneneo.core.rocksdb;

import java.util.concurrent.atomic.AtomicInteger;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.Snapshot;

/** One state of the store that many readers share; released when the last one lets go of it. */
final class SharedSnapshot {
    private final RocksDB db;
    private final Snapshot snapshot;
    private final ReadOptions options;
    private final AtomicInteger holders = new AtomicInteger(1);

    private SharedSnapshot(RocksDB db, Snapshot snapshot, ReadOptions options) {
        this.db = db;
        this.snapshot = snapshot;
        this.options = options;
    }

    /** The newest state, held once by the caller. */
    static SharedSnapshot newest(RocksDB db) {
        Snapshot snapshot = db.getSnapshot();
        return new SharedSnapshot(db, snapshot, new ReadOptions().setSnapshot(snapshot));
    }

    /**
     * One more holder.
     *
     * @return false if it is released already
     */
    boolean hold() {
        int now = holders.get();
        while (now > 0) {
            if (holders.compareAndSet(now, now + 1)) {
                return true;
            }
            now = holders.get();
        }
        return false;
    }

    void letGo() {
        if (holders.decrementAndGet() == 0) {
            options.close();
            db.releaseSnapshot(snapshot);
            snapshot.close();
        }
    }

    ReadOptions options() {
        return options;
    }
}
