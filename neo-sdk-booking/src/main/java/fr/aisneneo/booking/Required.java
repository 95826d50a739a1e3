package fr.aisneneo.booking;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** Refuses a missing field by its name, where callers without a null checker would meet a bare exception. */
final class Required {
    private Required() {}

    static void field(@Nullable Object value, String name) {
        if (value == null) {
            throw new InvalidInputException(CoreError.INPUT_REQUIRED, name);
        }
    }
}
