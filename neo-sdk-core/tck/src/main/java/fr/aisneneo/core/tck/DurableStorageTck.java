package fr.aisneneo.core.tck;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The contract of an engine that keeps data: everything in {@link StorageTck}, and that what was acknowledged is there
 * after a restart, after {@code kill -9}, after a full disk and behind a torn log.
 *
 * <p>Some cases start another JVM on the class path of this one, which makes an instance of the author's class with its
 * constructor without parameters and calls {@link #open}; so that class must have one, must not be an inner class, and
 * must open the same store for the same directory in another process. What a machine cannot offer (a POSIX shell, for
 * the full disk) or an author does not (a hook) is skipped with a message.
 *
 * <p>Threads are as in {@link StorageTck}; in another JVM it is the main thread that opens the store.
 */
public abstract class DurableStorageTck extends StorageTck
        implements Reopening, Crashing, FullDisk, TornLog, Locking, Checkpoints {

    /** For subclasses. */
    protected DurableStorageTck() {}

    /**
     * Options of the JVMs that are started, such as {@code -Djava.library.path=…} where a native library would be
     * unpacked otherwise: with the full disk, that could not be written.
     *
     * @return a small heap, unless overridden
     */
    @Override
    public List<String> childOptions() {
        return List.of("-Xmx256m");
    }

    /**
     * How often the crash test kills the process that writes to one store.
     *
     * @return 6, unless overridden
     */
    @Override
    public int crashRounds() {
        return 6;
    }

    /**
     * Whether a store can be open in one place only. An engine whose store is a server of its own says no.
     *
     * @return true, unless overridden
     */
    @Override
    public boolean exclusive() {
        return true;
    }

    /**
     * The file that the last commits were appended to, so that it can be torn. Called when nobody has the store open.
     *
     * @param directory the directory of a store
     * @return the newest log file within it, or null to skip what tears it
     */
    @Override
    public @Nullable Path newestLog(Path directory) {
        return null;
    }

    /**
     * How large files may grow in the case of the full disk. Must be enough to create a store and open it.
     *
     * @return 2 MiB unless overridden, in bytes; empty to skip that case, for an engine that does not write files
     */
    @Override
    public OptionalLong fileSizeLimit() {
        return OptionalLong.of(2 << 20);
    }
}
