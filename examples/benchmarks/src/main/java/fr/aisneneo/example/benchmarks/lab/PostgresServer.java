package fr.aisneneo.example.benchmarks.lab;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.IsolationLevel;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/** A real PostgreSQL as it comes, that syncs every commit. Thread-safe. */
public final class PostgresServer implements AutoCloseable {
    private static final String USER = "postgres";

    private final EmbeddedPostgres server;

    private PostgresServer(EmbeddedPostgres server) {
        this.server = server;
    }

    static PostgresServer start(Path data) throws IOException, SQLException {
        PostgresServer started = new PostgresServer(EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(2))
                .setDataDirectory(data)
                .setCleanDataDirectory(true)
                // The library turns them off, for tests of those who need not know what survives.
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .start());
        for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
            if (!started.text("SHOW " + setting).equals("on")) {
                started.close();
                throw new IllegalStateException("PostgreSQL runs with " + setting + " off");
            }
        }
        return started;
    }

    /**
     * Where the SDK finds it.
     *
     * @return the URI of the engine
     */
    public String uri() {
        return "postgresql://localhost:" + server.getPort() + "/postgres";
    }

    /**
     * Connections in a pool, as an application has them.
     *
     * @param schema the schema that is used
     * @param size how many
     * @param isolation what each transaction sees of the others
     * @param autoCommit whether each statement is a transaction
     * @return the pool, to be closed
     */
    public HikariDataSource pool(String schema, int size, IsolationLevel isolation, boolean autoCommit) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:" + uri());
        config.setUsername(USER);
        config.addDataSourceProperty("currentSchema", schema);
        config.setMaximumPoolSize(size);
        config.setAutoCommit(autoCommit);
        config.setTransactionIsolation(isolation.name());
        return new HikariDataSource(config);
    }

    /**
     * Runs statements one by one.
     *
     * @param statements the statements
     * @throws SQLException if one failed
     */
    public void run(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /**
     * Asks for one value.
     *
     * @param sql a query with one row
     * @return its first column as text
     * @throws SQLException if it failed
     */
    public String text(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /**
     * Asks for one number.
     *
     * @param sql a query with one row
     * @return its first column
     * @throws SQLException if it failed
     */
    public long number(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    /**
     * What the tables of a schema take with their indexes.
     *
     * @param schema the schema
     * @return bytes
     * @throws SQLException if it failed
     */
    public long bytes(String schema) throws SQLException {
        return number(
                "SELECT coalesce(sum(pg_total_relation_size(oid)), 0) FROM pg_class WHERE relkind = 'r' AND relnamespace = '"
                        + schema + "'::regnamespace");
    }

    /**
     * A connection of one's own, at READ COMMITTED, in autocommit.
     *
     * @param schema the schema that is used
     * @return the connection, to be closed
     * @throws SQLException if it failed
     */
    public Connection connect(String schema) throws SQLException {
        return DriverManager.getConnection("jdbc:" + uri() + "?currentSchema=" + schema, USER, "");
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:" + uri(), USER, "");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
