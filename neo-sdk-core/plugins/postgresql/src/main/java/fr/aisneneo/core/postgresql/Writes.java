package fr.aisneneo.core.postgresql;

import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.storage.spi.BodyFormat;
import fr.aisneneo.core.storage.spi.DocumentWrite;
import fr.aisneneo.core.storage.spi.IndexEntry;
import fr.aisneneo.core.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * The writing statements of a transaction. But for {@link #insertNew}, none of them fails for a taken id or tuple,
 * since a failed statement would end the transaction: each does nothing then, and why is asked afterwards.
 */
final class Writes {
    private final Table table;
    private final TenantId tenant;

    Writes(Table table, TenantId tenant) {
        this.table = table;
        this.tenant = tenant;
    }

    /** Adds a document, or nothing. */
    Sql insert(DocumentWrite write, long version) {
        return new Sql(table.insert() + " ON CONFLICT DO NOTHING", inserted(write, version));
    }

    /** Adds a document, or fails. */
    Sql insertNew(DocumentWrite write, long version) {
        return new Sql(table.insert(), inserted(write, version));
    }

    private Sql.Values inserted(DocumentWrite write, long version) {
        return (statement, first) -> {
            int parameter = first;
            statement.setString(parameter++, tenant.value());
            statement.setString(parameter++, write.id());
            statement.setLong(parameter++, version);
            statement.setInt(parameter++, write.schemaVersion());
            body(statement, parameter++, write);
            return table.bindEntries(statement, parameter, write.entries());
        };
    }

    Sql update(DocumentWrite write, long version, long expectedVersion) {
        List<IndexEntry> unique = table.unique(write.entries());
        return new Sql(table.update(unique), (statement, first) -> {
            int parameter = first;
            statement.setLong(parameter++, version);
            statement.setInt(parameter++, write.schemaVersion());
            body(statement, parameter++, write);
            parameter = table.bindEntries(statement, parameter, write.entries());
            parameter = version(statement, parameter, write.id(), expectedVersion);
            for (IndexEntry entry : unique) {
                parameter = bindOthers(statement, parameter, entry, write.id());
            }
            return parameter;
        });
    }

    Sql delete(String id, long expectedVersion) {
        return new Sql(table.delete(), (statement, first) -> version(statement, first, id, expectedVersion));
    }

    private int version(PreparedStatement statement, int first, String id, long version) throws SQLException {
        statement.setString(first, tenant.value());
        statement.setString(first + 1, id);
        statement.setLong(first + 2, version);
        return first + 3;
    }

    /** Says why an insert did nothing. */
    RuntimeException notInserted(Connection connection, DocumentWrite write) throws SQLException {
        if (versionOf(connection, write.id()) != 0) {
            return exists(write.id());
        }
        refuseTaken(connection, write);
        return new StorageException(CoreError.STORAGE_CONFLICT, Map.of());
    }

    /** Says why an update did nothing. */
    RuntimeException notUpdated(Connection connection, DocumentWrite write, long expectedVersion) throws SQLException {
        refuseVersion(connection, write.id(), expectedVersion);
        refuseTaken(connection, write);
        return new StorageException(CoreError.STORAGE_CONFLICT, Map.of());
    }

    /** Says why a deletion did nothing. */
    RuntimeException notDeleted(Connection connection, String id, long expectedVersion) throws SQLException {
        refuseVersion(connection, id, expectedVersion);
        return new StorageException(CoreError.STORAGE_CONFLICT, Map.of());
    }

    ConflictException exists(String id) {
        return new ConflictException(CoreError.DOCUMENT_EXISTS, facts(id));
    }

    private void body(PreparedStatement statement, int parameter, DocumentWrite write) throws SQLException {
        if (table.schema().format() == BodyFormat.JSON) {
            statement.setString(parameter, new String(write.body(), StandardCharsets.UTF_8));
        } else {
            statement.setBytes(parameter, write.body());
        }
    }

    private int bindOthers(PreparedStatement statement, int first, IndexEntry entry, String id) throws SQLException {
        int parameter = first;
        statement.setString(parameter++, tenant.value());
        List<Column> columns = table.columns(entry.index());
        for (int part = 0; part < columns.size(); part++) {
            columns.get(part).bind(statement, parameter++, entry.key().values().get(part));
        }
        statement.setString(parameter++, id);
        return parameter;
    }

    private void refuseVersion(Connection connection, String id, long expectedVersion) throws SQLException {
        long version = versionOf(connection, id);
        if (version == 0) {
            throw new ConflictException(CoreError.DOCUMENT_MISSING, facts(id));
        }
        if (version != expectedVersion) {
            throw new ConflictException(CoreError.DOCUMENT_CHANGED, facts(id));
        }
    }

    private void refuseTaken(Connection connection, DocumentWrite write) throws SQLException {
        for (IndexEntry entry : table.unique(write.entries())) {
            try (PreparedStatement statement = connection.prepareStatement(table.others(entry.index()))) {
                bindOthers(statement, 1, entry, write.id());
                try (ResultSet row = statement.executeQuery()) {
                    if (row.next()) {
                        throw new ConflictException(
                                CoreError.UNIQUE_TAKEN,
                                Map.of(
                                        "collection",
                                        table.schema().name(),
                                        "index",
                                        entry.index().name()));
                    }
                }
            }
        }
    }

    /** Zero if there is none. */
    private long versionOf(Connection connection, String id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(table.versionOf())) {
            statement.setString(1, tenant.value());
            statement.setString(2, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private Map<String, Object> facts(String id) {
        return Map.of("collection", table.schema().name(), "id", id);
    }
}
