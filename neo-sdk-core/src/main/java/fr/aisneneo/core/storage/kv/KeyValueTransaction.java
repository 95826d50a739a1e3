package fr.aisneneo.core.storage.kv;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.DocumentWrite;
import fr.aisneneo.core.storage.spi.ScanHit;
import fr.aisneneo.core.storage.spi.ScanRequest;
import fr.aisneneo.core.storage.spi.StorageTransaction;
import fr.aisneneo.core.storage.spi.StoredDocument;
import fr.aisneneo.core.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Documents and index entries over a sorted map. */
final class KeyValueTransaction implements StorageTransaction {
    /** Whether a thread is inside a call: {@link KeyValueStorage#close()} may take the map away only when none is. */
    private enum Phase {
        IDLE,
        IN_CALL,
        ENDED,
        CUT_OFF
    }

    private final KeyValueStorage storage;
    private final Thread owner = Thread.currentThread();
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.IN_CALL);
    private KeyValues view = NOTHING;
    private @Nullable KeyValueSnapshot snapshot;
    private @Nullable PendingChanges changes;
    private long base;

    KeyValueTransaction(KeyValueStorage storage) {
        this.storage = storage;
    }

    void begin(KeyValueSnapshot durable) {
        snapshot = durable;
        view = durable;
        phase.set(Phase.IDLE);
    }

    void begin(KeyValues newest, long lastCommit) {
        changes = new PendingChanges(newest);
        view = changes;
        base = lastCommit;
        phase.set(Phase.IDLE);
    }

    void ended() {
        phase.set(Phase.ENDED);
    }

    @Override
    public @Nullable StoredDocument get(CollectionSchema collection, TenantId tenant, String id) {
        return call(() -> {
            byte[] value = view.get(OrderedKeys.document(collection, tenant, id));
            return value == null ? null : stored(id, DocumentValue.decode(value));
        });
    }

    @Override
    public long insert(CollectionSchema collection, TenantId tenant, DocumentWrite write) {
        return call(() -> writes(collection, tenant).insert(write));
    }

    @Override
    public long update(CollectionSchema collection, TenantId tenant, DocumentWrite write, long expectedVersion) {
        return call(() -> writes(collection, tenant).update(write, expectedVersion));
    }

    @Override
    public void delete(CollectionSchema collection, TenantId tenant, String id, long expectedVersion) {
        call(() -> {
            writes(collection, tenant).delete(id, expectedVersion);
            return true;
        });
    }

    @Override
    public List<ScanHit> scan(ScanRequest request) {
        return call(() -> KeyValueScan.hits(view, request));
    }

    @Override
    public List<TenantId> tenants(CollectionSchema collection) {
        return call(() -> KeyValueScan.tenants(view, collection));
    }

    @Override
    public Savepoint savepoint() {
        return call(() -> new Mark(this, writable().mark()));
    }

    @Override
    public void rollbackTo(Savepoint savepoint) {
        call(() -> {
            if (!(savepoint instanceof Mark mark) || mark.transaction() != this) {
                throw new IllegalArgumentException("A savepoint of another transaction");
            }
            writable().backTo(mark.at());
            return true;
        });
    }

    @Override
    public void commit() {
        end(true);
    }

    @Override
    public void rollback() {
        if (phase.get() == Phase.IDLE) {
            end(false);
        } else if (phase.get() == Phase.CUT_OFF) {
            leaveCutOff();
        }
    }

    private void end(boolean write) {
        enter();
        PendingChanges own = changes;
        try {
            if (snapshot != null) {
                snapshot.close();
            } else if (own != null) {
                long seen = base;
                if (write && !own.isEmpty()) {
                    seen = storage.commit(own);
                } else {
                    storage.unlock();
                }
                storage.awaitDurable(seen);
            }
        } finally {
            view = NOTHING;
            changes = null;
            phase.set(Phase.ENDED);
            storage.ended(this);
        }
    }

    /**
     * Called by the storage that closes: waits for the call that is running, then lets no other in.
     *
     * @return false if that call did not return in time
     */
    boolean cutOff(long deadline) {
        while (!phase.compareAndSet(Phase.IDLE, Phase.CUT_OFF)) {
            Phase now = phase.get();
            if (now == Phase.ENDED || now == Phase.CUT_OFF) {
                return true;
            }
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            LockSupport.parkNanos(100_000);
        }
        if (snapshot != null) {
            snapshot.close();
        }
        return true;
    }

    private void leaveCutOff() {
        if (changes != null && Thread.currentThread() == owner) {
            changes = null;
            storage.unlock();
        }
        phase.set(Phase.ENDED);
    }

    private <R extends @Nullable Object> R call(Supplier<R> work) {
        enter();
        try {
            return work.get();
        } finally {
            phase.set(Phase.IDLE);
        }
    }

    private void enter() {
        if (Thread.currentThread() != owner) {
            throw new StorageException(CoreError.STORAGE_TRANSACTION_ENDED, Map.of());
        }
        if (!phase.compareAndSet(Phase.IDLE, Phase.IN_CALL)) {
            if (phase.get() == Phase.CUT_OFF) {
                leaveCutOff();
                throw KeyValueStorage.closedException();
            }
            throw new StorageException(CoreError.STORAGE_TRANSACTION_ENDED, Map.of());
        }
    }

    private PendingChanges writable() {
        if (changes == null) {
            throw new StorageException(CoreError.STORAGE_READ_ONLY, Map.of());
        }
        return changes;
    }

    private DocumentWrites writes(CollectionSchema collection, TenantId tenant) {
        return new DocumentWrites(writable(), storage.highest(), collection, tenant, base + 1);
    }

    static StoredDocument stored(String id, DocumentValue value) {
        return new StoredDocument(id, value.version(), value.schemaVersion(), value.body());
    }

    private record Mark(KeyValueTransaction transaction, int at) implements Savepoint {}

    private static final KeyValues NOTHING = new KeyValues() {
        @Override
        public byte @Nullable [] get(byte[] key) {
            throw KeyValueStorage.closedException();
        }

        @Override
        public KeyValueCursor scan(byte[] from, byte[] to, boolean descending) {
            throw KeyValueStorage.closedException();
        }
    };
}
