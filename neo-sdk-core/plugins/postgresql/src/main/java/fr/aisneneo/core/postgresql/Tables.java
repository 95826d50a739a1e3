package fr.aisneneo.core.postgresql;

import fr.aisneneo.core.storage.spi.BodyFormat;
import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.IndexSchema;
import fr.aisneneo.core.storage.spi.IndexSchema.IndexPart;
import fr.aisneneo.core.storage.spi.PartType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a store, made and changed under a lock. Nothing is changed where everything is as it should be, so an
 * application whose user may not create tables runs on those that somebody else made.
 */
final class Tables {
    private static final String LAYOUT = "neo_layout";
    /** "neo ddl" in ASCII: whoever changes tables, of any schema of the database, holds it. */
    private static final long LOCK = 0x6e656f2064646c00L;

    private final String schema;
    private final boolean advisoryLocks;
    private final Map<String, Table> known = new ConcurrentHashMap<>();

    Tables(PostgresqlSettings settings) {
        this.schema = settings.schema();
        this.advisoryLocks = settings.advisoryLocks();
    }

    Table of(CollectionSchema collection) {
        Table table = known.get(collection.name());
        if (table == null || !table.schema().equals(collection)) {
            throw new IllegalStateException("Collection " + collection.name() + " is used before it was declared");
        }
        return table;
    }

    /** Makes what the engine needs for itself. */
    void prepare(Connection connection) throws SQLException {
        if (exists(connection, LAYOUT) && exists(connection, Versions.SEQUENCE)) {
            return;
        }
        change(connection, statement -> {
            if (!exists(connection, "pg_namespace", schema)) {
                statement.execute("CREATE SCHEMA IF NOT EXISTS \"" + schema + '"');
            }
            statement.execute("CREATE SEQUENCE IF NOT EXISTS " + Versions.SEQUENCE + " INCREMENT BY " + Versions.STEP);
            statement.execute("CREATE TABLE IF NOT EXISTS " + LAYOUT
                    + " (collection text COLLATE \"C\", index_name text COLLATE \"C\", part integer,"
                    + " part_name text NOT NULL, part_type text NOT NULL, column_name text NOT NULL,"
                    + " is_unique boolean NOT NULL, PRIMARY KEY (collection, index_name, part))");
        });
    }

    void declare(Connection connection, CollectionSchema collection) throws SQLException {
        Table ready = known.get(collection.name());
        if (ready != null && ready.schema().equals(collection)) {
            return;
        }
        Map<IndexSchema, List<Column>> layout = exists(connection, Table.PREFIX + collection.name())
                ? complete(read(connection, collection), collection)
                : Map.of();
        if (layout.size() < collection.indexes().size() || !exists(connection, Table.PREFIX + collection.name())) {
            change(connection, statement -> create(connection, statement, collection));
            layout = complete(read(connection, collection), collection);
        }
        known.put(collection.name(), Table.of(collection, layout));
    }

    private interface Change {
        void by(Statement statement) throws SQLException;
    }

    /** One transaction; READ COMMITTED, so that what is read behind the lock is what the one before has done. */
    private void change(Connection connection, Change change) throws SQLException {
        connection.setAutoCommit(false);
        // An index of a large table takes its time; nobody's command waits for it. The pool puts the bound back.
        connection.setNetworkTimeout(Runnable::run, 0);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
            statement.execute("SET LOCAL statement_timeout = 0");
            if (advisoryLocks) {
                statement.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
            }
            change.by(statement);
            connection.commit();
        } catch (SQLException | RuntimeException | Error e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void create(Connection connection, Statement statement, CollectionSchema collection) throws SQLException {
        String table = Table.name(collection);
        statement.execute("CREATE TABLE IF NOT EXISTS " + table
                + " (tenant text COLLATE \"C\" NOT NULL, id text COLLATE \"C\" NOT NULL, version bigint NOT NULL,"
                + " schema_version integer NOT NULL, body "
                + (collection.format() == BodyFormat.JSON ? "jsonb" : "bytea")
                + " NOT NULL, PRIMARY KEY (tenant, id))");
        Map<String, Known> there = read(connection, collection);
        Set<String> taken = new HashSet<>(Table.RESERVED);
        there.values().forEach(index -> index.columns().forEach(column -> taken.add(column.name())));
        for (Map.Entry<String, Known> old : there.entrySet()) {
            if (collection.indexes().stream().noneMatch(old.getValue()::is)) {
                drop(connection, statement, collection, old.getKey(), old.getValue());
            }
        }
        for (IndexSchema index : collection.indexes()) {
            @Nullable Known old = there.get(index.name());
            if (old == null || !old.is(index)) {
                add(connection, statement, collection, index, taken);
            }
        }
    }

    /** An index that is gone must not refuse tuples for ever, nor show stale ones when it comes back. */
    private static void drop(
            Connection connection, Statement statement, CollectionSchema collection, String index, Known old)
            throws SQLException {
        statement.execute("DROP INDEX IF EXISTS " + indexName(collection, index));
        for (Column column : old.columns()) {
            statement.execute("ALTER TABLE " + Table.name(collection) + " DROP COLUMN IF EXISTS " + column.quoted());
        }
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM " + LAYOUT + " WHERE collection = ? AND index_name = ?")) {
            delete.setString(1, collection.name());
            delete.setString(2, index);
            delete.executeUpdate();
        }
    }

