package fr.aisneneo.core.rocksdb;

import fr.aisneneo.core.error.PluginException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDB;

/** Loads RocksDB's native library, or says what to do. */
final class NativeLibrary {
    private NativeLibrary() {}

    static void load() {
        try {
            RocksDB.loadLibrary();
        } catch (RuntimeException | LinkageError e) {
            throw new PluginException(
                    RocksDbError.LIBRARY,
                    Map.of(
                            "platform",
                            System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                            "directory",
                            directory(),
                            "reason",
                            reason(e)),
                    e);
        }
    }

    private static String directory() {
        @Nullable String own = System.getenv("ROCKSDB_SHAREDLIB_DIR");
        return own == null || own.isEmpty() ? System.getProperty("java.io.tmpdir", "?") : own;
    }

    private static String reason(Throwable e) {
        Throwable root = e;
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            root = cause;
        }
        @Nullable String message = root.getMessage();
        return message == null ? root.getClass().getName() : message;
    }
}
