package fr.aisneneo.example.benchmarks.reading;

import fr.aisneneo.example.benchmarks.lab.Lab;
import fr.aisneneo.example.benchmarks.lab.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** The databases that have a shelf by hand. */
final class Dialects {
    private static final String INSERT = "INSERT INTO notice (id, place, at, number, body) VALUES (?, ?, ?, ?, ?";
    private static final String[] INDEXES = {
        "CREATE INDEX by_place ON notice (place, at)", "CREATE INDEX by_number ON notice (number)"
    };

    private Dialects() {}

    static JdbcShelf.Dialect postgresql(Lab lab) throws Exception {
        return new Postgresql(lab.postgres(), lab.newName("shelf"));
    }

    static JdbcShelf.Dialect h2(Lab lab) {
        return new H2(lab.newPath("h2"));
    }

    static JdbcShelf.Dialect sqlite(Lab lab) {
        return new Sqlite(lab.newPath("sqlite"));
    }

    private static void run(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private record Postgresql(PostgresServer server, String schema) implements JdbcShelf.Dialect {
        @Override
        public Connection open() throws SQLException {
            server.run("CREATE SCHEMA " + schema);
            Connection connection = server.connect(schema);
            run(
                    connection,
                    "CREATE TABLE notice (id uuid PRIMARY KEY, place text COLLATE \"C\" NOT NULL, at timestamptz NOT NULL,"
                            + " number bigint NOT NULL, body jsonb NOT NULL)");
            run(connection, INDEXES);
            return connection;
        }

        @Override
        public String insert() {
            return INSERT + "::jsonb)";
        }

        @Override
        public Object id(String id) {
            return UUID.fromString(id);
        }

        @Override
        public Object time(Instant at) {
            return at.atOffset(ZoneOffset.UTC);
        }

        @Override
        public void settle(Connection connection) throws SQLException {
            run(connection, "VACUUM ANALYZE notice", "CHECKPOINT");
        }

        @Override
        public long bytes() throws SQLException {
            return server.bytes(schema);
        }

        @Override
        public void remove() throws SQLException {
            server.run("DROP SCHEMA " + schema + " CASCADE");
        }
    }

    private record H2(Path directory) implements JdbcShelf.Dialect {
        @Override
        public Connection open() throws Exception {
            Files.createDirectories(directory);
            Connection connection =
                    DriverManager.getConnection("jdbc:h2:" + directory.resolve("notices") + ";WRITE_DELAY=0", "sa", "");
            run(
                    connection,
                    "CREATE TABLE notice (id uuid PRIMARY KEY, place varchar NOT NULL, at timestamp with time zone NOT NULL,"
                            + " number bigint NOT NULL, body varchar NOT NULL)");
            run(connection, INDEXES);
            return connection;
        }

        @Override
        public String insert() {
            return INSERT + ")";
        }

        @Override
        public Object id(String id) {
            return UUID.fromString(id);
        }

        @Override
        public Object time(Instant at) {
            return at.atOffset(ZoneOffset.UTC);
        }

        @Override
        public void settle(Connection connection) throws SQLException {
            run(connection, "ANALYZE", "CHECKPOINT SYNC");
        }

        @Override
        public long bytes() throws Exception {
            return Lab.bytes(directory);
        }

        @Override
        public void remove() throws Exception {
            Lab.remove(directory);
        }
    }

    private record Sqlite(Path directory) implements JdbcShelf.Dialect {
        @Override
        public Connection open() throws Exception {
            Files.createDirectories(directory);
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("notices.db"));
            run(
                    connection,
                    "PRAGMA journal_mode=WAL",
                    "PRAGMA synchronous=FULL",
                    "CREATE TABLE notice (id text PRIMARY KEY, place text NOT NULL, at integer NOT NULL,"
                            + " number integer NOT NULL, body text NOT NULL) WITHOUT ROWID");
            run(connection, INDEXES);
            return connection;
        }

        @Override
        public String insert() {
            return INSERT + ")";
        }

        @Override
        public Object id(String id) {
            return id;
        }

        @Override
        public Object time(Instant at) {
            return at.getEpochSecond();
        }

        @Override
        public void settle(Connection connection) throws SQLException {
            run(connection, "ANALYZE", "PRAGMA wal_checkpoint(TRUNCATE)");
        }

        @Override
        public long bytes() throws Exception {
            return Lab.bytes(directory);
        }

        @Override
        public void remove() throws Exception {
            Lab.remove(directory);
        }
    }
}
