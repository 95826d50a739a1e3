package fr.aisneneo.core.storage;

import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.storage.spi.StorageInfo;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one store that all domains share. Thread-safe.
 *
 * <p><b>Work</b> given to {@link #read} and {@link #write} is free of side effects, since it may run again after losing
 * against another transaction: side effects belong into a subscriber of the journal. It throws to take everything back.
 *
 * <p><b>Nested calls join</b> the transaction that is open on the thread: they are kept or lost with it. A nested write
 * that throws takes back its own part only, so that the outer one may go on with something else.
 */
public interface Store {

    /**
     * Makes collections ready, upgrading documents that were written with an older schema or fewer indexes. The façade
     * of a domain does so when it is made. Declaring again does nothing.
     *
     * @param collections the collections
     * @throws StorageException {@code storage.schema} if a collection was written by a newer version, is declared
     *     differently elsewhere, or cannot be upgraded
     * @throws IllegalStateException if a transaction is open on this thread and a collection is new
     */
    void declare(DocumentCollection<?>... collections);

    /**
     * Reads one durable state.
     *
     * @param work what to read; must not write; run again where it lost against writers, so without side effects
     * @param <R> its result
     * @return its result
     */
    <R extends @Nullable Object> R read(Function<Transaction, R> work);

    /**
     * Writes all or nothing. When this returns (and did not join), what was written is durable.
     *
     * @param contention what it contends on; joining, the keys are remembered for a retry of the whole
     * @param work what to do
     * @param <R> its result
     * @return its result
     * @throws StorageException {@code storage.conflict} after a bounded number of retries, {@code storage.busy},
     *     {@code storage.read_only} inside {@link #read}, and the others of that family
     */
    <R extends @Nullable Object> R write(Contention contention, Function<Transaction, R> work);

    /**
     * Whether a transaction is open on this thread, which a call of {@link #read} or {@link #write} would join.
     *
     * @return true if so
     */
    boolean isInTransaction();

    /**
     * Copies the whole store, while it is in use, to a directory that does not exist yet.
     *
     * @param directory where to
     * @throws StorageException {@code storage.unsupported} where the engine has its own means of backup
     */
    void checkpoint(Path directory);

    /**
     * All that is in the store, as it is kept.
     *
     * @return the whole store
     */
    WholeStore whole();

    /**
     * What engine this is.
     *
     * @return its description
     */
    StorageInfo info();
}
