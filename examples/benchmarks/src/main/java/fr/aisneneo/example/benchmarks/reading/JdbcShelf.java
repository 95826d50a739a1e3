package fr.aisneneo.example.benchmarks.reading;

import fr.aisneneo.core.json.Codec;
import fr.aisneneo.core.json.JsonbCodec;
import fr.aisneneo.example.benchmarks.document.Notice;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** A shelf by hand in a table. Each dialect says where it is, and how a time and an id are written. */
final class JdbcShelf implements Shelf {
    /** What differs between databases. */
    interface Dialect {
        /** Empty, with the table and its indexes, in autocommit. */
        Connection open() throws Exception;

        /** The INSERT of id, place, at, number and body. */
        String insert();

        Object id(String id);

        Object time(Instant at);

        /** Brings everything to its place. */
        void settle(Connection connection) throws Exception;

        long bytes() throws Exception;

        void remove() throws Exception;
    }

    private final Dialect dialect;
    private final Connection connection;
    private final PreparedStatement get;
    private final PreparedStatement scan;
    private final Codec codec = JsonbCodec.standard();

    JdbcShelf(Dialect dialect) throws Exception {
        this.dialect = dialect;
        this.connection = dialect.open();
        this.get = connection.prepareStatement("SELECT body FROM notice WHERE id = ?");
        this.scan = connection.prepareStatement(
                "SELECT body FROM notice WHERE place = ? AND at >= ? ORDER BY place, at LIMIT " + SCANNED);
    }

    @Override
    public void add(List<Notice> notices) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement(dialect.insert())) {
            for (Notice notice : notices) {
                insert.setObject(1, dialect.id(notice.id()));
                insert.setString(2, notice.place());
                insert.setObject(3, dialect.time(notice.at()));
                insert.setLong(4, notice.number());
                insert.setString(5, new String(codec.encode(notice), StandardCharsets.UTF_8));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    @Override
    public void settle() throws Exception {
        dialect.settle(connection);
    }

    @Override
    public long bytes() throws Exception {
        return dialect.bytes();
    }

    @Override
    public long read(String id) throws SQLException {
        get.setObject(1, dialect.id(id));
        try (ResultSet row = get.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("There is no " + id);
            }
            return decoded(row).number();
        }
    }

    private Notice decoded(ResultSet row) throws SQLException {
        return codec.decode(row.getString(1).getBytes(StandardCharsets.UTF_8), Notice.class);
    }

    @Override
    public int scan(String place, Instant from) throws SQLException {
        scan.setString(1, place);
        scan.setObject(2, dialect.time(from));
        int found = 0;
        try (ResultSet row = scan.executeQuery()) {
            while (row.next()) {
                found += decoded(row).place().equals(place) ? 1 : 0;
            }
        }
        return found;
    }

    @Override
    public void close() throws Exception {
        connection.close();
        dialect.remove();
    }
}
