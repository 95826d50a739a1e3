package fr.aisneneo.core.rocksdb;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A store's directory: the file {@code neo-store} says that it is one and in which format, {@code db} is RocksDB's,
 * beside it stand the locks and the mark of what was acknowledged.
 */
final class StoreDirectory {
    static final int FORMAT = 1;
    private static final String MARKER = "neo-store";
    /** Stands there while the store is made; whatever is there then was never handed to anybody. */
    private static final String UNFINISHED = "neo-store.new";

    private static final String MARKER_TEXT = "engine=rocksdb\nformat=" + FORMAT + "\n";
    private static final Pattern FORMAT_LINE = Pattern.compile("engine=rocksdb\\R(?:.*\\R)*?format=(\\d{1,9})\\s*");
    private static final int MARKER_BYTES = 1_000;

    private final Path path;
    private final String location;

    StoreDirectory(Path path, String location) {
        this.path = path;
        this.location = location;
    }

    Path path() {
        return path;
    }

    Path database() {
        return path.resolve("db");
    }

    /** Makes the directory where it is missing, for its owner only, and its parents. */
    void create() throws IOException {
        if (Files.isDirectory(path)) {
            return;
        }
        Path parent = path.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectory(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectory(path);
        }
        if (parent != null) {
            sync(parent);
        }
    }

    /**
     * Whether there is a store already.
     *
     * @throws StorageException if there is something else, or a store of a newer format
     */
    boolean holdsStore() throws IOException {
        Path marker = path.resolve(MARKER);
        if (Files.exists(marker)) {
            checkFormat(marker);
            return true;
        }
        if (!Files.exists(path.resolve(UNFINISHED))) {
            String other = somethingElse();
            if (other != null) {
                throw new StorageException(RocksDbError.NOT_A_STORE, Map.of("location", location, "found", other));
            }
        }
        return false;
    }

    private void checkFormat(Path marker) throws IOException {
        String text = Files.size(marker) > MARKER_BYTES ? "" : Files.readString(marker, StandardCharsets.ISO_8859_1);
        Matcher format = FORMAT_LINE.matcher(text);
        if (!format.lookingAt()) {
            throw new StorageException(
                    CoreError.STORAGE_CORRUPT, Map.of("location", location, "reason", MARKER + ": unreadable"));
        }
        if (Integer.parseInt(format.group(1)) > FORMAT) {
            throw new StorageException(
                    RocksDbError.NEWER_FORMAT,
                    Map.of("location", location, "format", format.group(1), "known", FORMAT));
        }
    }

    private @Nullable String somethingElse() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> !StoreLock.owns(file) && !file.endsWith("lost+found"))
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .findFirst()
                    .orElse(null);
        }
    }

    /** Clears what an earlier attempt left and notes that a store is being made. */
    void begin() throws IOException {
        write(UNFINISHED);
        if (Files.exists(database())) {
            deleteTree(database());
        }
        Files.deleteIfExists(path.resolve(AcknowledgedMark.NAME));
    }

    /** From now on there is a store. */
    void finish() throws IOException {
        sync(path);
        Files.move(path.resolve(UNFINISHED), path.resolve(MARKER), StandardCopyOption.ATOMIC_MOVE);
        sync(path);
    }

    private void write(String name) throws IOException {
        Path file = path.resolve(name);
        Files.write(
                file,
                List.of(MARKER_TEXT.strip().split("\n", -1)),
                StandardCharsets.US_ASCII,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE,
                StandardOpenOption.SYNC);
        sync(path);
    }

    /** Makes new names in a directory durable, where the system can do that. */
    static void sync(Path directory) throws IOException {
        if (java.io.File.separatorChar == '/') {
            try (var channel = java.nio.channels.FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** The same where the work is done but for this: an interruption waits until the name is durable. */
    static void syncUninterrupted(Path directory) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    sync(directory);
                    return;
                } catch (ClosedByInterruptException e) {
                    interrupted = true;
                    Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    static void deleteTree(Path root) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) throws IOException {
                if (e != null) {
                    throw e;
                }
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
