package fr.aisneneo.core.postgresql;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * A statement and what fills its gaps.
 *
 * @param text the statement
 * @param values binds its parameters
 */
record Sql(String text, Values values) {
    /** Binds parameters from a number on. */
    interface Values {
        /** Returns the number behind the last one. */
        int bind(PreparedStatement statement, int first) throws SQLException;
    }

    int bind(PreparedStatement statement, int first) throws SQLException {
        return values.bind(statement, first);
    }
}
