package fr.aisneneo.core.rocksdb;

import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.storage.kv.KeyValueCursor;
import java.util.function.Function;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;

/** An iterator within bounds, which RocksDB knows too, so that it does not read on over what lies behind. */
final class RocksDbCursor implements KeyValueCursor {
    private final Slice from;
    private final Slice to;
    private final ReadOptions options;
    private final RocksIterator iterator;
    private final boolean descending;
    private final Function<RocksDBException, StorageException> failed;
    private boolean started;

    RocksDbCursor(
            RocksDB db,
            ReadOptions state,
            byte[] from,
            byte[] to,
            boolean descending,
            Function<RocksDBException, StorageException> failed) {
        this.descending = descending;
        this.failed = failed;
        this.from = new Slice(from);
        this.to = new Slice(to);
        this.options = new ReadOptions(state).setIterateLowerBound(this.from).setIterateUpperBound(this.to);
        this.iterator = db.newIterator(options);
    }

    @Override
    public boolean next() {
        if (!started) {
            started = true;
            if (descending) {
                iterator.seekToLast();
            } else {
                iterator.seekToFirst();
            }
        } else if (descending) {
            iterator.prev();
        } else {
            iterator.next();
        }
        if (iterator.isValid()) {
            return true;
        }
        try {
            iterator.status();
        } catch (RocksDBException e) {
            throw failed.apply(e);
        }
        return false;
    }

    @Override
    public byte[] key() {
        return iterator.key();
    }

    @Override
    public byte[] value() {
        return iterator.value();
    }

    @Override
    public void close() {
        iterator.close();
        options.close();
        from.close();
        to.close();
    }
}
