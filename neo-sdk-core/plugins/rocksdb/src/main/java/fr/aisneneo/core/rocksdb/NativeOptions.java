package fr.aisneneo.core.rocksdb;

import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.CompressionType;
import org.rocksdb.IndexType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.Statistics;
import org.rocksdb.WALRecoveryMode;

/** RocksDB's options for a store, with what they hold in native memory. */
final class NativeOptions implements AutoCloseable {
    private static final int OPEN_FILES = 512;
    private static final int BLOCK_BYTES = 8 << 10;
    private static final int PARTITION_BYTES = 8 << 10;
    private static final int BLOOM_BITS = 10;
    private static final long SHARD_BYTES = 16 << 20;
    private static final int MOST_SHARD_BITS = 6;
    private static final long INFO_LOG_BYTES = 1 << 20;
    private static final int INFO_LOGS = 3;
    private static final long MANIFEST_BYTES = 16 << 20;
    private static final long BYTES_PER_SYNC = 1 << 20;

    private final LRUCache cache;
    private final BloomFilter filter;
    private final Options options;

    NativeOptions(RocksDbSettings settings, boolean create, @Nullable Statistics statistics) {
        cache = new LRUCache(settings.cacheBytes(), shardBits(settings.cacheBytes()));
        filter = new BloomFilter(BLOOM_BITS);
        options = new Options()
                .setCreateIfMissing(create)
                .setErrorIfExists(create)
                .setParanoidChecks(true)
                // One writer at a time, whose records go to the file with the sync of their group.
                .setManualWalFlush(true)
                .setAllowConcurrentMemtableWrite(false)
                .setEnableWriteThreadAdaptiveYield(false)
                // Writing over a used file spares each sync the journal of the file system.
                .setRecycleLogFileNum(2)
                .setWalRecoveryMode(WALRecoveryMode.PointInTimeRecovery)
                // A failed write ends writing for good; RocksDB shall not take it up again by itself.
                .setMaxBgErrorResumeCount(0)
                .setWriteBufferSize(settings.writeBufferBytes())
                .setMaxWriteBufferNumber(3)
                .setMemtablePrefixBloomSizeRatio(0.02)
                .setMemtableWholeKeyFiltering(true)
                .setMaxBackgroundJobs(settings.backgroundJobs())
                .setBytesPerSync(BYTES_PER_SYNC)
                .setMaxOpenFiles(OPEN_FILES)
                .setAvoidUnnecessaryBlockingIO(true)
                .setMaxManifestFileSize(MANIFEST_BYTES)
                .setMaxLogFileSize(INFO_LOG_BYTES)
                .setKeepLogFileNum(INFO_LOGS)
                .setStatsDumpPeriodSec(0)
                .setStatsPersistPeriodSec(0)
                .setCompressionType(
                        settings.compression() == CompressionType.ZSTD_COMPRESSION
                                ? CompressionType.LZ4_COMPRESSION
                                : settings.compression())
                .setBottommostCompressionType(settings.compression())
                .setTableFormatConfig(new BlockBasedTableConfig()
                        .setBlockCache(cache)
                        .setBlockSize(BLOCK_BYTES)
                        .setFilterPolicy(filter)
                        .setOptimizeFiltersForMemory(true)
                        // In parts: the index of a large table as one block would leave the cache as a whole.
                        .setIndexType(IndexType.kTwoLevelIndexSearch)
                        .setPartitionFilters(true)
                        .setMetadataBlockSize(PARTITION_BYTES)
                        .setPinTopLevelIndexAndFilter(true)
                        .setCacheIndexAndFilterBlocks(true)
                        .setCacheIndexAndFilterBlocksWithHighPriority(true)
                        .setPinL0FilterAndIndexBlocksInCache(true));
        if (statistics != null) {
            options.setStatistics(statistics);
        }
    }

    /**
     * What is larger than its shard of the cache is never kept: left alone, RocksDB makes shards of half a megabyte.
     */
    private static int shardBits(long cacheBytes) {
        int bits = 0;
        while (bits < MOST_SHARD_BITS && cacheBytes >> (bits + 1) >= SHARD_BYTES) {
            bits++;
        }
        return bits;
    }

    Options options() {
        return options;
    }

    @Override
    public void close() {
        options.close();
        filter.close();
        cache.close();
    }
}
