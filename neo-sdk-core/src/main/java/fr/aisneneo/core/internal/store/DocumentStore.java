package fr.aisneneo.core.internal.store;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.json.Codec;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.Store;
import fr.aisneneo.core.storage.Transaction;
import fr.aisneneo.core.storage.WholeStore;
import fr.aisneneo.core.storage.spi.ContentionKey;
import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.storage.spi.StorageInfo;
import fr.aisneneo.core.storage.spi.StorageTransaction;
import fr.aisneneo.core.tenant.TenantId;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Joins nested calls, runs lost transactions again, and hands documents to the engine. */
public final class DocumentStore implements Store, AutoCloseable {
    /** Who has lost so often goes on one at a time: an engine may see conflicts where there are none. */
    private static final int UNLUCKY = 3;

    private static final ContentionKey UNLUCKY_KEY = new ContentionKey(TenantId.SHARED, "store", "unlucky");

    private final Storage storage;
    private final Codec codec;
    private final DecodedDocuments decoded = new DecodedDocuments();
    private final DeclaredCollections declared = new DeclaredCollections(this);

    /** Of the instance, not static: a thread may have transactions of two stores open. Always removed at the end. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable OpenTransaction> open = new ThreadLocal<>();

    /**
     * A store over an open engine.
     *
     * @param storage the engine, closed with the store
     * @param codec how JSON bodies are written
     */
    public DocumentStore(Storage storage, Codec codec) {
        this.storage = storage;
        this.codec = codec;
        declared.start();
    }

    @Override
    public void declare(DocumentCollection<?>... collections) {
        for (DocumentCollection<?> collection : collections) {
            declared.declare(collection);
        }
    }

    @Override
    public <R extends @Nullable Object> R read(Function<Transaction, R> work) {
        OpenTransaction outer = open.get();
        if (outer != null) {
            return work.apply(outer);
        }
        // A reader may lose too, where what it saw cannot be one state in any order of the writers (PostgreSQL).
        return untilItDoesNotLose(
                attempt -> run(new OpenTransaction(this, storage.beginRead(), new TreeSet<>(), false), work));
    }

    @Override
    public <R extends @Nullable Object> R write(Contention contention, Function<Transaction, R> work) {
        OpenTransaction outer = open.get();
        if (outer != null) {
            return join(outer, contention, work);
        }
        SortedSet<ContentionKey> keys = new TreeSet<>(contention.keys());
        Set<Runnable> first = new LinkedHashSet<>();
        // keys holds, after an attempt, what joined calls met on the way: the next one takes them up front, sorted.
        return untilItDoesNotLose(attempt -> {
            if (attempt > UNLUCKY) {
                keys.add(UNLUCKY_KEY);
            }
            first.forEach(Runnable::run);
            first.clear();
            OpenTransaction transaction = new OpenTransaction(this, storage.beginWrite(keys), keys, true);
            if (attempt == 1) {
                // A second time it wants to know at once: it may lose for what is taken, and by other ids each time.
                transaction.engine().allowLateConflicts();
            }
            try {
                return run(transaction, work);
            } finally {
                first.addAll(transaction.beforeNextAttempt());
            }
        });
    }

    private static <R extends @Nullable Object> R untilItDoesNotLose(IntFunction<R> attempt) {
        for (int attempts = 1; ; attempts++) {
            try {
                return attempt.apply(attempts);
            } catch (StorageException e) {
                if (e.errorCode() != CoreError.STORAGE_CONFLICT) {
                    throw e;
                }
                Retries.pause(attempts, e);
            }
        }
    }

    private <R extends @Nullable Object> R run(OpenTransaction transaction, Function<Transaction, R> work) {
        open.set(transaction);
        R result;
        try {
            result = work.apply(transaction);
            transaction.checkSound();
        } catch (Throwable e) {
            open.remove();
            rollback(transaction, e);
            throw e;
        }
        open.remove();
        transaction.engine().commit();
        transaction.committed();
        return result;
    }

    private static void rollback(OpenTransaction transaction, Throwable cause) {
        try {
            transaction.engine().rollback();
        } catch (RuntimeException e) {
            // A refusal decided on what may still vanish must not get out: then the failure is the answer.
            if (!(cause instanceof StorageException) && e instanceof StorageException) {
                e.addSuppressed(cause);
                throw e;
            }
            cause.addSuppressed(e);
        }
    }

    private static <R extends @Nullable Object> R join(
            OpenTransaction outer, Contention contention, Function<Transaction, R> work) {
        if (!outer.writable()) {
            throw new StorageException(CoreError.STORAGE_READ_ONLY, Map.of());
        }
        outer.remember(contention);
        StorageTransaction.Savepoint savepoint = outer.savepoint();
        R result;
        try {
            result = work.apply(outer);
        } catch (Throwable e) {
            outer.backTo(savepoint);
            throw e;
        }
        outer.call(() -> {
            outer.engine().release(savepoint);
            return true;
        });
        return result;
    }

    @Override
    public boolean isInTransaction() {
        return open.get() != null;
    }

    @Override
    public void checkpoint(Path directory) {
        storage.checkpoint(directory);
    }

    @Override
    public WholeStore whole() {
        return new KeptDocuments(this);
    }

    <R extends @Nullable Object> R readWhole(Function<OpenTransaction, R> work) {
        if (open.get() != null) {
            throw new IllegalStateException("Read the whole store outside of transactions");
        }
        OpenTransaction reading = new OpenTransaction(this, storage.beginLongRead(), new TreeSet<>(), false);
        return run(reading, tx -> work.apply(reading));
    }

    @Override
    public StorageInfo info() {
        return storage.info();
    }

    /**
     * Who has documents in a collection, in a transaction of its own.
     *
     * @param collection a collection that was declared
     * @return its tenants
     */
    public List<TenantId> tenants(DocumentCollection<?> collection) {
        declared.check(collection);
        return untilItDoesNotLose(attempt -> {
            OpenTransaction reading = new OpenTransaction(this, storage.beginRead(), new TreeSet<>(), false);
            return run(reading, tx -> reading.engine().tenants(collection.schema()));
        });
    }

    /**
     * The transaction that is open on this thread.
     *
     * @return the transaction, or null
     */
    public @Nullable OpenTransaction current() {
        return open.get();
    }

    Storage storage() {
        return storage;
    }

    Codec codec() {
        return codec;
    }

    DecodedDocuments decoded() {
        return decoded;
    }

    DeclaredCollections declared() {
        return declared;
    }

    @Override
    public void close() {
        storage.close();
    }
}
