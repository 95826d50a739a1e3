package fr.aisneneo.core.rocksdb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * RocksDB's file {@code CURRENT}, which names the manifest in use and has no checksum. RocksDB says of a wrong name
 * only that some other file is missing.
 */
final class CurrentFile {
    private static final String NAME = "CURRENT";
    private static final Pattern CONTENT = Pattern.compile("MANIFEST-\\d{6,20}\n");
    private static final int MOST_BYTES = 100;

    private CurrentFile() {}

    /** The manifest that the one in a directory names, where nothing is wrong with it. */
    static String manifest(Path directory) throws IOException {
        return Files.readString(directory.resolve(NAME), StandardCharsets.ISO_8859_1)
                .strip();
    }

    /** What is wrong with the one in a directory, with its name; null if it names a manifest that is there. */
    static @Nullable String whatIsWrong(Path directory) throws IOException {
        Path file = directory.resolve(NAME);
        if (!Files.exists(file)) {
            return NAME + ": missing";
        }
        String content = Files.size(file) > MOST_BYTES ? "" : Files.readString(file, StandardCharsets.ISO_8859_1);
        if (!CONTENT.matcher(content).matches()) {
            return NAME + ": names no manifest";
        }
        String manifest = content.strip();
        return Files.isRegularFile(directory.resolve(manifest))
                ? null
                : NAME + ": names " + manifest + ", which is missing";
    }
}
