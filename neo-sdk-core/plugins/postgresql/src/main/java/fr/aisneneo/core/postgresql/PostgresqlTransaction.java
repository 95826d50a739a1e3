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
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One transaction on one connection. */
final class PostgresqlTransaction implements StorageTransaction {
    private final PostgresqlStorage storage;
    private final Session session;
    private final boolean writable;
    private final Gate gate = new Gate();
    /** Why no further statement is possible; PostgreSQL refuses everything after a failed one. */
    private @Nullable StorageException failure;

    private boolean wrote;
    private long version;
    private final Knowledge knowledge = new Knowledge();
    private final Savepoints savepoints = new Savepoints();
    private final PendingWrites pending;
    private final Writer writer;

    PostgresqlTransaction(PostgresqlStorage storage, Session session, boolean writable) {
        this.storage = storage;
        this.session = session;
        this.writable = writable;
        this.pending = new PendingWrites(storage.clashes(), savepoints);
        this.writer = new Writer(session.connection(), storage.clashes(), knowledge, savepoints, pending);
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
        return call(() -> {
                    Knowledge.Key key = new Knowledge.Key(collection.name(), tenant, id);
                    Optional<StoredDocument> known = knowledge.of(key);
                    if (known != null) {
                        return known;
                    }
                    sendFor(collection);
                    StoredDocument found = find(table(collection), tenant, id);
                    knowledge.learn(key, found);
                    return Optional.ofNullable(found);
                })
                .orElse(null);
    }

    /** Opens the transaction on the way, if this is the first statement of a writer. */
    private @Nullable StoredDocument find(Table table, TenantId tenant, String id) throws SQLException {
        boolean opens = writable && version == 0;
        String sql = opens ? session.opening() + "; " + table.get() : table.get();
        try (PreparedStatement statement = session.connection().prepareStatement(sql)) {
            int parameter = opens ? session.bindOpening(statement) : 1;
            statement.setString(parameter++, tenant.value());
            statement.setString(parameter, id);
            statement.execute();
            if (opens) {
                version = session.opened(statement);
                if (version == 0) {
                    return find(table, tenant, id);
                }
                statement.getMoreResults();
            }
            try (ResultSet row = statement.getResultSet()) {
                return row.next() ? new StoredDocument(id, row.getLong(1), row.getInt(2), row.getBytes(3)) : null;
            }
        }
    }

    /** Takes the locks that this writer queues for, its snapshot and its version, in one statement. */
    private void open() throws SQLException {
        while (writable && version == 0) {
            try (PreparedStatement statement = session.connection().prepareStatement(session.opening())) {
                int ignored = session.bindOpening(statement);
                statement.execute();
                version = session.opened(statement);
            }
        }
    }

    @Override
    public long insert(CollectionSchema collection, TenantId tenant, DocumentWrite write) {
        return call(() -> {
            begin();
            return writer.insert(table(collection), tenant, write, version);
        });
    }

    @Override
    public long update(CollectionSchema collection, TenantId tenant, DocumentWrite write, long expectedVersion) {
        return call(() -> {
            begin();
            return writer.update(table(collection), tenant, write, version, expectedVersion);
        });
    }

    @Override
    public void delete(CollectionSchema collection, TenantId tenant, String id, long expectedVersion) {
        call(() -> {
            begin();
            writer.delete(table(collection), tenant, id, expectedVersion);
            return true;
        });
    }

    private void begin() throws SQLException {
        checkWritable();
        open();
        wrote = true;
    }

    /** What is read next must see what was written to it. */
    private void sendFor(CollectionSchema collection) throws SQLException {
        if (pending.concerns(collection.name())) {
            pending.send(session.connection());
        }
    }

    @Override
    public List<ScanHit> scan(ScanRequest request) {
        return call(() -> {
            open();
            sendFor(request.collection());
            List<ScanHit> hits = new ScanQuery(table(request.collection()), request).run(session.connection());
            for (ScanHit hit : hits) {
                StoredDocument found = hit.document();
                knowledge.learn(new Knowledge.Key(request.collection().name(), request.tenant(), found.id()), found);
            }
            return hits;
        });
    }

    @Override
    public List<TenantId> tenants(CollectionSchema collection) {
        return call(() -> {
            open();
            sendFor(collection);
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
            open();
            return 1 + version / Versions.STEP;
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
            Savepoints.State state = Savepoints.state(this, savepoint);
            pending.send(session.connection());
            savepoints.backTo(session.connection(), state);
            knowledge.forget();
            return true;
        });
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
            session.commit(pending, wrote);
        } finally {
            end();
        }
    }

    @Override
    public void rollback() {
        if (gate.enterLast()) {
            StorageException lost = null;
            try {
                lost = failure == null ? session.findLost(pending) : null;
                session.rollback();
            } finally {
                end();
            }
            if (lost != null) {
                throw lost;
            }
        }
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