    private static void add(
            Connection connection,
            Statement statement,
            CollectionSchema collection,
            IndexSchema index,
            Set<String> taken)
            throws SQLException {
        List<Column> columns = new ArrayList<>();
        for (IndexPart part : index.parts()) {
            Column column = new Column(free(part.name(), index.name(), taken), part.type());
            taken.add(column.name());
            columns.add(column);
            statement.execute("ALTER TABLE " + Table.name(collection) + " ADD COLUMN " + column.quoted() + ' '
                    + column.sqlType());
            note(connection, collection, index, columns.size() - 1, column);
        }
        // In a unique index the tuple alone; else the id, which breaks ties in every order.
        statement.execute("CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX " + indexName(collection, index.name())
                + " ON " + Table.name(collection) + " (tenant, "
                + columns.stream().map(Column::quoted).collect(Collectors.joining(", "))
                + (index.unique() ? "" : ", id") + ") WHERE " + columns.get(0).quoted() + " IS NOT NULL");
    }

    /** The name of the part where it is free, so that a query reads as one would write it. */
    private static String free(String part, String index, Set<String> taken) {
        String name = part;
        for (int attempt = 1; taken.contains(name); attempt++) {
            String longer = index + '_' + part + (attempt == 1 ? "" : "_" + attempt);
            name = longer.length() <= 63 ? longer : shortened(longer);
        }
        return name;
    }

    private static String shortened(String name) {
        return name.substring(0, 54) + '_' + Integer.toHexString(name.hashCode());
    }

    private static String indexName(CollectionSchema collection, String index) {
        // A dollar stands in no name of ours, so that no two meet.
        String name = Table.PREFIX + collection.name() + '$' + index;
        return '"' + (name.length() <= 63 ? name : shortened(name)) + '"';
    }

    private static void note(
            Connection connection, CollectionSchema collection, IndexSchema index, int part, Column column)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + LAYOUT + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, collection.name());
            insert.setString(2, index.name());
            insert.setInt(3, part);
            insert.setString(4, index.parts().get(part).name());
            insert.setString(5, column.type().name().toLowerCase(Locale.ROOT));
            insert.setString(6, column.name());
            insert.setBoolean(7, index.unique());
            insert.executeUpdate();
        }
    }

    /** An index as it was made. */
    private record Known(boolean unique, List<IndexPart> parts, List<Column> columns) {
        boolean is(IndexSchema index) {
            return unique == index.unique() && parts.equals(index.parts());
        }
    }

    private static Map<String, Known> read(Connection connection, CollectionSchema collection) throws SQLException {
        Map<String, Known> indexes = new LinkedHashMap<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT index_name, part_name, part_type, column_name, is_unique FROM "
                        + LAYOUT + " WHERE collection = ? ORDER BY index_name, part")) {
            select.setString(1, collection.name());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    boolean unique = row.getBoolean(5);
                    Known index = indexes.computeIfAbsent(
                            row.getString(1), name -> new Known(unique, new ArrayList<>(), new ArrayList<>()));
                    Column column = new Column(
                            row.getString(4), PartType.valueOf(row.getString(3).toUpperCase(Locale.ROOT)));
                    index.parts().add(new IndexPart(row.getString(2), column.type()));
                    index.columns().add(column);
                }
            }
        }
        return indexes;
    }

    /** Those of the collection's indexes that are there as declared; none if there are others that must go first. */
    private static Map<IndexSchema, List<Column>> complete(Map<String, Known> there, CollectionSchema collection) {
        Map<IndexSchema, List<Column>> layout = new LinkedHashMap<>();
        for (IndexSchema index : collection.indexes()) {
            @Nullable Known known = there.get(index.name());
            if (known != null && known.is(index)) {
                layout.put(index, List.copyOf(known.columns()));
            }
        }
        return layout.size() == there.size() ? layout : Map.of();
    }

    private boolean exists(Connection connection, String relation) throws SQLException {
        return exists(connection, "pg_class", relation);
    }

    private boolean exists(Connection connection, String catalogue, String name) throws SQLException {
        String sql = catalogue.equals("pg_class")
                ? "SELECT 1 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE c.relname = ? AND n.nspname = ?"
                : "SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = ? AND nspname = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, name);
            select.setString(2, schema);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }
}
