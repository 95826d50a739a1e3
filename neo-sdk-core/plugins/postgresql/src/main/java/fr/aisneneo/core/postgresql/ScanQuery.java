package fr.aisneneo.core.postgresql;

import fr.aisneneo.core.storage.spi.IndexKey;
import fr.aisneneo.core.storage.spi.PartType;
import fr.aisneneo.core.storage.spi.ScanHit;
import fr.aisneneo.core.storage.spi.ScanPosition;
import fr.aisneneo.core.storage.spi.ScanRequest;
import fr.aisneneo.core.storage.spi.StoredDocument;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A range of an index as SQL: equality for what both bounds begin with, row comparison for the rest and for the place
 * where the page before ended, so that one index gives the rows in their order and PostgreSQL sorts nothing.
 */
final class ScanQuery {
    private static final Column ID = new Column("id", PartType.STRING);

    private final ScanRequest request;
    private final Table table;
    private final List<Column> columns;
    private final boolean byId;
    private final StringBuilder where = new StringBuilder("tenant = ?");
    private final List<Column> bound = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private boolean empty;

    ScanQuery(Table table, ScanRequest request) {
        this.table = table;
        this.request = request;
        this.byId = request.index() == null;
        this.columns = byId ? List.of(ID) : table.columns(Objects.requireNonNull(request.index()));
    }

    List<ScanHit> run(Connection connection) throws SQLException {
        if (!byId) {
            where.append(" AND ").append(columns.get(0).quoted()).append(" IS NOT NULL");
        }
        bounds();
        ScanPosition after = request.after();
        if (after != null) {
            place(after);
        }
        if (empty) {
            return List.of();
        }
        try (PreparedStatement statement = connection.prepareStatement(sql())) {
            statement.setString(1, request.tenant().value());
            int parameter = 2;
            for (int i = 0; i < bound.size(); i++) {
                bound.get(i).bind(statement, parameter++, values.get(i));
            }
            statement.setInt(parameter, request.limit());
            try (ResultSet row = statement.executeQuery()) {
                return hits(row);
            }
        }
    }

    private String sql() {
        String direction = request.descending() ? " DESC" : "";
        String order =
                order().stream().map(column -> column.quoted() + direction).collect(Collectors.joining(", "));
        String key = byId ? "" : ", " + names(columns);
        return "SELECT id, version, schema_version, " + table.body() + key + " FROM " + table.name() + " WHERE " + where
                + " ORDER BY " + order + " LIMIT ?";
    }

    /** A unique tuple needs nothing to break ties, and its index has nothing that could. */
    private List<Column> order() {
        if (byId || Objects.requireNonNull(request.index()).unique()) {
            return columns;
        }
        List<Column> all = new ArrayList<>(columns);
        all.add(ID);
        return all;
    }

    private void bounds() {
        List<Object> lower = request.lower().values();
        List<Object> upper = request.upper().values();
        int common = 0;
        while (common < Math.min(lower.size(), upper.size())
                && lower.get(common).equals(upper.get(common))) {
            compare("=", columns.subList(common, common + 1), List.of(lower.get(common)));
            common++;
        }
        bound(lower, common, request.lowerInclusive(), ">");
        bound(upper, common, request.upperInclusive(), "<");
    }

    private void bound(List<Object> key, int from, boolean inclusive, String operator) {
        if (from == key.size()) {
            // All of the range starts with this bound: it is in or out as a whole.
            empty |= !inclusive;
        } else {
            compare(
                    inclusive ? operator + "=" : operator,
                    columns.subList(from, key.size()),
                    key.subList(from, key.size()));
        }
    }

    private void place(ScanPosition after) {
        List<Column> whole = new ArrayList<>(columns);
        List<Object> key = new ArrayList<>(after.key().values());
        if (byId) {
            key.clear();
        } else {
            whole.add(ID);
        }
        key.add(after.id());
        compare(request.descending() ? "<" : ">", whole, key);
    }

    private void compare(String operator, List<Column> left, List<Object> right) {
        where.append(" AND (")
                .append(names(left))
                .append(") ")
                .append(operator)
                .append(" (?")
                .append(", ?".repeat(left.size() - 1))
                .append(')');
        bound.addAll(left);
        values.addAll(right);
    }

    private static String names(List<Column> columns) {
        return columns.stream().map(Column::quoted).collect(Collectors.joining(", "));
    }

    private List<ScanHit> hits(ResultSet row) throws SQLException {
        List<ScanHit> hits = new ArrayList<>();
        while (row.next()) {
            String id = row.getString(1);
            StoredDocument document = new StoredDocument(id, row.getLong(2), row.getInt(3), row.getBytes(4));
            hits.add(new ScanHit(new ScanPosition(key(row), id), document));
        }
        return hits;
    }

    private IndexKey key(ResultSet row) throws SQLException {
        if (byId) {
            return IndexKey.EMPTY;
        }
        List<Object> key = new ArrayList<>(columns.size());
        for (int part = 0; part < columns.size(); part++) {
            key.add(columns.get(part).read(row, 5 + part));
        }
        return new IndexKey(key);
    }
}
