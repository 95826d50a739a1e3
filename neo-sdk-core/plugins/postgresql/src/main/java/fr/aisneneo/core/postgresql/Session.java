package fr.aisneneo.core.postgresql;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A borrowed connection with a transaction on it, and what its writer queued for. Released once. */
final class Session {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private final Connections connections;
    private final Connection connection;
    private final KeyQueues.Turn turn;
    private boolean locked;

    Session(Connections connections, Connection connection, KeyQueues.Turn turn, boolean locked) {
        this.connections = connections;
        this.connection = connection;
        this.turn = turn;
        this.locked = locked;
    }

    Connection connection() {
        return connection;
    }

    StorageException failure(SQLException e) {
        return connections.failure(e);
    }

    /**
     * Commits, and gives the advisory locks back in the same round trip.
     *
     * @param wrote whether a lost reply leaves something unknown
     */
    void commit(boolean wrote) {
        try {
            if (locked) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("COMMIT; " + AdvisoryLocks.RELEASE);
                }
                locked = false;
            } else {
                connection.commit();
            }
        } catch (SQLException e) {
            if (wrote && SqlFailure.leavesUnknown(e)) {
                throw new StorageException(CoreError.STORAGE_OUTCOME_UNKNOWN, Map.of(), e);
            }
            throw failure(e);
        }
    }

    /** Nothing is lost if this fails: the server takes back what it hears no commit of. */
    void rollback() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            LOG.debug("A rollback did not reach the server", e);
        }
    }

    /** Gives locks, connection and turn back, in this order. */
    void release() {
        try (connection) {
            if (!connection.isClosed()) {
                connection.setAutoCommit(true);
                if (locked) {
                    AdvisoryLocks.release(connection);
                }
            }
        } catch (SQLException e) {
            // The pool finds the connection broken and throws it away; the server frees its locks with it.
            LOG.debug("A connection was lost", e);
        } finally {
            turn.end();
        }
    }
}
