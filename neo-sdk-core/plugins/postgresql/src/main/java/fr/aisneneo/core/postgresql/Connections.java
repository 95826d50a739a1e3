package fr.aisneneo.core.postgresql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connections to one database, lent and taken back; each is in the schema, serializable, and bounded in time. */
final class Connections implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
    /** Hosts, database, parameters; no user before an at sign, since what stands there gets shown. */
    private static final Pattern LOCATION =
            Pattern.compile("//(?<hosts>[^/?@]*)/(?<database>[^/?@]+)(\\?(?<parameters>.*))?");

    private static final int OLDEST_SERVER = 140_000;

    private final HikariDataSource pool;
    private final String location;
    private final boolean durable;
    private final Duration patience;
    /** One for each connection: whoever gives one back to a pool that others wait at spins until it is taken. */
    private final Semaphore places;

    private Connections(HikariDataSource pool, String location, boolean durable, PostgresqlSettings settings) {
        this.pool = pool;
        this.location = location;
        this.durable = durable;
        this.patience = settings.writerWait();
        this.places = new Semaphore(settings.connections(), true);
    }

    static Connections open(String location, PostgresqlSettings settings) {
        Matcher parts = LOCATION.matcher(location);
        if (!parts.matches()) {
            throw new StorageException(
                    PostgresqlError.URL, Map.of("expected", "postgresql://host:5432/database?sslmode=verify-full"));
        }
        String shown = "//" + parts.group("hosts") + "/" + parts.group("database");
        HikariDataSource pool = pool("jdbc:postgresql:" + location, shown, settings);
        try {
            return new Connections(pool, shown, check(pool, shown), settings);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private static HikariDataSource pool(String url, String shown, PostgresqlSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("neo-postgresql");
        config.setJdbcUrl(url);
        config.setDriverClassName("org.postgresql.Driver");
        if (!settings.user().isEmpty()) {
            config.setUsername(settings.user());
        }
        if (!settings.password().isEmpty()) {
            config.setPassword(settings.password());
        }
        // What the URL says overrules these.
        config.addDataSourceProperty("ApplicationName", "Aisne Neo SDK");
        config.addDataSourceProperty("connectTimeout", "10");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        // Above the server's own bound, for a server that is gone without a word.
        config.addDataSourceProperty(
                "socketTimeout", Long.toString(settings.statementTimeout().toSeconds() + 15));
        // What the server says in detail quotes values.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("currentSchema", settings.schema());
        config.addDataSourceProperty("options", options(settings));
        config.setMaximumPoolSize(settings.connections());
        config.setMinimumIdle(Math.min(settings.idleConnections(), settings.connections()));
        config.setConnectionTimeout(Math.max(250, settings.writerWait().toMillis()));
        config.setTransactionIsolation("TRANSACTION_SERIALIZABLE");
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException e) {
            throw e.getCause() instanceof SQLException cause
                    ? SqlFailure.of(shown, cause)
                    : new StorageException(
                            CoreError.STORAGE_FAILED, Map.of("reason", String.valueOf(e.getMessage())), e);
        }
    }

    /**
     * An access by index takes predicate locks on what it reads, a sequential scan one on the whole table: under
     * SERIALIZABLE the latter makes strangers lose against each other.
     */
    private static String options(PostgresqlSettings settings) {
        return "-c statement_timeout=" + settings.statementTimeout().toMillis()
                + " -c lock_timeout=" + settings.writerWait().toMillis()
                + " -c idle_in_transaction_session_timeout="
                + settings.idleTimeout().toMillis()
                + " -c timezone=UTC -c synchronous_commit=on -c enable_seqscan=off -c enable_bitmapscan=off";
    }

    private static boolean check(HikariDataSource pool, String shown) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            if (Integer.parseInt(show(statement, "server_version_num")) < OLDEST_SERVER) {
                throw unfit(shown, "PostgreSQL " + show(statement, "server_version") + " < 14");
            }
            if (!show(statement, "server_encoding").equals("UTF8")) {
                throw unfit(shown, "server_encoding = " + show(statement, "server_encoding") + " ≠ UTF8");
            }
            if (show(statement, "transaction_read_only").equals("on")) {
                throw unfit(shown, "transaction_read_only = on");
            }
            boolean durable = show(statement, "fsync").equals("on");
            if (!durable) {
                LOG.warn("fsync is off on {}: what is acknowledged will not survive a power cut", shown);
            }
            return durable;
        } catch (SQLException e) {
            throw SqlFailure.of(shown, e);
        }
    }

    private static String show(Statement statement, String parameter) throws SQLException {
        try (ResultSet row = statement.executeQuery("SHOW " + parameter)) {
            row.next();
            return row.getString(1);
        }
    }

    private static StorageException unfit(String shown, String reason) {
        return new StorageException(PostgresqlError.SERVER, Map.of("location", shown, "reason", reason));
    }

    String location() {
        return location;
    }

    boolean durable() {
        return durable;
    }

    /**
     * Lends a connection in auto-commit mode; waits a bounded time for one.
     *
     * @throws StorageException {@code storage.busy}, {@code storage.interrupted}, {@code storage.closed}, or why the
     *     server cannot be reached
     */
    Connection borrow() {
        boolean lent = false;
        try {
            if (!places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new StorageException(CoreError.STORAGE_BUSY, Map.of("seconds", patience.toSeconds()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageException(CoreError.STORAGE_INTERRUPTED, Map.of(), e);
        }
        try {
            Connection connection = fromPool();
            lent = true;
            return connection;
        } finally {
            if (!lent) {
                places.release();
            }
        }
    }

    /** Takes a connection back; one that is broken is thrown away. */
    void giveBack(Connection connection) throws SQLException {
        try {
            connection.close();
        } finally {
            places.release();
        }
    }

    /** Takes a connection back that must not be used again; the server takes back what was open on it. */
    void discard(Connection connection) {
        try {
            pool.evictConnection(connection);
        } finally {
            places.release();
        }
    }

    private Connection fromPool() {
        try {
            return pool.getConnection();
        } catch (SQLTransientConnectionException e) {
            if (e.getCause() instanceof SQLException cause) {
                throw SqlFailure.of(location, cause);
            }
            throw new StorageException(CoreError.STORAGE_BUSY, Map.of("seconds", patience.toSeconds()), e);
        } catch (SQLException e) {
            if (e.getCause() instanceof InterruptedException) {
                Thread.currentThread().interrupt();
                throw new StorageException(CoreError.STORAGE_INTERRUPTED, Map.of(), e);
            }
            if (pool.isClosed()) {
                throw new StorageException(CoreError.STORAGE_CLOSED, Map.of(), e);
            }
            throw SqlFailure.of(location, e);
        }
    }

    StorageException failure(SQLException e) {
        return pool.isClosed()
                ? new StorageException(CoreError.STORAGE_CLOSED, Map.of(), e)
                : SqlFailure.of(location, e);
    }

    @Override
    public void close() {
        pool.close();
    }
}
