package fr.aisneneo.core.rocksdb;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Statistics;
import org.rocksdb.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a store, or makes it; all checks come before the first change. */
final class StoreOpening {
    private static final Logger LOG = LoggerFactory.getLogger(StoreOpening.class);

    private final String location;
    private final RocksDbSettings settings;

    StoreOpening(String location, RocksDbSettings settings) {
        this.location = location;
        this.settings = settings;
    }

    RocksDbStorage open(@Nullable Statistics statistics) {
        StoreDirectory directory = new StoreDirectory(path(), location);
        try {
            directory.create();
            directory.holdsStore();
            StoreLock lock = StoreLock.take(directory.path(), location);
            try {
                return directory.holdsStore() ? reopen(directory, lock, statistics) : make(directory, lock, statistics);
            } catch (IOException | RuntimeException | Error e) {
                lock.close();
                throw e;
            }
        } catch (ClosedByInterruptException e) {
            throw new StorageException(CoreError.STORAGE_INTERRUPTED, Map.of(), e);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private Path path() {
        if (location.isBlank()) {
            throw unusable("no path is given", null);
        }
        try {
            return Path.of(location).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw unusable(e.getReason(), e);
        }
    }

    private StorageException unusable(IOException e) {
        if (e instanceof AccessDeniedException denied) {
            return unusable("no right to write " + denied.getFile(), e);
        }
        if (e instanceof FileAlreadyExistsException existing) {
            return unusable(existing.getFile() + " is no directory", e);
        }
        Failure failure = Failure.of(location, e);
        if (failure.code() == CoreError.STORAGE_FULL || !(e instanceof FileSystemException)) {
            return failure.exception();
        }
        return unusable(Failure.reason(e), e);
    }

    private StorageException unusable(String reason, @Nullable Exception cause) {
        return new StorageException(RocksDbError.LOCATION, Map.of("location", location, "reason", reason), cause);
    }

    private RocksDbStorage make(StoreDirectory directory, StoreLock lock, @Nullable Statistics statistics)
            throws IOException {
        directory.begin();
        OpenStore store = open(directory, lock, true, statistics);
        try {
            store.mark().write(0);
            store.mark().sync();
            directory.finish();
            return new RocksDbStorage(location, settings, store, 0);
        } catch (IOException | RuntimeException | Error e) {
            store.abandon();
            throw e;
        }
    }

    private RocksDbStorage reopen(StoreDirectory directory, StoreLock lock, @Nullable Statistics statistics)
            throws IOException {
        Long acknowledged = AcknowledgedMark.read(directory.path());
        if (acknowledged == null) {
            throw corrupt(AcknowledgedMark.NAME + ": missing or unreadable", null);
        }
        LogCheck logs = new LogCheck(directory.database(), checkTables(directory), acknowledged);
        String refusal = logs.refusal();
        if (refusal != null) {
            // What is missing in the logs may as well have been in a table that the manifest no longer lists.
            throw corrupt(refusal + "; tables as " + CurrentFile.manifest(directory.database()) + " lists them", null);
        }
        long cut = logs.cut();
        LOG.debug("Took {} bytes without whole records off the log of {}", cut, location);
        OpenStore store = open(directory, lock, false, statistics);
        try {
            return new RocksDbStorage(location, settings, store, logs.reached());
        } catch (RuntimeException | Error e) {
            store.abandon();
            throw e;
        }
    }

    /**
     * Opens the tables alone, and only for reading: RocksDB looks for its log in a directory that has none.
     *
     * @return the last commit that the tables hold
     */
    private long checkTables(StoreDirectory directory) throws IOException {
        String wrong = CurrentFile.whatIsWrong(directory.database());
        if (wrong != null) {
            throw corrupt(wrong, null);
        }
        try (Options options =
                        new Options().setWalDir(directory.path().toString()).setParanoidChecks(true);
                RocksDB tables =
                        RocksDB.openReadOnly(options, directory.database().toString());
                ReadOptions reading = new ReadOptions()) {
            if (settings.verifyOnOpen()) {
                tables.verifyChecksum();
            }
            return RocksDbStorage.commitOf(new RocksDbValues(tables, reading, this::cannotOpen));
        } catch (RocksDBException e) {
            throw cannotOpen(e);
        }
    }

    private OpenStore open(StoreDirectory directory, StoreLock lock, boolean create, @Nullable Statistics statistics)
            throws IOException {
        AcknowledgedMark mark = AcknowledgedMark.open(directory.path());
        NativeOptions options = new NativeOptions(settings, create, statistics);
        try {
            RocksDB db = RocksDB.open(options.options(), directory.database().toString());
            return new OpenStore(db, options, directory, mark, lock);
        } catch (RocksDBException e) {
            options.close();
            mark.close();
            throw cannotOpen(e);
        }
    }

    private StorageException cannotOpen(RocksDBException e) {
        Failure failure = Failure.of(location, e);
        Status status = e.getStatus();
        // RocksDB's own lock, behind ours: whoever removed our files does not get the store as well.
        if (Failure.reason(e).contains("/LOCK:")) {
            return new StorageException(CoreError.STORAGE_LOCKED, Map.of("location", location, "holder", "?"), e);
        }
        boolean damaged = status != null
                && (status.getCode() == Status.Code.InvalidArgument
                        || status.getCode() == Status.Code.NotSupported
                        // How a missing file arrives here.
                        || status.getSubCode() == Status.SubCode.Undefined);
        return failure.code() == CoreError.STORAGE_FAILED && damaged
                ? corrupt(Failure.reason(e), e)
                : failure.exception();
    }

    private StorageException corrupt(String reason, @Nullable Exception cause) {
        return new StorageException(CoreError.STORAGE_CORRUPT, Map.of("location", location, "reason", reason), cause);
    }
}
