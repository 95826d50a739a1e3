package fr.aisneneo.example.benchmarks.document;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.IsolationLevel;
import fr.aisneneo.core.json.Codec;
import fr.aisneneo.core.json.JsonbCodec;
import fr.aisneneo.example.benchmarks.experiment.Contender;
import fr.aisneneo.example.benchmarks.lab.Counts;
import fr.aisneneo.example.benchmarks.lab.Lab;
import fr.aisneneo.example.benchmarks.lab.PostgresServer;
import fr.aisneneo.example.benchmarks.measure.Caller;
import fr.aisneneo.example.benchmarks.measure.Side;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** The same documents by hand: one table, two indexes, {@code jsonb}, a pool as large as the SDK's. */
final class PostgresDocuments implements Side {
    static final int POOL = 16;

    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String INSERT =
            "INSERT INTO notice (id, place, at, number, body) VALUES (?, ?, ?, ?, ?::jsonb)";

    private final PostgresServer server;
    private final String schema;
    private final HikariDataSource pool;
    private final boolean serializable;
    private final Codec codec = JsonbCodec.standard();
    private final Notices notices = new Notices();

    private PostgresDocuments(Lab lab, boolean serializable) throws Exception {
        this.server = lab.postgres();
        this.schema = lab.newName("hand");
        this.serializable = serializable;
        server.run(
                "CREATE SCHEMA " + schema,
                "CREATE TABLE " + schema + ".notice (id uuid PRIMARY KEY, place text COLLATE \"C\" NOT NULL,"
                        + " at timestamptz NOT NULL, number bigint NOT NULL, body jsonb NOT NULL)",
                "CREATE INDEX ON " + schema + ".notice (place, at)",
                "CREATE INDEX ON " + schema + ".notice (number)");
        // One statement is a transaction by itself; the other is what a transaction of several statements costs.
        this.pool = server.pool(
                schema,
                Math.min(POOL, lab.effort().mostCallers()),
                serializable ? IsolationLevel.TRANSACTION_SERIALIZABLE : IsolationLevel.TRANSACTION_READ_COMMITTED,
                !serializable);
    }

    /** A transaction at SERIALIZABLE, run again where PostgreSQL refuses it: what the SDK does on PostgreSQL. */
    static Contender serializable() {
        return new Contender("JDBC by hand, SERIALIZABLE", lab -> new PostgresDocuments(lab, true));
    }

    /** One statement at READ COMMITTED, which commits itself: the least that a hand can do. */
    static Contender readCommitted() {
        return new Contender("JDBC by hand, READ COMMITTED", lab -> new PostgresDocuments(lab, false));
    }

    @Override
    public Caller caller() {
        return () -> {
            Notice notice = notices.next();
            while (!inserted(notice)) {
                Thread.onSpinWait();
            }
        };
    }

    private boolean inserted(Notice notice) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, UUID.fromString(notice.id()));
            insert.setString(2, notice.place());
            insert.setObject(3, OffsetDateTime.ofInstant(notice.at(), ZoneOffset.UTC));
            insert.setLong(4, notice.number());
            insert.setString(5, new String(codec.encode(notice), StandardCharsets.UTF_8));
            insert.executeUpdate();
            if (serializable) {
                connection.commit();
            }
            return true;
        } catch (SQLException e) {
            if (SERIALIZATION_FAILURE.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public void check(long calls) throws SQLException {
        Counts.requireEqual("rows", calls, server.number("SELECT count(*) FROM " + schema + ".notice"));
    }

    @Override
    public void close() throws SQLException {
        pool.close();
        server.run("DROP SCHEMA " + schema + " CASCADE");
    }
}
