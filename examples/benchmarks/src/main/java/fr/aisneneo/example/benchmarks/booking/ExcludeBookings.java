package fr.aisneneo.example.benchmarks.booking;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.IsolationLevel;
import fr.aisneneo.core.id.IdGenerator;
import fr.aisneneo.core.id.UuidV7Generator;
import fr.aisneneo.example.benchmarks.experiment.Contender;
import fr.aisneneo.example.benchmarks.lab.Lab;
import fr.aisneneo.example.benchmarks.lab.PostgresServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Random;
import java.util.UUID;

/**
 * Bookings by a competent hand on PostgreSQL: a range, and an exclusion constraint that lets no two of a space overlap
 * (PostgreSQL's manual, "Constraints on Ranges"). At READ COMMITTED, which is all that the constraint needs.
 */
final class ExcludeBookings extends Bookings {
    private static final String TAKEN = "23P01";
    private static final String DEADLOCK = "40P01";
    private static final String INSERT = "INSERT INTO booking (id, space, during, holder, status, made)"
            + " VALUES (?, ?, tstzrange(?, ?), ?, 'confirmed', now())";
    private static final String EVENT =
            "INSERT INTO outbox (kind, booking, actor, payload) VALUES ('booking.confirmed', ?, ?,"
                    + " jsonb_build_object('space', ?::int, 'start', ?::timestamptz, 'end', ?::timestamptz))";

    private final PostgresServer server;
    private final String schema;
    private final boolean outbox;
    private final HikariDataSource pool;
    // In the order of time, which suits a primary key, and cheap.
    private final IdGenerator ids = new UuidV7Generator(InstantSource.system(), new Random(1));

    private ExcludeBookings(Lab lab, int connections, boolean outbox) throws Exception {
        super(lab.effort().spaces());
        this.server = lab.postgres();
        this.schema = lab.newName("exclude");
        this.outbox = outbox;
        server.run(
                "CREATE EXTENSION IF NOT EXISTS btree_gist SCHEMA public",
                "CREATE SCHEMA " + schema,
                "CREATE TABLE " + schema
                        + ".booking (id uuid PRIMARY KEY, space integer NOT NULL, during tstzrange NOT NULL,"
                        + " holder uuid NOT NULL, status text NOT NULL, made timestamptz NOT NULL,"
                        + " EXCLUDE USING gist (space WITH =, during WITH &&) WHERE (status = 'confirmed'))",
                "CREATE INDEX ON " + schema + ".booking (holder)",
                "CREATE TABLE " + schema
                        + ".outbox (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, kind text NOT NULL,"
                        + " at timestamptz NOT NULL DEFAULT now(), booking uuid NOT NULL, actor uuid NOT NULL, payload jsonb NOT NULL)");
        int used = Math.min(connections, lab.effort().mostCallers());
        this.pool = server.pool(schema, used, IsolationLevel.TRANSACTION_READ_COMMITTED, !outbox);
    }

    /** One INSERT that commits itself: the least that a hand does. */
    static Contender insert(int connections) {
        return new Contender(
                "EXCLUDE, " + connections + " connections", lab -> new ExcludeBookings(lab, connections, false));
    }

    /** The same and a row in an outbox, in one transaction: so that others learn of it, as the SDK's journal does. */
    static Contender insertWithOutbox(int connections) {
        return new Contender(
                "EXCLUDE and outbox, " + connections + " connections",
                lab -> new ExcludeBookings(lab, connections, true));
    }

    @Override
    boolean book(Wish wish) throws SQLException {
        while (true) {
            try (Connection connection = pool.getConnection()) {
                insert(connection, ids.next(), new UUID(0, wish.holder()), wish);
                return true;
            } catch (SQLException e) {
                if (TAKEN.equals(e.getSQLState())) {
                    return false;
                }
                if (!DEADLOCK.equals(e.getSQLState())) {
                    throw e;
                }
            }
        }
    }

    private void insert(Connection connection, UUID id, UUID holder, Wish wish) throws SQLException {
        OffsetDateTime start = zoned(wish.start());
        OffsetDateTime end = zoned(wish.end());
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, id);
            insert.setInt(2, wish.space());
            insert.setObject(3, start);
            insert.setObject(4, end);
            insert.setObject(5, holder);
            insert.executeUpdate();
        }
        if (outbox) {
            try (PreparedStatement event = connection.prepareStatement(EVENT)) {
                event.setObject(1, id);
                event.setObject(2, holder);
                event.setInt(3, wish.space());
                event.setObject(4, start);
                event.setObject(5, end);
                event.executeUpdate();
            }
            connection.commit();
        }
    }

    private static OffsetDateTime zoned(LocalDateTime time) {
        return time.atZone(Wishes.ZONE).toOffsetDateTime();
    }

    @Override
    long standing() throws SQLException {
        long rows = server.number("SELECT count(*) FROM " + schema + ".booking");
        long slots = server.number("SELECT count(DISTINCT (space, lower(during))) FROM " + schema + ".booking");
        if (rows != slots) {
            throw new IllegalStateException(rows + " bookings of " + slots + " slots");
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        pool.close();
        server.run("DROP SCHEMA " + schema + " CASCADE");
    }
}
