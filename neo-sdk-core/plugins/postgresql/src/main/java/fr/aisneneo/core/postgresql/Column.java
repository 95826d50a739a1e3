package fr.aisneneo.core.postgresql;

import fr.aisneneo.core.storage.spi.PartType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The column of one part of one index.
 *
 * @param name its name, which needs quotes
 * @param type what it holds
 */
record Column(String name, PartType type) {

    String quoted() {
        return '"' + name + '"';
    }

    String sqlType() {
        return switch (type) {
            case STRING -> "text COLLATE \"C\"";
            case LONG -> "bigint";
            case INSTANT -> "timestamptz";
            case BOOLEAN -> "boolean";
        };
    }

    void bind(PreparedStatement statement, int parameter, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(parameter, jdbcType());
        } else if (value instanceof String text) {
            statement.setString(parameter, text);
        } else if (value instanceof Long number) {
            statement.setLong(parameter, number);
        } else if (value instanceof Boolean truth) {
            statement.setBoolean(parameter, truth);
        } else {
            statement.setObject(parameter, OffsetDateTime.ofInstant((Instant) value, ZoneOffset.UTC));
        }
    }

    private int jdbcType() {
        return switch (type) {
            case STRING -> Types.VARCHAR;
            case LONG -> Types.BIGINT;
            case INSTANT -> Types.TIMESTAMP_WITH_TIMEZONE;
            case BOOLEAN -> Types.BOOLEAN;
        };
    }

    Object read(ResultSet row, int position) throws SQLException {
        return switch (type) {
            case STRING -> row.getString(position);
            case LONG -> row.getLong(position);
            case INSTANT -> row.getObject(position, OffsetDateTime.class).toInstant();
            case BOOLEAN -> row.getBoolean(position);
        };
    }
}
