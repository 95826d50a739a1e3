package fr.aisneneo.core.postgresql;

import fr.aisneneo.core.error.ErrorCode;
import fr.aisneneo.core.error.MessageBundle;
import java.util.Locale;
import java.util.Map;

/** The codes of this engine, beside those of {@link fr.aisneneo.core.error.CoreError} that begin with storage. */
public enum PostgresqlError implements ErrorCode {
    /** The URL cannot be read. Facts: {@code expected}. */
    URL("postgresql.url"),
    /** No server answers there, or the connection was lost. Facts: {@code location}, {@code state}. */
    UNREACHABLE("postgresql.unreachable"),
    /** The server refuses this user, password or certificate. Facts: {@code location}, {@code state}. */
    AUTHENTICATION("postgresql.authentication"),
    /** There is no such database. Facts: {@code location}. */
    DATABASE("postgresql.database"),
    /** The user lacks a right. Facts: {@code location}, {@code reason}. */
    RIGHTS("postgresql.rights"),
    /** The server cannot serve: too old, another encoding, a standby. Facts: {@code location}, {@code reason}. */
    SERVER("postgresql.server"),
    /** The server has no connection left. Facts: {@code location}. */
    CONNECTIONS("postgresql.connections");

    private static final MessageBundle TEXTS =
            MessageBundle.load(name -> PostgresqlError.class.getResourceAsStream(name));

    private final String code;

    PostgresqlError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String text(Locale locale, Map<String, ?> facts) {
        return TEXTS.text(code, locale, facts);
    }
}
