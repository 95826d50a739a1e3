package fr.aisneneo.core.postgresql;

import fr.aisneneo.core.storage.spi.StorageTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The marks of one transaction. The server hears of a mark when what was written behind it is sent before the commit,
 * since most are never needed and a round trip is the better part of what a statement costs.
 */
final class Savepoints {
    /** Said once, before the first write or mark: whoever gives up takes back all, and still commits what it read. */
    static final String START = "SAVEPOINT neo_0";

    static final String BACK_TO_START = "ROLLBACK TO SAVEPOINT neo_0";

    /** The marks since the last write, all of the same state; null where there is none. */
    private @Nullable State newest;

    private int made;
    private boolean started;

    /** A state of the transaction; one savepoint of the server once something behind it is sent. */
    static final class State {
        private int number;
        private int marks;
    }

    private record Mark(StorageTransaction transaction, State state) implements StorageTransaction.Savepoint {}

    StorageTransaction.Savepoint mark(StorageTransaction transaction) {
        State state = newest == null ? new State() : newest;
        newest = state;
        state.marks++;
        return new Mark(transaction, state);
    }

    /** Whether no mark of the state is left; where the server does not know it yet, it need not. */
    boolean release(State state) {
        if (--state.marks > 0) {
            return false;
        }
        if (newest == state) {
            newest = null;
        }
        return true;
    }

    /** The state that a write is about to leave, if it is marked and the server does not know it. */
    @Nullable State unsaved() {
        State state = newest;
        newest = null;
        return state == null || state.number != 0 ? null : state;
    }

    /** Whether the server knows the state before the first write. */
    boolean hasStarted() {
        return started;
    }

    /** The server has heard {@link #START}. */
    void started() {
        started = true;
    }

    void start(Connection connection) throws SQLException {
        if (!started) {
            execute(connection, START);
            started = true;
        }
    }

    void save(Connection connection, State state) throws SQLException {
        start(connection);
        state.number = ++made;
        execute(connection, "SAVEPOINT neo_" + state.number);
    }

    /** The state of a mark of this transaction. */
    static State state(StorageTransaction transaction, StorageTransaction.Savepoint savepoint) {
        if (!(savepoint instanceof Mark mark) || mark.transaction() != transaction) {
            throw new IllegalArgumentException("A savepoint of another transaction");
        }
        return mark.state();
    }

    /** Goes back, once all that was written is sent. */
    void backTo(Connection connection, State state) throws SQLException {
        if (state.number != 0) {
            execute(connection, "ROLLBACK TO SAVEPOINT neo_" + state.number);
        }
        newest = state;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
