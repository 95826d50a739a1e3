package fr.aisneneo.core.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * One number for each transaction that writes, which no other of any process ever gets. Taken behind the snapshot, so
 * that it is greater than that of every transaction whose writes are seen.
 */
final class Versions {
    static final String SEQUENCE = "neo_version";
    /** Earlier releases took so many at a time, and may still run on the same database. */
    static final int STEP = 1_000;

    static final String NEXT = "SELECT nextval('" + SEQUENCE + "')";

    private Versions() {}

    static long next(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(NEXT)) {
            row.next();
            return row.getLong(1);
        }
    }
}
