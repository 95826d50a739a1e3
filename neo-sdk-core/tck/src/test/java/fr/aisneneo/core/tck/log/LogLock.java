package fr.aisneneo.core.tck.log;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * Keeps a directory to one opener. Closing any descriptor of a file drops all locks of the process on it (POSIX), so an
 * attempt within the same JVM is stopped at a file of its own, before it touches the one that keeps others out.
 */
final class LogLock implements AutoCloseable {
    private final FileChannel own;
    private final FileChannel shared;

    private LogLock(FileChannel own, FileChannel shared) {
        this.own = own;
        this.shared = shared;
    }

    static LogLock take(Path directory, LogFault fault) throws IOException {
        long pid = ProcessHandle.current().pid();
        FileChannel own = lock(directory, name("lock-" + pid, fault), "this process, PID " + pid);
        try {
            return new LogLock(own, lock(directory, name("lock", fault), "another process"));
        } catch (IOException | RuntimeException e) {
            own.close();
            throw e;
        }
    }

    private static String name(String name, LogFault fault) {
        return fault == LogFault.UNLOCKED ? name + "-" + System.nanoTime() : name;
    }

    private static FileChannel lock(Path directory, String file, String holder) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve(file), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean taken;
        try {
            taken = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            taken = false;
        }
        if (!taken) {
            channel.close();
            throw new StorageException(
                    CoreError.STORAGE_LOCKED, Map.of("location", directory.toString(), "holder", holder));
        }
        return channel;
    }

    @Override
    public void close() throws IOException {
        try (own) {
            shared.close();
        }
    }
}
