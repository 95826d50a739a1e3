package fr.aisneneo.core.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever waits in vain leaves the connection to the next as it was. */
@Tag("heavy")
class AdvisoryLocksTest {
    private static final Long[] NUMBERS = {815L, 4711L};

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql:" + Server.location() + "?user=postgres&options=-c%20lock_timeout=17s");
    }

    private static String show(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Of those that this connection holds. */
    private static String locks(Connection connection) throws SQLException {
        return show(
                connection,
                "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted AND pid = pg_backend_pid()");
    }

    private static void expectAsItWas(Connection connection) throws SQLException {
        assertThat(show(connection, "SHOW lock_timeout")).isEqualTo("17s");
        assertThat(locks(connection)).isEqualTo("0");
    }

    @Test
    void afterALockThatWasNotFreeInTime() throws SQLException {
        AdvisoryLocks locks = new AdvisoryLocks("some_schema", Duration.ofMillis(300));
        try (Connection holder = connect();
                Connection waiting = connect()) {
            locks.take(holder, new Long[] {NUMBERS[1]});
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> locks.take(waiting, NUMBERS))
                    .matches(e -> e.errorCode() == CoreError.STORAGE_BUSY);
            expectAsItWas(waiting);
        }
    }

    @Test
    void afterAnInterruption() throws SQLException {
        AdvisoryLocks locks = new AdvisoryLocks("some_schema", Duration.ofMinutes(4));
        try (Connection holder = connect();
                Connection waiting = connect()) {
            locks.take(holder, new Long[] {NUMBERS[1]});
            Thread.currentThread().interrupt();
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> locks.take(waiting, NUMBERS))
                    .matches(e -> e.errorCode() == CoreError.STORAGE_INTERRUPTED);
            assertThat(Thread.interrupted()).isTrue();
            expectAsItWas(waiting);
        }
    }

    @Test
    void andWhenItHoldsThem() throws SQLException {
        AdvisoryLocks locks = new AdvisoryLocks("some_schema", Duration.ofMinutes(4));
        try (Connection connection = connect()) {
            locks.take(connection, NUMBERS);
            assertThat(show(connection, "SHOW lock_timeout")).isEqualTo("17s");
            assertThat(locks(connection)).isEqualTo("2");
            AdvisoryLocks.release(connection);
            expectAsItWas(connection);
        }
    }
}
