package fr.aisneneo.core.postgresql;

import fr.aisneneo.core.storage.spi.StorageTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The marks of one transaction. The server hears of a mark when something is written behind it, since most are never
 * needed and a round trip is the better part of what a statement costs.
 */
final class Savepoints {
    /** The marks since the last write, all of the same state; null where there is none. */
    private @Nullable State newest;

    private int made;

    /** A state of the transaction; one savepoint of the server once something is written behind it. */
    private static final class State {
        private int number;
    }

    private record Mark(StorageTransaction transaction, State state) implements StorageTransaction.Savepoint {}

    StorageTransaction.Savepoint mark(StorageTransaction transaction) {
        State state = newest == null ? new State() : newest;
        newest = state;
        return new Mark(transaction, state);
    }

    void beforeWrite(Connection connection) throws SQLException {
        State state = newest;
        if (state == null) {
            return;
        }
        newest = null;
        if (state.number == 0) {
            state.number = ++made;
            execute(connection, "SAVEPOINT neo_" + state.number);
        }
    }

    void backTo(Connection connection, StorageTransaction transaction, StorageTransaction.Savepoint savepoint)
            throws SQLException {
        if (!(savepoint instanceof Mark mark) || mark.transaction() != transaction) {
            throw new IllegalArgumentException("A savepoint of another transaction");
        }
        if (mark.state().number != 0) {
            execute(connection, "ROLLBACK TO SAVEPOINT neo_" + mark.state().number);
        }
        newest = mark.state();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
