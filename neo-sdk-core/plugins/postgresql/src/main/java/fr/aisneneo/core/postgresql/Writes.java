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
 * The writing statements of a transaction. None of them fails for a taken id or tuple, since a failed statement would
 * end the transaction: each does nothing then, and why is asked afterwards.
 */
final class Writes {
    private final Connection connection;
    private final Table table;
    private final TenantId tenant;

    Writes(Connection connection, Table table, TenantId tenant) {
        this.connection = connection;
        this.table = table;
        this.tenant = tenant;
    }

    void insert(DocumentWrite write, long version) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(table.insert())) {
            statement.setString(1, tenant.value());
            statement.setString(2, write.id());
            statement.setLong(3, version);
            statement.setInt(4, write.schemaVersion());
            body(statement, 5, write);
            table.bindEntries(statement, 6, write.entries());
            if (statement.executeUpdate() == 1) {
                return;
            }
        }
        if (versionOf(write.id()) != 0) {
            throw new ConflictException(CoreError.DOCUMENT_EXISTS, facts(write.id()));
        }
        refuseTaken(write);
        throw new StorageException(CoreError.STORAGE_CONFLICT, Map.of());
    }

    void update(DocumentWrite write, long version, long expectedVersion) throws SQLException {
        List<IndexEntry> unique = table.unique(write.entries());
        try (PreparedStatement statement = connection.prepareStatement(table.update(unique))) {
            statement.setLong(1, version);
            statement.setInt(2, write.schemaVersion());
            body(statement, 3, write);
            int parameter = table.bindEntries(statement, 4, write.entries());
            statement.setString(parameter++, tenant.value());
            statement.setString(parameter++, write.id());
            statement.setLong(parameter++, expectedVersion);
            for (IndexEntry entry : unique) {
                parameter = bindOthers(statement, parameter, entry, write.id());
            }
            if (statement.executeUpdate() == 1) {
                return;
            }
        }
        refuseVersion(write.id(), expectedVersion);
        refuseTaken(write);
        throw new StorageException(CoreError.STORAGE_CONFLICT, Map.of());
    }

    void delete(String id, long expectedVersion) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(table.delete())) {
            statement.setString(1, tenant.value());
            statement.setString(2, id);
            statement.setLong(3, expectedVersion);
            if (statement.executeUpdate() == 1) {
                return;
            }
        }
        refuseVersion(id, expectedVersion);
        throw new StorageException(CoreError.STORAGE_CONFLICT, Map.of());
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

    private void refuseVersion(String id, long expectedVersion) throws SQLException {
        long version = versionOf(id);
        if (version == 0) {
            throw new ConflictException(CoreError.DOCUMENT_MISSING, facts(id));
        }
        if (version != expectedVersion) {
            throw new ConflictException(CoreError.DOCUMENT_CHANGED, facts(id));
        }
    }

    private void refuseTaken(DocumentWrite write) throws SQLException {
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
    private long versionOf(String id) throws SQLException {
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
