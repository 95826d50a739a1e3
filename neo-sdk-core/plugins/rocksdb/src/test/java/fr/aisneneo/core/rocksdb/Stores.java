package fr.aisneneo.core.rocksdb;

import fr.aisneneo.core.plugin.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.rocksdb.Statistics;

/** Opens stores, and copies them as a crash would leave them. */
final class Stores {
    /** Small, so that a few megabytes go through tables and log files that are used again. */
    static final Map<String, String> SMALL = Map.of("write-buffer-megabytes", "1", "cache-megabytes", "8");

    private Stores() {}

    static RocksDbStorage open(Path directory) {
        return open(directory, Map.of());
    }

    static RocksDbStorage open(Path directory, Map<String, String> settings) {
        return open(directory.toString(), settings);
    }

    static RocksDbStorage open(String location, Map<String, String> settings) {
        RocksDbStoragePlugin plugin = new RocksDbStoragePlugin();
        return (RocksDbStorage) plugin.open(location, Settings.check(plugin.descriptor(), settings));
    }

    static RocksDbStorage openCounting(Path directory, @Nullable Statistics statistics) {
        NativeLibrary.load();
        Settings settings = Settings.check(RocksDbSettings.DESCRIPTOR, Map.of());
        return new StoreOpening(directory.toString(), RocksDbSettings.of(settings)).open(statistics);
    }

    /**
     * What a killed process would leave of a store that is open and where nobody writes. Merges of tables may still run
     * and take files away: only a copy during which nothing changed shows one instant.
     */
    static Path crashImage(Path store, Path image) throws IOException {
        for (int attempt = 0; attempt < 100; attempt++) {
            try {
                Map<String, String> before = digests(store);
                copy(store, image);
                if (digests(store).equals(before)) {
                    return image;
                }
            } catch (NoSuchFileException | UncheckedIOException e) {
                // a table that was merged into another one went away while it was read
            }
            deleteFiles(image);
        }
        throw new IllegalStateException("The store did not come to rest");
    }

    private static void copy(Path store, Path image) throws IOException {
        for (Path file : files(store)) {
            Path copy = image.resolve(store.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
    }

    private static void deleteFiles(Path image) throws IOException {
        if (Files.exists(image)) {
            for (Path file : files(image)) {
                Files.delete(file);
            }
        }
    }

    static List<Path> files(Path store) throws IOException {
        try (Stream<Path> tree = Files.walk(store)) {
            return tree.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** The files of RocksDB that end so, in the order of their numbers. */
    static List<Path> databaseFiles(Path store, String ending) throws IOException {
        return files(store.resolve("db")).stream()
                .filter(file -> file.getFileName().toString().endsWith(ending))
                .toList();
    }

    /** A digest of every file of the store, to see that nothing was changed. */
    static Map<String, String> digests(Path store) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        for (Path file : files(store)) {
            if (!StoreLock.owns(file)) {
                CRC32C crc = new CRC32C();
                crc.update(Files.readAllBytes(file));
                digests.put(store.relativize(file).toString(), Files.size(file) + ":" + crc.getValue());
            }
        }
        return digests;
    }
}
