package fr.aisneneo.core.postgresql;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.storage.spi.ContentionKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.SortedSet;

/**
 * Writers of several processes that contend on the same thing queue by session-level advisory locks. They are tried by
 * the first statement of the transaction. Whoever must wait for one does so before a transaction that begins anew: in
 * it, the statement that waits would have taken the snapshot already, and the writer would see what was true before its
 * turn. A key is a 64-bit hash; keys that share one queue for each other.
 */
final class AdvisoryLocks {
    /** Waiting on the server cannot be interrupted, so it is done in short pieces. */
    private static final long PIECE_MILLIS = 250;

    private final String schema;
    private final Duration patience;

    AdvisoryLocks(String schema, Duration patience) {
        this.schema = schema;
        this.patience = patience;
    }

    /** Tries all of them, and takes the transaction's version on the way. One parameter, the numbers. */
    static final String TRY = "SELECT nextval('" + Versions.SEQUENCE
            + "'), (SELECT bool_and(pg_try_advisory_lock(k)) FROM unnest(?) AS k)";

    /** What stands for the keys, in the order in which they are taken. */
    Long[] numbers(SortedSet<ContentionKey> keys) {
        return keys.stream().map(this::number).distinct().sorted().toArray(Long[]::new);
    }

    /**
     * Takes all of them in the order of their numbers; waits a bounded time. In auto-commit mode.
     *
     * @throws StorageException {@code storage.busy} or {@code storage.interrupted}, with none taken and the connection
     *     as it was
     */
    void take(Connection connection, Long[] numbers) throws SQLException {
        long deadline = System.nanoTime() + patience.toNanos();
        boolean taken = false;
        try {
            execute(connection, "SET lock_timeout = " + Math.min(PIECE_MILLIS, patience.toMillis()));
            while (!taken) {
                taken = waitForAll(connection, numbers);
                if (!taken && Thread.currentThread().isInterrupted()) {
                    throw new StorageException(CoreError.STORAGE_INTERRUPTED, Map.of());
                }
                if (!taken && System.nanoTime() - deadline > 0) {
                    throw new StorageException(CoreError.STORAGE_BUSY, Map.of("seconds", patience.toSeconds()));
                }
            }
        } finally {
            // First, for it matters to all that use the connection later; if it fails, the connection is not used
            // again.
            execute(connection, "RESET lock_timeout");
            if (!taken) {
                release(connection);
            }
        }
    }

    private static boolean waitForAll(Connection connection, Long[] numbers) throws SQLException {
        release(connection);
        try {
            return run(connection, "SELECT bool_and(pg_advisory_lock(k) IS NOT NULL) FROM unnest(?) AS k", numbers);
        } catch (SQLException e) {
            if ("55P03".equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private static boolean run(Connection connection, String sql, Long[] numbers) throws SQLException {
        Array array = connection.createArrayOf("bigint", numbers);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, array);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } finally {
            array.free();
        }
    }

    static void release(Connection connection) throws SQLException {
        execute(connection, RELEASE);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static final String RELEASE = "SELECT pg_advisory_unlock_all()";

    private long number(ContentionKey key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String text = schema + '\0' + key.tenant().value() + '\0' + key.kind() + '\0' + key.id();
            return ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
