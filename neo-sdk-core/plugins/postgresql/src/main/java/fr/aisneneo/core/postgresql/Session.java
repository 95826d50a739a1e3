package fr.aisneneo.core.postgresql;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A borrowed connection with a transaction on it, and what its writer queued for. Released once. */
final class Session {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    static final Long[] NONE = {};

    private static final String COMMIT = "COMMIT; ";

    private final Connections connections;
    private final Connection connection;
    private final KeyQueues.Turn turn;
    private final AdvisoryLocks locks;
    /** What is still to be locked; none once that is done. */
    private Long[] wanted;

    private boolean locked;
    /** Whether nobody knows what state the connection is in: then it is not used again. */
    private boolean broken;

    Session(Connections connections, Connection connection, KeyQueues.Turn turn, AdvisoryLocks locks, Long[] wanted) {
        this.connections = connections;
        this.connection = connection;
        this.turn = turn;
        this.locks = locks;
        this.wanted = wanted;
    }

    /**
     * What the first statement of a writer begins with: it takes the version, and tries the locks if any are wanted.
     */
    String opening() {
        return wanted.length == 0 ? Versions.NEXT : AdvisoryLocks.TRY;
    }

    /** Whether something is still to be locked, which comes before everything else. */
    boolean wantsLocks() {
        return wanted.length > 0;
    }

    /** Binds the parameters of {@link #opening}, and answers the number of the next one. */
    int bindOpening(PreparedStatement statement) throws SQLException {
        if (wanted.length == 0) {
            return 1;
        }
        // Whatever comes of it, some may be held from now on.
        locked = true;
        statement.setArray(1, connection.createArrayOf("bigint", wanted));
        return 2;
    }

    /**
     * Reads the answer to {@link #opening}, the present result of a statement.
     *
     * @return the version; or 0 if locks had to be waited for, and the statement is to be run again
     */
    long opened(PreparedStatement statement) throws SQLException {
        long version;
        boolean all;
        try (ResultSet row = statement.getResultSet()) {
            row.next();
            version = row.getLong(1);
            all = wanted.length == 0 || row.getBoolean(2);
        }
        if (!all) {
            connection.rollback();
            connection.setAutoCommit(true);
            locked = false;
            takeLocks();
            locked = true;
            connection.setAutoCommit(false);
            version = 0;
        }
        wanted = NONE;
        return version;
    }

    private void takeLocks() throws SQLException {
        broken = true;
        try {
            locks.take(connection, wanted);
            broken = false;
        } catch (StorageException e) {
            // An end that it foresees, with everything put back.
            broken = false;
            throw e;
        }
    }

    Connection connection() {
        return connection;
    }

    StorageException failure(SQLException e) {
        return connections.failure(e);
    }

    /**
     * Commits with what is pending, and gives the advisory locks back in the same round trip.
     *
     * @param wrote whether a lost reply leaves something unknown
     */
    void commit(PendingWrites pending, boolean wrote) {
        try {
            String ending = locked ? COMMIT + AdvisoryLocks.RELEASE : COMMIT;
            if (!pending.sendWith(connection, ending)) {
                pending.send(connection);
                try (PreparedStatement statement = connection.prepareStatement(ending)) {
                    statement.execute();
                }
            }
            locked = false;
        } catch (SQLException e) {
            if (wrote && (SqlFailure.leavesUnknown(e) || mayStandBehindCommit(e))) {
                throw new StorageException(CoreError.STORAGE_OUTCOME_UNKNOWN, Map.of(), e);
            }
            rollback();
            throw failure(e);
        } catch (StorageException e) {
            rollback();
            throw e;
        } catch (RuntimeException | Error e) {
            // Perhaps in the middle of a message: whatever is said next could be taken for the rest of it.
            broken = true;
            throw e;
        }
    }

    /**
     * The locks are given back in the message of the commit, behind it. What fails there, say because somebody cancels
     * it, is heard as if the message had failed. But for the commit itself, whatever fails before leaves the
     * transaction open, and the server refuses all that follows in it.
     */
    private boolean mayStandBehindCommit(SQLException e) {
        if (!locked || SqlFailure.isSurelyBeforeCommit(e)) {
            return false;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1");
            return true;
        } catch (SQLException refused) {
            return !SqlFailure.isInFailedTransaction(refused);
        }
    }

    /** Whoever gives up may do so because of what would have been refused: then it has lost. */
    @Nullable StorageException findLost(PendingWrites pending) {
        if (pending.isInDoubt()) {
            try {
                pending.send(connection);
            } catch (SQLException e) {
                return failure(e);
            } catch (StorageException e) {
                return e;
            }
        }
        return null;
    }

    /**
     * Commits what was read and takes back what was written: a refusal rests on what was read, and PostgreSQL says of
     * no transaction that is rolled back whether it could have been so. There is nothing to be waited for on the disk.
     *
     * @param wrote whether the server has heard of writes
     */
    void commitReads(boolean wrote) {
        String text = (wrote ? Savepoints.BACK_TO_START + "; SET LOCAL synchronous_commit = off; " : "")
                + COMMIT
                + (locked ? AdvisoryLocks.RELEASE : "");
        try (Statement statement = connection.createStatement()) {
            statement.execute(text);
            locked = false;
        } catch (SQLException e) {
            rollback();
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
        boolean settled = false;
        try {
            settled = settle();
        } catch (SQLException e) {
            LOG.debug("A connection was lost", e);
        } finally {
            giveBack(settled);
        }
    }

    /** Leaves nothing open on the connection, and tells whether it can be used again. */
    private boolean settle() throws SQLException {
        if (broken || connection.isClosed()) {
            return false;
        }
        if (!connection.getAutoCommit()) {
            // Turning auto-commit on would commit what is still open. Costs nothing where nothing is.
            connection.rollback();
            connection.setAutoCommit(true);
        }
        if (locked) {
            AdvisoryLocks.release(connection);
        }
        return true;
    }

    private void giveBack(boolean settled) {
        try {
            if (settled) {
                connections.giveBack(connection);
            } else {
                connections.discard(connection);
            }
        } catch (SQLException e) {
            LOG.debug("A connection was lost", e);
        } finally {
            turn.end();
        }
    }
}
