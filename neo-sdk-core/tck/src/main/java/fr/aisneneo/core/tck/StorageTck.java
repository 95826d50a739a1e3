package fr.aisneneo.core.tck;

import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.tenant.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.lifecycle.AfterProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/**
 * The contract of {@link fr.aisneneo.core.storage.spi.Storage}: an engine that passes serves every domain of the SDK.
 *
 * <p>An author extends this class (or {@link DurableStorageTck}, for an engine that keeps data) in the tests of the
 * engine, and runs it with JUnit Jupiter and jqwik, which both come with this library:
 *
 * <pre>{@code
 * class MyEngineTckTest extends DurableStorageTck {
 *     @Override
 *     public Storage open(Path directory) {
 *         return new MyEnginePlugin().open(directory.toString(), settings);
 *     }
 * }
 * }</pre>
 *
 * <p>The cases stand in groups by concept; each opens its own store. They wait for each other by latches with bounds,
 * never by sleeping, and their outcome does not depend on timing. Cases that need a hook which the author did not
 * override are skipped with a message that names it.
 *
 * <p>An instance serves one case at a time, on the thread of that case, which opens the stores; the engine is then used
 * by many threads at once. Other hooks may be asked by any of them.
 */
@BoundedTime
public abstract class StorageTck
        implements ReadingAndWriting,
                Versions,
                BodiesContract,
                ReadYourWrites,
                FailedWrites,
                SavepointsContract,
                IndexOrder,
                Scanning,
                Cursors,
                Uniqueness,
                PartialIndexes,
                Tenancy,
                RandomTransactions,
                Snapshots,
                Serializability,
                Stamps,
                LateConflicts,
                RecordedHistories,
                Contention,
                Interruption,
                Lifecycle,
                Closing,
                Declaring,
                Limits {
    private final List<Storage> opened = new ArrayList<>();
    private final List<Path> directories = new ArrayList<>();
    private final AtomicInteger tenants = new AtomicInteger();
    private @Nullable Storage storage;

    /** For subclasses. */
    protected StorageTck() {}

    /**
     * Opens the store of a directory, and creates it if the directory does not exist. A directory names one store: an
     * engine that keeps its data elsewhere may use its name (of at most 40 characters of {@code a-z0-9-}) for a
     * database or a schema. In a durable engine, the same directory opened again is the same store.
     *
     * @param directory the directory; its parent exists
     * @return the open engine; the case closes it
     */
    @Override
    public abstract Storage open(Path directory);

    /**
     * Opens a store whose writers give up waiting for others, and whose {@link Storage#close()} gives up waiting for
     * running transactions, after about the time given. Without it the cases that need it are skipped.
     *
     * @param directory as in {@link #open}
     * @param wait how long it may wait, some milliseconds
     * @return the open engine, or null if the engine cannot be opened so
     */
    @Override
    public @Nullable Storage openImpatiently(Path directory, Duration wait) {
        return null;
    }

    /**
     * How long a case waits for another thread where an engine may rightly keep that thread waiting. A longer time
     * finds more in an engine that is slow to answer; the outcome of a sound engine does not depend on it.
     *
     * @return a tenth of a second, unless overridden
     */
    @Override
    public Duration chance() {
        return Duration.ofMillis(100);
    }

    /**
     * How many commits pass a reader by that stays open. An engine whose commits cost a round trip and a sync each may
     * say less; one that keeps old values in memory should not.
     *
     * @return 16,000 unless overridden; at least 16
     */
    @Override
    public int commitsPastAReader() {
        return 16_000;
    }

    /**
     * How many random short histories of concurrent transactions are written down and judged. Each costs an engine
     * about eight transactions, some of them at the same time.
     *
     * @return 300 unless overridden; more where a commit is cheap
     */
    @Override
    public int histories() {
        return 300;
    }

    @Override
    public final Path newDirectory() {
        try {
            Path parent = Files.createTempDirectory("neo-tck-");
            directories.add(parent);
            return parent.resolve("store-" + directories.size());
        } catch (IOException e) {
            throw new IllegalStateException("No temporary directory", e);
        }
    }

    @Override
    public final Storage storage() {
        Storage current = storage;
        if (current == null) {
            current = open(newDirectory());
            opened.add(current);
            Samples.declareAll(current);
            storage = current;
        }
        return current;
    }

    @Override
    public final TenantId newTenant() {
        return new TenantId("tenant-" + tenants.incrementAndGet());
    }

    /**
     * Closes the store of the case and removes its directories. JUnit and jqwik each see one of the annotations.
     *
     * @throws IOException if a directory cannot be removed
     */
    @AfterEach
    @AfterProperty
    final void tidyUp() throws IOException {
        opened.forEach(Storage::close);
        opened.clear();
        storage = null;
        for (Path directory : directories) {
            Directories.delete(directory);
        }
        directories.clear();
    }
}
