package fr.aisneneo.core.postgresql;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.DocumentWrite;
import fr.aisneneo.core.storage.spi.ScanHit;
import fr.aisneneo.core.storage.spi.ScanRequest;
import fr.aisneneo.core.storage.spi.StorageTransaction;
import fr.aisneneo.core.storage.spi.StoredDocument;
import fr.aisneneo.core.tenant.TenantId;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One transaction on one connection. */
final class PostgresqlTransaction implements StorageTransaction {
    private final PostgresqlStorage storage;
    private final Session session;
    private final boolean writable;
    private final Gate gate = new Gate();
    /** Why no further statement is possible; PostgreSQL refuses everything after a failed one. */
    private @Nullable StorageException failure;

    private boolean used;
    private boolean wrote;
    private final Knowledge knowledge = new Knowledge();
    private final Footprint footprint = new Footprint();
    private final Savepoints savepoints = new Savepoints();
    private final PendingWrites pending;
    private final Reader reader;
    private final Writer writer;

    PostgresqlTransaction(PostgresqlStorage storage, Session session, boolean writable) {
        this.storage = storage;
        this.session = session;
        this.writable = writable;
        this.pending = new PendingWrites(storage.clashes(), savepoints);
        this.reader = new Reader(session, writable, storage.versions(), knowledge, footprint, pending);
        this.writer = new Writer(session.connection(), storage.clashes(), knowledge, footprint, savepoints, pending);
    }

    @Override
    public void allowLateConflicts() {
        writer.allowLateConflicts();
    }

    /** Has the server wait, with the first read, for a snapshot that no writer can make a reader lose. */
    void defer() {
        call(() -> {
            try (Statement statement = session.connection().createStatement()) {
                return statement.execute("SET TRANSACTION DEFERRABLE");
            }
        });
    }

    @Override
    public @Nullable StoredDocument get(CollectionSchema collection, TenantId tenant, String id) {
        return call(() -> reader.get(table(collection), tenant, id)).orElse(null);
    }

    @Override
    public void prefetch(CollectionSchema collection, TenantId tenant, Collection<String> ids) {
        call(() -> {
            reader.prefetch(table(collection), tenant, ids);
            return true;
        });
    }

    @Override
    public long insert(CollectionSchema collection, TenantId tenant, DocumentWrite write) {
        return call(() -> {
            long version = begin();
            return writer.insert(table(collection), tenant, write, version);
        });
    }

    @Override
    public long update(CollectionSchema collection, TenantId tenant, DocumentWrite write, long expectedVersion) {
        return call(() -> {
            long version = begin();
            return writer.update(table(collection), tenant, write, version, expectedVersion);
        });
    }

    @Override
    public void delete(CollectionSchema collection, TenantId tenant, String id, long expectedVersion) {
        call(() -> {
            long ignored = begin();
            writer.delete(table(collection), tenant, id, expectedVersion);
            return true;
        });
    }

    private long begin() throws SQLException {
        checkWritable();
        long version = reader.version();
        wrote = true;
        return version;
    }

    @Override
    public List<ScanHit> scan(ScanRequest request) {
        return call(() -> reader.scan(table(request.collection()), request));
    }

    @Override
    public List<TenantId> tenants(CollectionSchema collection) {
        return call(() -> reader.tenants(table(collection)));
    }

    @Override
    public long stamp() {
        return call(() -> {
            checkWritable();
            return reader.stamp();
        });
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
            writer.backTo(Savepoints.state(this, savepoint));
            return true;
        });
    }

    @Override
    public void release(Savepoint savepoint) {
        Savepoints.State state = Savepoints.state(this, savepoint);
        if (savepoints.release(state)) {
            pending.forget(state);
        }
    }

    @Override
    public void commit() {
        gate.enter();
        try {
            StorageException failed = failure;
            if (failed != null) {
                session.rollback();
                throw failed;
            }
            if (wrote) {
                commitInOrder();
            } else {
                session.commit(pending, false);
            }
        } finally {
            end();
        }
    }

    private void commitInOrder() {
        CommitOrder.Place place;
        try {
            place = storage.order().enter(footprint, pending.locksSomething());
        } catch (StorageException e) {
            session.rollback();
            throw e;
        }
        try (place) {
            session.commit(pending, true);
        }
    }

    @Override
    public void rollback() {
        if (gate.enterLast()) {
            try {
                if (used && failure == null) {
                    giveUp();
                } else {
                    session.rollback();
                }
            } finally {
                end();
            }
        }
    }

    private void giveUp() {
        StorageException lost = session.findLost(pending);
        if (lost != null) {
            session.rollback();
            throw lost;
        }
        session.commitReads(pending.locksSomething());
    }

    private void end() {
        try {
            session.release();
        } finally {
            gate.end();
            storage.ended(this);
        }
    }

    /**
     * Called by the storage that closes: waits for the call that is running, then takes everything back and lets no
     * other in.
     */
    void cutOff(long deadline) {
        if (gate.shut(deadline)) {
            session.rollback();
            session.release();
        }
    }

    private interface Work<R extends @Nullable Object> {
        R run() throws SQLException;
    }

    private <R extends @Nullable Object> R call(Work<R> work) {
        gate.enter();
        try {
            StorageException failed = failure;
            if (failed != null) {
                throw failed;
            }
            used = true;
            return work.run();
        } catch (SQLException e) {
            StorageException failed = session.failure(e);
            failure = failed;
            throw failed;
        } catch (StorageException e) {
            // Lost, or never begun since its turn did not come; refusals of the call alone are others.
            if (e.errorCode() != CoreError.STORAGE_READ_ONLY) {
                failure = e;
            }
            throw e;
        } finally {
            gate.leave();
        }
    }

    private void checkWritable() {
        if (!writable) {
            throw new StorageException(CoreError.STORAGE_READ_ONLY, Map.of());
        }
    }

    private Table table(CollectionSchema collection) {
        return storage.table(collection);
    }
}
