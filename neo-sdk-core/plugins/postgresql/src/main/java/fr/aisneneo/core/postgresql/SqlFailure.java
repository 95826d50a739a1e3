package fr.aisneneo.core.postgresql;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What went wrong, in the terms of the SDK: told by SQLSTATE (PostgreSQL's appendix A), never by the text. */
final class SqlFailure {
    private SqlFailure() {}

    static StorageException of(String location, SQLException e) {
        String state = state(e);
        return switch (state) {
            // Of two that cannot both be first, this one lost. A unique index that was found free and is not belongs
            // here too: who took it was not visible.
            case "40001", "40P01", "23505" ->
                new StorageException(CoreError.STORAGE_CONFLICT, Map.of("state", state), e);
            case "55P03", "57014", "25P03", "25P04" ->
                new StorageException(CoreError.STORAGE_BUSY, Map.of("seconds", "…", "state", state), e);
            case "53100" -> new StorageException(CoreError.STORAGE_FULL, Map.of("location", location), e);
            case "53300" -> new StorageException(PostgresqlError.CONNECTIONS, Map.of("location", location), e);
            case "XX001", "XX002" ->
                new StorageException(CoreError.STORAGE_CORRUPT, Map.of("location", location, "reason", reason(e)), e);
            case "28000", "28P01" ->
                new StorageException(PostgresqlError.AUTHENTICATION, Map.of("location", location, "state", state), e);
            case "3D000" -> new StorageException(PostgresqlError.DATABASE, Map.of("location", location), e);
            case "42501", "3F000" ->
                new StorageException(PostgresqlError.RIGHTS, Map.of("location", location, "reason", reason(e)), e);
            case "25006" ->
                new StorageException(PostgresqlError.SERVER, Map.of("location", location, "reason", reason(e)), e);
            default ->
                isLost(e)
                        ? new StorageException(
                                PostgresqlError.UNREACHABLE, Map.of("location", location, "state", state), e)
                        : new StorageException(CoreError.STORAGE_FAILED, Map.of("reason", reason(e)), e);
        };
    }

    /** Whether an id or a unique tuple was found taken. */
    static boolean isTaken(SQLException e) {
        return state(e).equals("23505");
    }

    /** Whether nobody knows what became of a commit that failed so: the connection or the server's disk is gone. */
    static boolean leavesUnknown(SQLException e) {
        return isLost(e) || state(e).startsWith("58");
    }

    /**
     * Whether nothing that fails so was committed: it lost against others, broke a constraint, or did nothing for so
     * long that the server had ended it before it heard of the commit.
     */
    static boolean isSurelyBeforeCommit(SQLException e) {
        String state = state(e);
        return state.startsWith("40") || state.startsWith("23") || state.equals("25P03");
    }

    /** Whether a statement was refused because one before it had failed. */
    static boolean isInFailedTransaction(SQLException e) {
        return state(e).equals("25P02");
    }

    private static boolean isLost(SQLException e) {
        String state = state(e);
        return state.startsWith("08") || state.startsWith("57P");
    }

    private static String state(SQLException e) {
        @Nullable String state = e.getSQLState();
        if (state == null && e.getCause() instanceof SQLException cause) {
            return state(cause);
        }
        return state == null ? "08000" : state;
    }

    /** The first line only: what follows may quote somebody's data. */
    private static String reason(SQLException e) {
        @Nullable String text = e.getMessage();
        return "SQLSTATE " + state(e)
                + (text == null ? "" : ": " + text.lines().findFirst().orElse(""));
    }
}
