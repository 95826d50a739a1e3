package fr.aisneneo.core.event;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A kind of event, declared as a constant by its domain.
 *
 * @param name stable dotted name of what happened, such as {@code booking.reservation.confirmed}
 * @param payload the record that says more, without personal data; it only ever gains fields
 * @param <E> the payload
 */
public record EventType<E>(String name, Class<E> payload) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*){1,5}");

    /**
     * Checks the name.
     *
     * @throws InvalidInputException {@code input.malformed} for a name of another form
     */
    public EventType {
        if (!FORM.matcher(name).matches() || name.length() > 100) {
            throw new InvalidInputException(CoreError.INPUT_MALFORMED, "name", Map.of("expected", FORM.pattern()));
        }
    }
}
