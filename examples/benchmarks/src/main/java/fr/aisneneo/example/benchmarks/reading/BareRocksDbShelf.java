package fr.aisneneo.example.benchmarks.reading;

import fr.aisneneo.example.benchmarks.document.BareEntries;
import fr.aisneneo.example.benchmarks.document.Notice;
import fr.aisneneo.example.benchmarks.lab.Lab;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.FlushOptions;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * A shelf of bare RocksDB: bytes that nobody decodes. With a cache as large as the SDK's, and a Bloom filter as it has.
 */
final class BareRocksDbShelf implements Shelf {
    private static final long CACHE = 64 << 20;
    private static final int BLOOM_BITS = 10;

    private final Path directory;
    private final LRUCache cache = new LRUCache(CACHE);
    private final BloomFilter filter = new BloomFilter(BLOOM_BITS);
    private final Options options;
    private final RocksDB db;

    BareRocksDbShelf(Lab lab) throws RocksDBException {
        RocksDB.loadLibrary();
        directory = lab.newPath("bare");
        options = new Options()
                .setCreateIfMissing(true)
                .setTableFormatConfig(
                        new BlockBasedTableConfig().setBlockCache(cache).setFilterPolicy(filter));
        db = RocksDB.open(options, directory.toString());
    }

    @Override
    public void add(List<Notice> notices) throws RocksDBException {
        try (WriteBatch batch = new WriteBatch();
                WriteOptions synced = new WriteOptions().setSync(true)) {
            for (Notice notice : notices) {
                BareEntries.put(batch, notice);
            }
            db.write(synced, batch);
        }
    }

    @Override
    public void settle() throws RocksDBException {
        try (FlushOptions waiting = new FlushOptions().setWaitForFlush(true)) {
            db.flush(waiting);
        }
    }

    @Override
    public long bytes() throws Exception {
        return Lab.bytes(directory);
    }

    @Override
    public long read(String id) throws RocksDBException {
        byte[] body = db.get(BareEntries.document(id));
        if (body == null) {
            throw new IllegalStateException("There is no " + id);
        }
        return BareEntries.number(body);
    }

    @Override
    public int scan(String place, Instant from) throws RocksDBException {
        byte[] start = BareEntries.placeAndTime(place, from);
        int samePlace = start.length - Long.BYTES;
        int found = 0;
        try (RocksIterator entries = db.newIterator()) {
            for (entries.seek(start); entries.isValid() && found < SCANNED; entries.next()) {
                byte[] key = entries.key();
                if (!Arrays.equals(key, 0, samePlace, start, 0, samePlace)) {
                    break;
                }
                if (db.get(BareEntries.document(Arrays.copyOfRange(key, start.length, key.length))) != null) {
                    found++;
                }
            }
        }
        return found;
    }

    @Override
    public void close() throws Exception {
        db.close();
        options.close();
        filter.close();
        cache.close();
        Lab.remove(directory);
    }
}
