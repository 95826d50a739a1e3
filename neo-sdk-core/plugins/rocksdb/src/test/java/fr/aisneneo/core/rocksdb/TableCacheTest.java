package fr.aisneneo.core.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.CompressionType;
import org.rocksdb.FlushOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Statistics;
import org.rocksdb.TickerType;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/** What reads of a large table find in memory. */
class TableCacheTest {
    private static final int KEYS = 120_000;
    private static final int VALUE = 300;
    private static final int READ = 100;

    private static byte[] key(int number) {
        // Long and different at the end only, as keys of documents are: the index has them whole, half a megabyte and
        // more.
        return ByteBuffer.allocate(200).putInt(196, number).array();
    }

    private static void fill(RocksDB db) throws RocksDBException {
        try (WriteBatch batch = new WriteBatch();
                WriteOptions unsynced = new WriteOptions();
                FlushOptions waiting = new FlushOptions()) {
            for (int number = 0; number < KEYS; number++) {
                batch.put(key(number), ByteBuffer.allocate(VALUE).putInt(number).array());
                if (batch.count() == 1_000) {
                    db.write(unsynced, batch);
                    batch.clear();
                }
            }
            db.flush(waiting);
        }
    }

    private static void readSome(RocksDB db) throws RocksDBException {
        for (int number = 0; number < KEYS; number += KEYS / READ) {
            assertThat(db.get(key(number))).hasSize(VALUE);
        }
    }

    @Test
    void theIndexAndTheFilterOfALargeTableStayInTheCache(@TempDir Path directory) throws RocksDBException {
        NativeLibrary.load();
        RocksDbSettings settings = new RocksDbSettings(
                Duration.ofSeconds(10), true, true, 8 << 20, 32 << 20, CompressionType.ZSTD_COMPRESSION, 2);
        try (Statistics statistics = new Statistics();
                NativeOptions options = new NativeOptions(settings, true, statistics);
                RocksDB db =
                        RocksDB.open(options.options(), directory.resolve("db").toString())) {
            // Twice, so that they are merged: a young table has its index pinned.
            fill(db);
            fill(db);
            db.compactRange();
            readSome(db);
            for (TickerType ticker : TickerType.values()) {
                if (ticker != TickerType.TICKER_ENUM_MAX) {
                    statistics.getAndResetTickerCount(ticker);
                }
            }

            readSome(db);

            assertThat(statistics.getTickerCount(TickerType.BLOCK_CACHE_INDEX_HIT))
                    .isPositive();
            assertThat(statistics.getTickerCount(TickerType.BLOCK_CACHE_INDEX_MISS))
                    .isZero();
            assertThat(statistics.getTickerCount(TickerType.BLOCK_CACHE_FILTER_MISS))
                    .isZero();
        }
    }
}
