package fr.aisneneo.core.id;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import java.util.Map;
import java.util.UUID;

/**
 * Reads identifiers that come from outside.
 *
 * <p>Thread-safe.
 */
public final class Uuids {
    private Uuids() {}

    /**
     * Reads the canonical text of a UUID; unlike {@link UUID#fromString} it takes no shortened groups.
     *
     * @param text 36 characters, either case
     * @param field the name of the field, for the refusal
     * @return the identifier
     * @throws InvalidInputException {@code input.malformed} if it is not one
     */
    public static UUID parse(String text, String field) {
        if (text.length() == 36) {
            try {
                UUID uuid = UUID.fromString(text);
                if (uuid.toString().equalsIgnoreCase(text)) {
                    return uuid;
                }
            } catch (IllegalArgumentException e) {
                // falls through to the one refusal below
            }
        }
        throw new InvalidInputException(
                CoreError.INPUT_MALFORMED, field, Map.of("expected", "0191e2a3-4b5c-7d6e-8f90-0123456789ab"));
    }
}
