package fr.aisneneo.core.postgresql;

import fr.aisneneo.core.storage.spi.DocumentWrite;
import fr.aisneneo.core.storage.spi.IndexEntry;
import fr.aisneneo.core.storage.spi.StoredDocument;
import fr.aisneneo.core.tenant.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Decides of each write of a transaction whether it can wait for the commit: where what it finds is known from what was
 * read before, or where the transaction may lose late. Otherwise it is done at once, behind all that waits.
 */
final class Writer {
    private final Connection connection;
    private final Clashes clashes;
    private final Knowledge knowledge;
    private final Footprint footprint;
    private final Savepoints savepoints;
    private final PendingWrites pending;
    private boolean late;

    Writer(
            Connection connection,
            Clashes clashes,
            Knowledge knowledge,
            Footprint footprint,
            Savepoints savepoints,
            PendingWrites pending) {
        this.connection = connection;
        this.clashes = clashes;
        this.knowledge = knowledge;
        this.footprint = footprint;
        this.savepoints = savepoints;
        this.pending = pending;
    }

    void allowLateConflicts() {
        late = true;
    }

    long insert(Table table, TenantId tenant, DocumentWrite write, long version) throws SQLException {
        Knowledge.Key key = key(table, tenant, write.id());
        Writes writes = new Writes(table, tenant);
        Optional<StoredDocument> known = knowledge.of(key);
        if (known != null && known.isPresent()) {
            footprint.read(key);
            throw writes.exists(write.id());
        }
        boolean surelyNew = known != null && table.unique(write.entries()).isEmpty();
        if (surelyNew || mayLoseLate(key)) {
            later(writes.insertNew(write, version), key, write.body().length, true, surelyNew);
        } else if (!pending.sendNow(connection, writes.insert(write, version))) {
            asked(key, write);
            throw writes.notInserted(connection, write);
        }
        footprint.inserted(key, write);
        return written(key, write, version);
    }

    long update(Table table, TenantId tenant, DocumentWrite write, long version, long expectedVersion)
            throws SQLException {
        Knowledge.Key key = key(table, tenant, write.id());
        Writes writes = new Writes(table, tenant);
        boolean surelyDone = table.unique(write.entries()).isEmpty();
        Sql update = writes.update(write, version, expectedVersion);
        if (knowledge.has(key, expectedVersion) && (surelyDone || mayLoseLate(key))) {
            later(update, key, write.body().length, surelyDone, true);
        } else if (!pending.sendNow(connection, update)) {
            asked(key, write);
            throw writes.notUpdated(connection, write, expectedVersion);
        }
        footprint.updated(key, write);
        return written(key, write, version);
    }

    void delete(Table table, TenantId tenant, String id, long expectedVersion) throws SQLException {
        Knowledge.Key key = key(table, tenant, id);
        Writes writes = new Writes(table, tenant);
        Sql delete = writes.delete(id, expectedVersion);
        if (knowledge.has(key, expectedVersion)) {
            later(delete, key, 0, true, true);
        } else if (!pending.sendNow(connection, delete)) {
            footprint.read(key);
            throw writes.notDeleted(connection, id, expectedVersion);
        }
        footprint.deleted(key);
        knowledge.learn(key, null);
    }

    /** Why a write did nothing is something that was read. */
    private void asked(Knowledge.Key key, DocumentWrite write) {
        footprint.read(key);
        for (IndexEntry entry : write.entries()) {
            footprint.asked(key.collection(), key.tenant(), entry);
        }
    }

    private static Knowledge.Key key(Table table, TenantId tenant, String id) {
        return new Knowledge.Key(table.schema().name(), tenant, id);
    }

    /** Goes back to a state that is marked, once all that was written is sent. */
    void backTo(Savepoints.State state) throws SQLException {
        pending.send(connection);
        savepoints.backTo(connection, state);
        knowledge.forget();
        footprint.tookBack();
    }

    private boolean mayLoseLate(Knowledge.Key key) {
        return late && !clashes.remembers(key);
    }

    private long written(Knowledge.Key key, DocumentWrite write, long version) {
        knowledge.learn(key, new StoredDocument(write.id(), version, write.schemaVersion(), write.body()));
        return version;
    }

    private void later(Sql sql, Knowledge.Key key, int size, boolean surelyDone, boolean surelyNew)
            throws SQLException {
        pending.add(sql, key, size, surelyDone, surelyNew);
        if (pending.isFull()) {
            pending.send(connection);
        }
    }
}
