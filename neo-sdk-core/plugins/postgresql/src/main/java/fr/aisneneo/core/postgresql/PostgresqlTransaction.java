package fr.aisneneo.core.postgresql;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.NeoException;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.DocumentWrite;
import fr.aisneneo.core.storage.spi.ScanHit;
import fr.aisneneo.core.storage.spi.ScanRequest;
import fr.aisneneo.core.storage.spi.StorageTransaction;
import fr.aisneneo.core.storage.spi.StoredDocument;
import fr.aisneneo.core.tenant.TenantId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One transaction on one connection. */
final class PostgresqlTransaction implements StorageTransaction {
    /** Whether a thread is inside a call: closing may take the connection away only when none is. */
    private enum Phase {
        IDLE,
        IN_CALL,
        ENDED,
        CUT_OFF
    }

    private final PostgresqlStorage storage;
    private final Session session;
    private final boolean writable;
    private final Thread owner = Thread.currentThread();
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.IDLE);
    /** Why no further statement is possible; PostgreSQL refuses everything after a failed one. */
    private @Nullable StorageException failure;

    private long version;
    private final Savepoints savepoints = new Savepoints();

    PostgresqlTransaction(PostgresqlStorage storage, Session session, boolean writable) {
        this.storage = storage;
        this.session = session;
        this.writable = writable;
    }

    @Override
    public @Nullable StoredDocument get(CollectionSchema collection, TenantId tenant, String id) {
        return call(() -> Optional.ofNullable(find(table(collection), tenant, id)))
                .orElse(null);
    }

    private @Nullable StoredDocument find(Table table, TenantId tenant, String id) throws SQLException {
        try (PreparedStatement statement = session.connection().prepareStatement(table.get())) {
            statement.setString(1, tenant.value());
            statement.setString(2, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? new StoredDocument(id, row.getLong(1), row.getInt(2), row.getBytes(3)) : null;
            }
        }
    }

    @Override
    public long insert(CollectionSchema collection, TenantId tenant, DocumentWrite write) {
        return call(() -> {
            Writes writes = writes(collection, tenant);
            writes.insert(write, version);
            return version;
        });
    }

    @Override
    public long update(CollectionSchema collection, TenantId tenant, DocumentWrite write, long expectedVersion) {
        return call(() -> {
            Writes writes = writes(collection, tenant);
            writes.update(write, version, expectedVersion);
            return version;
        });
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
        return call(() -> new ScanQuery(table(request.collection()), request).run(session.connection()));
    }

    @Override
    public List<TenantId> tenants(CollectionSchema collection) {
        return call(() -> {
            List<TenantId> tenants = new ArrayList<>();
            try (PreparedStatement statement = session.connection()
                            .prepareStatement(table(collection).tenants());
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    tenants.add(TenantId.stored(row.getString(1)));
                }
            }
            return tenants;
        });
    }

    @Override
    public long stamp() {
        return call(() -> {
            checkWritable();
            takeVersion();
            return 1 + version / Versions.STEP;
        });
    }

    private void takeVersion() throws SQLException {
        if (version == 0) {
            version = Versions.next(session.connection());
        }
    }

    @Override
    public Savepoint savepoint() {
        return call(() -> {
            checkWritable();
            return savepoints.mark(this);
        });
    }

    @Override
    public void rollbackTo(Savepoint savepoint) {
        call(() -> {
            checkWritable();
            savepoints.backTo(session.connection(), this, savepoint);
            return true;
        });
    }

    @Override
    public void commit() {
        enter();
        try {
            StorageException failed = failure;
            if (failed != null) {
                session.rollback();
                throw failed;
            }
            session.commit(version != 0);
        } finally {
            end();
        }
    }

    @Override
    public void rollback() {
        if (phase.get() == Phase.CUT_OFF) {
            phase.set(Phase.ENDED);
        } else if (phase.get() == Phase.IDLE) {
            enter();
            try {
                session.rollback();
            } finally {
                end();
            }
        }
    }

    private void end() {
        session.release();
        phase.set(Phase.ENDED);
        storage.ended(this);
    }

    /**
     * Called by the storage that closes: waits for the call that is running, then takes everything back and lets no
     * other in.
     */
    void cutOff(long deadline) {
        while (!phase.compareAndSet(Phase.IDLE, Phase.CUT_OFF)) {
            Phase now = phase.get();
            if (now == Phase.ENDED || now == Phase.CUT_OFF) {
                return;
            }
            if (System.nanoTime() - deadline > 0) {
                // The pool closes the connection under it; the call ends with storage.closed.
                return;
            }
            LockSupport.parkNanos(100_000);
        }
        session.rollback();
        session.release();
    }

    private interface Work<R extends @Nullable Object> {
        R run() throws SQLException;
    }

    private <R extends @Nullable Object> R call(Work<R> work) {
        enter();
        try {
            StorageException failed = failure;
            if (failed != null) {
                throw failed;
            }
            return work.run();
        } catch (SQLException e) {
            StorageException failed = session.failure(e);
            failure = failed;
            throw failed;
        } catch (StorageException e) {
            if (e.errorCode() == CoreError.STORAGE_CONFLICT) {
                failure = e;
            }
            throw e;
        } finally {
            phase.set(Phase.IDLE);
        }
    }

    private void enter() {
        if (Thread.currentThread() != owner) {
            throw ended();
        }
        if (!phase.compareAndSet(Phase.IDLE, Phase.IN_CALL)) {
            throw phase.get() == Phase.CUT_OFF ? new StorageException(CoreError.STORAGE_CLOSED, Map.of()) : ended();
        }
    }

    private static NeoException ended() {
        return new StorageException(CoreError.STORAGE_TRANSACTION_ENDED, Map.of());
    }

    private void checkWritable() {
        if (!writable) {
            throw new StorageException(CoreError.STORAGE_READ_ONLY, Map.of());
        }
    }

    private Writes writes(CollectionSchema collection, TenantId tenant) throws SQLException {
        checkWritable();
        takeVersion();
        savepoints.beforeWrite(session.connection());
        return new Writes(session.connection(), table(collection), tenant);
    }

    private Table table(CollectionSchema collection) {
        return storage.table(collection);
    }
}
