package fr.aisneneo.core.actor;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a party is to a tenant. The embedder decides who has which role; the {@link Policy} decides what a role may do.
 *
 * @param name 1 to 40 characters of {@code a-z}, {@code 0-9}, {@code -}
 */
public record Role(String name) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    /** Somebody who uses the services in their own name. */
    public static final Role MEMBER = new Role("member");

    /** Staff of a site: runs the day, sees and changes everybody's bookings. */
    public static final Role OPERATOR = new Role("operator");

    /** Sets the tenant up: sites, spaces, reference data, parties. */
    public static final Role ADMINISTRATOR = new Role("administrator");

    /**
     * Checks the form.
     *
     * @throws InvalidInputException {@code input.malformed} for any other form
     */
    public Role {
        if (!FORM.matcher(name).matches()) {
            throw new InvalidInputException(
                    CoreError.INPUT_MALFORMED, "role", Map.of("expected", "[a-z][a-z0-9-]{0,39}"));
        }
    }
}
