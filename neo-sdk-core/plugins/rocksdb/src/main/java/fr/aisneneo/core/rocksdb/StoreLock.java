package fr.aisneneo.core.rocksdb;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a store to one opener: a lock of the operating system on the file {@code lock}, gone with the process however
 * it ends.
 *
 * <p>POSIX drops all locks of a process on a file as soon as it closes any descriptor of that file, so a second attempt
 * within the same JVM must not touch it. It is stopped before, at the file {@code holder-PID}, where only this JVM
 * comes; that file also tells other processes who holds the store.
 */
final class StoreLock implements AutoCloseable {
    private static final String LOCK = "lock";
    private static final String HOLDER = "holder-";

    private final FileChannel lock;
    private final FileChannel holder;
    private final Path holderFile;

    private StoreLock(FileChannel lock, FileChannel holder, Path holderFile) {
        this.lock = lock;
        this.holder = holder;
        this.holderFile = holderFile;
    }

    /** Whether a file of the store's directory belongs to the locking. */
    static boolean owns(Path file) {
        String name = file.getFileName().toString();
        return name.equals(LOCK) || name.startsWith(HOLDER);
    }

    /** Takes the lock, or says who has it. */
    static StoreLock take(Path directory, String location) throws IOException {
        long self = ProcessHandle.current().pid();
        Path holderFile = directory.resolve(HOLDER + self);
        FileChannel holder = open(holderFile);
        try {
            if (!lock(holder)) {
                throw locked(location, "PID " + self + ", this JVM");
            }
            FileChannel lock = open(directory.resolve(LOCK));
            try {
                if (!lock(lock)) {
                    Files.deleteIfExists(holderFile);
                    throw locked(location, holders(directory));
                }
                removeStale(directory, holderFile);
                return new StoreLock(lock, holder, holderFile);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            holder.close();
            throw e;
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static StorageException locked(String location, String holder) {
        return new StorageException(CoreError.STORAGE_LOCKED, Map.of("location", location, "holder", holder));
    }

    private static String holders(Path directory) throws IOException {
        TreeSet<Long> alive = new TreeSet<>();
        for (Path file : holderFiles(directory)) {
            @Nullable Long pid = pid(file);
            if (pid != null && ProcessHandle.of(pid).isPresent()) {
                alive.add(pid);
            }
        }
        return alive.isEmpty()
                ? "PID ?"
                : alive.stream().map(pid -> "PID " + pid).collect(Collectors.joining(", "));
    }

    private static @Nullable Long pid(Path file) {
        try {
            return Long.valueOf(file.getFileName().toString().substring(HOLDER.length()));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static List<Path> holderFiles(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return new ArrayList<>(
                    files.filter(file -> file.getFileName().toString().startsWith(HOLDER))
                            .toList());
        }
    }

    private static void removeStale(Path directory, Path own) throws IOException {
        for (Path file : holderFiles(directory)) {
            if (!file.equals(own)) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (lock;
                holder) {
            Files.deleteIfExists(holderFile);
        }
    }
}
