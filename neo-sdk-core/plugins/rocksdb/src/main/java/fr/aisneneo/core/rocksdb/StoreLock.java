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
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a store to one opener: a lock of the operating system on the file {@code lock}, gone with the process however
 * it ends.
 *
 * <p>POSIX drops all locks of a process on a file as soon as it closes any descriptor of that file, so a second attempt
 * within the same JVM must not touch it. It is stopped before, at the file {@code holder-PID}, where only processes of
 * that number come; that file also tells others who holds the store. A holder file whose lock is held is never removed,
 * and where one vanished all the same, what a second attempt opened stays open.
 */
final class StoreLock implements AutoCloseable {
    private static final String LOCK = "lock";
    private static final String HOLDER = "holder-";

    /**
     * Descriptors of locks that this JVM holds through another descriptor: closing one would drop the lock. Static,
     * since such a lock is the process's; one more only where somebody removed files of an open store.
     */
    private static final Set<FileChannel> NEVER_CLOSED = ConcurrentHashMap.newKeySet();

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
            switch (attempt(holder)) {
                case HELD_HERE -> throw locked(location, "PID " + self + ", this JVM");
                // Two processes have the same number where each container counts its own.
                case HELD_ELSEWHERE -> throw locked(location, "PID " + self + " in another container");
                case TAKEN -> {}
            }
            return new StoreLock(takeLock(directory, location, holderFile), holder, holderFile);
        } catch (IOException | RuntimeException e) {
            holder.close();
            throw e;
        }
    }

    private static FileChannel takeLock(Path directory, String location, Path holderFile) throws IOException {
        FileChannel lock = open(directory.resolve(LOCK));
        Attempt attempt = Attempt.HELD_ELSEWHERE;
        try {
            attempt = attempt(lock);
            if (attempt != Attempt.TAKEN) {
                Files.deleteIfExists(holderFile);
                throw locked(location, attempt == Attempt.HELD_HERE ? "this JVM" : holders(directory));
            }
            removeStale(directory, holderFile);
            return lock;
        } catch (IOException | RuntimeException e) {
            if (attempt == Attempt.HELD_HERE) {
                NEVER_CLOSED.add(lock);
            } else {
                lock.close();
            }
            throw e;
        }
    }

    private enum Attempt {
        TAKEN,
        HELD_HERE,
        HELD_ELSEWHERE
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static Attempt attempt(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() == null ? Attempt.HELD_ELSEWHERE : Attempt.TAKEN;
        } catch (OverlappingFileLockException e) {
            return Attempt.HELD_HERE;
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

    /** Removes what dead processes left; whoever is alive and asks holds the lock of their own file. */
    private static void removeStale(Path directory, Path own) throws IOException {
        for (Path file : holderFiles(directory)) {
            if (!file.equals(own)) {
                try (FileChannel stale = open(file)) {
                    if (attempt(stale) == Attempt.TAKEN) {
                        Files.deleteIfExists(file);
                    }
                }
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
