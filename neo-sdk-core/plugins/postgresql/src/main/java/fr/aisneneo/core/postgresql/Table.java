package fr.aisneneo.core.postgresql;

import fr.aisneneo.core.storage.spi.BodyFormat;
import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.IndexEntry;
import fr.aisneneo.core.storage.spi.IndexSchema;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The table of a collection, and the statements that never change.
 *
 * @param schema the collection
 * @param columns the columns of each index, in the order of its parts
 * @param insert adds a document
 * @param get reads a document by tenant and id
 */
record Table(CollectionSchema schema, Map<IndexSchema, List<Column>> columns, String insert, String get) {
    static final String PREFIX = "neo_";
    /** What every table has; no part of an index may be called so. */
    static final List<String> RESERVED = List.of("tenant", "id", "version", "schema_version", "body");

    static Table of(CollectionSchema schema, Map<IndexSchema, List<Column>> columns) {
        List<Column> all = schema.indexes().stream()
                .flatMap(index -> columns.getOrDefault(index, List.of()).stream())
                .toList();
        String names = all.stream().map(column -> ", " + column.quoted()).collect(Collectors.joining());
        String table = name(schema);
        String insert = "INSERT INTO " + table + " (tenant, id, version, schema_version, body" + names
                + ") VALUES (?, ?, ?, ?, " + bodyParameter(schema) + ", ?".repeat(all.size())
                + ")";
        String get =
                "SELECT version, schema_version, " + body(schema) + " FROM " + table + " WHERE tenant = ? AND id = ?";
        return new Table(schema, columns, insert, get);
    }

    static String name(CollectionSchema schema) {
        return '"' + PREFIX + schema.name() + '"';
    }

    String name() {
        return name(schema);
    }

    List<Column> columns(IndexSchema index) {
        List<Column> known = columns.get(index);
        if (known == null) {
            throw new IllegalArgumentException("Collection " + schema.name() + " has no index " + index.name());
        }
        return known;
    }

    /** The body as bytes of UTF-8 or as they are. */
    String body() {
        return body(schema);
    }

    private static String body(CollectionSchema schema) {
        return schema.format() == BodyFormat.JSON ? "body::text" : "body";
    }

    private static String bodyParameter(CollectionSchema schema) {
        return schema.format() == BodyFormat.JSON ? "?::jsonb" : "?";
    }

    /** Replaces one version of a document, unless another document has one of the unique tuples. */
    String update(List<IndexEntry> unique) {
        String assignments = Stream.concat(
                        Stream.of("version = ?", "schema_version = ?", "body = " + bodyParameter(schema)),
                        schema.indexes().stream()
                                .flatMap(index -> columns(index).stream())
                                .map(column -> column.quoted() + " = ?"))
                .collect(Collectors.joining(", "));
        return "UPDATE " + name() + " SET " + assignments + " WHERE tenant = ? AND id = ? AND version = ?"
                + tuplesGivenUp()
                + unique.stream()
                        .map(entry -> " AND NOT EXISTS (" + others(entry.index()) + ")")
                        .collect(Collectors.joining());
    }

    /** Another document with the same tuple; parameters: tenant, the tuple, id. */
    String others(IndexSchema index) {
        return "SELECT 1 FROM " + name() + " AS other WHERE other.tenant = ?"
                + columns(index).stream()
                        .map(column -> " AND other." + column.quoted() + " = ?")
                        .collect(Collectors.joining())
                + " AND other.id <> ?";
    }

    String delete() {
        return "DELETE FROM " + name() + " WHERE tenant = ? AND id = ? AND version = ?" + tuplesGivenUp();
    }

    /**
     * Always true: reads the unique tuples that the document has so far, where they stand in their indexes. PostgreSQL
     * gives a tuple that was set free to whoever asks next, even to one in whose snapshot it is taken. Since it was
     * read here, that one is known to have written what it should not have seen, and loses.
     */
    private String tuplesGivenUp() {
        return schema.indexes().stream()
                .filter(IndexSchema::unique)
                .map(index -> " AND (" + name() + '.' + columns(index).get(0).quoted()
                        + " IS NULL OR EXISTS (SELECT 1 FROM " + name() + " AS own WHERE own.tenant = " + name()
                        + ".tenant"
                        + columns(index).stream()
                                .map(column -> " AND own." + column.quoted() + " = " + name() + '.' + column.quoted())
                                .collect(Collectors.joining())
                        + "))")
                .collect(Collectors.joining());
    }

    String versionOf() {
        return "SELECT version FROM " + name() + " WHERE tenant = ? AND id = ?";
    }

    String getAll() {
        return "SELECT id, version, schema_version, " + body() + " FROM " + name()
                + " WHERE tenant = ? AND id = ANY (?)";
    }

    String tenants() {
        return "SELECT DISTINCT tenant FROM " + name() + " ORDER BY tenant";
    }

    /** Binds the columns of all indexes; those that the document is not in become null. */
    int bindEntries(PreparedStatement statement, int first, List<IndexEntry> entries) throws SQLException {
        int parameter = first;
        for (IndexSchema index : schema.indexes()) {
            @Nullable IndexEntry entry = entryOf(index, entries);
            List<Column> own = columns(index);
            for (int part = 0; part < own.size(); part++) {
                own.get(part)
                        .bind(
                                statement,
                                parameter++,
                                entry == null ? null : entry.key().values().get(part));
            }
        }
        return parameter;
    }

    private static @Nullable IndexEntry entryOf(IndexSchema index, List<IndexEntry> entries) {
        for (IndexEntry entry : entries) {
            if (entry.index().equals(index)) {
                return entry;
            }
        }
        return null;
    }

    List<IndexEntry> unique(List<IndexEntry> entries) {
        List<IndexEntry> unique = new ArrayList<>();
        for (IndexEntry entry : entries) {
            if (entry.index().unique()) {
                unique.add(entry);
            }
        }
        return unique;
    }
}
