package fr.aisneneo.core.tck;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** What an author may give, and need not. */
final class Hooks {
    private Hooks() {}

    /** What a hook gave; skips the case, with a message that names the hook, where it gave nothing. */
    static <T> T given(@Nullable T value, String hook) {
        return value == null ? Assumptions.abort("Skipped: override " + hook + " to have this proved") : value;
    }
}
