package fr.aisneneo.core.storage;

import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.storage.spi.StoredDocument;
import fr.aisneneo.core.tenant.TenantId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The store as it is kept: every collection, every tenant, bodies as they are. For copying a whole store, never for an
 * actor. Thread-safe.
 */
public interface WholeStore {

    /**
     * Reads one durable state from end to end. The work runs once: it may write elsewhere what it reads.
     *
     * @param work what to read, on this thread
     * @param <R> its result
     * @return its result
     * @throws IllegalStateException if a transaction is open on this thread
     * @throws StorageException {@code storage.conflict} if the state turned out, against writers, to be none that ever
     *     was; what was read of it is worth nothing then
     */
    <R extends @Nullable Object> R snapshot(Function<Snapshot, R> work);

    /**
     * Adds a document within the writing transaction that is open on this thread. Its index entries are computed from
     * the body, which is read for that and kept as it is.
     *
     * @param collection a collection that was {@linkplain Store#declare declared}
     * @param tenant whose; put aside for a {@linkplain Scope#SHARED shared} collection
     * @param id its id
     * @param body its body, of the collection's present schema version; not changed afterwards by anybody
     * @throws InvalidInputException if the body is none of this collection, or has another id
     * @throws ConflictException {@code storage.document.exists} or {@code storage.unique.taken}
     * @throws IllegalStateException if no transaction is open on this thread
     */
    void insert(DocumentCollection<?> collection, TenantId tenant, String id, byte[] body);

    /** One durable state. Used by the thread of its transaction, within the work it was given to. */
    interface Snapshot {

        /**
         * Every collection that the store ever had, whether or not this process knows it.
         *
         * @return them, in the order of their names
         */
        List<KeptCollection> collections();

        /**
         * Who has documents in a collection.
         *
         * @param collection a declared collection
         * @return the tenants, in the order of their ids
         */
        List<TenantId> tenants(DocumentCollection<?> collection);

        /**
         * The next documents in the order of their ids.
         *
         * @param collection a declared collection
         * @param tenant whose
         * @param after the id of the last document read; null at the beginning
         * @param limit how many at most, 1 to {@link fr.aisneneo.core.storage.spi.StorageLimits#SCAN_HITS}
         * @return the documents; fewer than {@code limit} at the end
         */
        List<StoredDocument> documents(
                DocumentCollection<?> collection, TenantId tenant, @Nullable String after, int limit);
    }

    /**
     * A collection as the store remembers it.
     *
     * @param name its name
     * @param schemaVersion the schema version that its documents were brought to
     * @param complete false while they are being brought to it
     * @param declared what this process declared under that name; null if nothing
     */
    record KeptCollection(
            String name,
            int schemaVersion,
            boolean complete,
            @Nullable DocumentCollection<?> declared) {}
}
