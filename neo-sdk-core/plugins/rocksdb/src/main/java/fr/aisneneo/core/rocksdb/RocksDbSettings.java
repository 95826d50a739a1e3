package fr.aisneneo.core.rocksdb;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.PluginException;
import fr.aisneneo.core.plugin.PluginDescriptor;
import fr.aisneneo.core.plugin.Setting;
import fr.aisneneo.core.plugin.SettingType;
import fr.aisneneo.core.plugin.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.rocksdb.CompressionType;

/**
 * The settings of one store.
 *
 * @param writerWait how long a writer waits for its turn
 * @param sync whether an acknowledgement waits for the disk
 * @param verifyOnOpen whether the tables' checksums are verified on opening
 * @param cacheBytes the block cache
 * @param writeBufferBytes how much is collected in memory before a table is written
 * @param compression how the bulk of the tables is compressed
 * @param backgroundJobs flushes and compactions at a time
 */
record RocksDbSettings(
        Duration writerWait,
        boolean sync,
        boolean verifyOnOpen,
        long cacheBytes,
        long writeBufferBytes,
        CompressionType compression,
        int backgroundJobs) {
    static final PluginDescriptor DESCRIPTOR = new PluginDescriptor(
            "rocksdb",
            "0.1.0",
            "[0.1,0.2)",
            "Aisne Neo",
            "Keeps everything in one directory on this machine, for one process.",
            List.of(
                    Setting.optional(
                            "writer-wait", SettingType.DURATION, "PT10S", "How long a writer waits for its turn."),
                    Setting.optional(
                            "sync",
                            SettingType.BOOLEAN,
                            "true",
                            "Whether an acknowledgement waits for the disk. With false a power cut loses what was"
                                    + " acknowledged in the seconds before it."),
                    Setting.optional(
                            "verify-on-open",
                            SettingType.BOOLEAN,
                            "true",
                            "Whether opening verifies the checksum of every table block, about a second a gigabyte."
                                    + " Reads verify those of the blocks they use in any case."),
                    Setting.optional(
                            "cache-megabytes", SettingType.INTEGER, "64", "Memory for table blocks, 8 to 65536."),
                    Setting.optional(
                            "write-buffer-megabytes",
                            SettingType.INTEGER,
                            "32",
                            "Memory in which writes are collected, 1 to 1024; up to three times that while tables"
                                    + " are written, and as much on disk as log."),
                    Setting.optional(
                            "compression",
                            SettingType.TEXT,
                            "zstd",
                            "none, lz4, or zstd (lz4 for what is young, zstd for the bulk)."),
                    Setting.optional(
                            "background-jobs",
                            SettingType.INTEGER,
                            "2",
                            "How many tables are written or merged at a time, 2 to 64.")));

    private static final long MEGABYTE = 1L << 20;

    static RocksDbSettings of(Settings settings) {
        return new RocksDbSettings(
                settings.duration("writer-wait"),
                settings.bool("sync"),
                settings.bool("verify-on-open"),
                within(settings, "cache-megabytes", 8, 65_536) * MEGABYTE,
                within(settings, "write-buffer-megabytes", 1, 1_024) * MEGABYTE,
                switch (settings.text("compression")) {
                    case "none" -> CompressionType.NO_COMPRESSION;
                    case "lz4" -> CompressionType.LZ4_COMPRESSION;
                    case "zstd" -> CompressionType.ZSTD_COMPRESSION;
                    default -> throw wrong("compression", "expected none, lz4 or zstd");
                },
                (int) within(settings, "background-jobs", 2, 64));
    }

    private static long within(Settings settings, String name, long least, long most) {
        long value = settings.integer(name);
        if (value < least || value > most) {
            throw wrong(name, "expected " + least + " to " + most);
        }
        return value;
    }

    private static PluginException wrong(String setting, String reason) {
        return new PluginException(
                CoreError.PLUGIN_SETTING, Map.of("id", DESCRIPTOR.id(), "setting", setting, "reason", reason));
    }
}
