package fr.aisneneo.core.internal.store;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.Documents;
import fr.aisneneo.core.storage.Scope;
import fr.aisneneo.core.storage.Transaction;
import fr.aisneneo.core.storage.spi.ContentionKey;
import fr.aisneneo.core.storage.spi.StorageLimits;
import fr.aisneneo.core.storage.spi.StorageTransaction;
import fr.aisneneo.core.tenant.TenantId;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the SDK knows of a transaction beyond its engine: keys learned, documents written, what to do after the commit.
 */
public final class OpenTransaction implements Transaction {
    /** More than a transaction may write. */
    private static final int ORDER_BITS = 17;

    private final DocumentStore store;
    private final StorageTransaction engine;
    private final SortedSet<ContentionKey> contention;
    private final boolean writable;
    private final Set<Written> written = new HashSet<>();
    private final Set<Runnable> afterCommit = new LinkedHashSet<>();
    private final Set<Runnable> beforeNextAttempt = new LinkedHashSet<>();
    private @Nullable StorageException failure;
    private @Nullable Object encoded;
    private byte[] json = {};
    private long stamp;
    private int ordered;
    private int writes;
    private long bytes;

    private record Written(String collection, TenantId tenant, String id) {}

    OpenTransaction(
            DocumentStore store, StorageTransaction engine, SortedSet<ContentionKey> contention, boolean writable) {
        this.store = store;
        this.engine = engine;
        this.contention = contention;
        this.writable = writable;
    }

    @Override
    public <T> Documents<T> documents(DocumentCollection<T> collection, TenantId tenant) {
        return stored(collection, tenant);
    }

    <T> CollectionDocuments<T> stored(DocumentCollection<T> collection, TenantId tenant) {
        store.declared().check(collection);
        TenantId scoped = collection.scope() == Scope.SHARED ? TenantId.SHARED : tenant;
        return new CollectionDocuments<>(store, this, collection, scoped);
    }

    @Override
    public boolean writable() {
        return writable;
    }

    /**
     * Does something once the whole transaction is durable, the same thing at most once.
     *
     * @param action quick and never failing, such as waking a thread
     */
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    /**
     * The JSON of a value. What was written as a document just before is not encoded again: an event often tells the
     * very document that it is about.
     *
     * @param value the value
     * @return its JSON, not to be changed
     */
    public byte[] encode(Object value) {
        return value instanceof Record && value == encoded
                ? json
                : store.codec().encode(value);
    }

    void wroteAs(Object value, byte[] body) {
        encoded = value;
        json = body;
    }

    /**
     * A number that grows with each call, and from a transaction to all that see it.
     *
     * @return a positive number, or 0 on an engine whose writers run one at a time
     */
    public long order() {
        if (ordered == 0) {
            stamp = call(engine::stamp);
        }
        return stamp == 0 ? 0 : (stamp << ORDER_BITS) + ordered++;
    }

    @Nullable DocumentCollection<?> declared(String name) {
        return store.declared().find(name);
    }

    StorageTransaction engine() {
        return engine;
    }

    /**
     * Learns what it contends on, for the case that it has to be run again.
     *
     * @param more what was met on the way
     */
    public void remember(Contention more) {
        contention.addAll(more.keys());
    }

    /**
     * Gives this attempt up: the transaction is run again, after something that is done outside of it.
     *
     * @param first what, once; it may begin transactions
     */
    public void beginAgainAfter(Runnable first) {
        beforeNextAttempt.add(first);
        call(() -> {
            throw new StorageException(CoreError.STORAGE_CONFLICT, Map.of());
        });
    }

    /** Hands over what is to be done before the next attempt. */
    Set<Runnable> beforeNextAttempt() {
        return beforeNextAttempt;
    }

    StorageTransaction.Savepoint savepoint() {
        return call(engine::savepoint);
    }

    void backTo(StorageTransaction.Savepoint savepoint) {
        if (failure == null) {
            call(() -> {
                engine.rollbackTo(savepoint);
                return true;
            });
        }
    }

    /** Runs an engine call; after one that failed, nothing of this transaction can be trusted to commit. */
    <R extends @Nullable Object> R call(Supplier<R> engineCall) {
        try {
            return engineCall.get();
        } catch (StorageException e) {
            failure = e;
            throw e;
        }
    }

    /** A caller may have swallowed the failure of an engine call; the commit does not. */
    void checkSound() {
        if (failure != null) {
            throw failure;
        }
    }

    void countWrite(String collection, TenantId tenant, String id, int size) {
        if (!writable) {
            throw new StorageException(CoreError.STORAGE_READ_ONLY, Map.of());
        }
        writes++;
        bytes += size;
        if (writes > StorageLimits.TRANSACTION_WRITES) {
            throw tooLarge(StorageLimits.TRANSACTION_WRITES + " documents");
        }
        if (bytes > StorageLimits.TRANSACTION_BYTES) {
            throw tooLarge(StorageLimits.TRANSACTION_BYTES + " bytes");
        }
        written.add(new Written(collection, tenant, id));
    }

    private StorageException tooLarge(String limit) {
        StorageException tooLarge =
                new StorageException(CoreError.STORAGE_TRANSACTION_TOO_LARGE, Map.of("limit", limit));
        failure = tooLarge;
        return tooLarge;
    }

    boolean wrote(String collection, TenantId tenant, String id) {
        return !written.isEmpty() && written.contains(new Written(collection, tenant, id));
    }

    void committed() {
        afterCommit.forEach(Runnable::run);
    }
}
