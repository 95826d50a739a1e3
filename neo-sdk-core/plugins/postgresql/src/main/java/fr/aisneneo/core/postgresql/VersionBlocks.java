package fr.aisneneo.core.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Numbers that no other transaction of any process ever gets, taken from the sequence a thousand at a time. They say
 * nothing about order.
 */
final class VersionBlocks {
    static final String SEQUENCE = "neo_version";
    static final int BLOCK = 1_000;

    private long next;
    private long end;

    /** The next number; asks the server, on the caller's connection, once in a thousand. */
    long next(Connection connection) throws SQLException {
        synchronized (this) {
            if (next < end) {
                return next++;
            }
        }
        // Outside the lock: several may ask at the same time, and then some numbers are never used.
        long first = ask(connection);
        synchronized (this) {
            next = first + 1;
            end = first + BLOCK;
        }
        return first;
    }

    private static long ask(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT nextval('" + SEQUENCE + "')")) {
            row.next();
            return row.getLong(1);
        }
    }
}
