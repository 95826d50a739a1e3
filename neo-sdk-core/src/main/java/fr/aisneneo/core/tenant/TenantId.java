package fr.aisneneo.core.tenant;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Whose data this is: a commune, the hub, a partner. Several tenants share one store and never see, count or collide
 * with each other's documents.
 *
 * @param value 1 to 63 characters of {@code a-z}, {@code 0-9} and {@code -}, starting with a letter, such as
 *     {@code aisne-neo}
 */
public record TenantId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    /** Where collections that are declared shared keep their documents: reference data that every tenant reads. */
    public static final TenantId SHARED = new TenantId("shared");

    /**
     * Checks the form.
     *
     * @throws InvalidInputException {@code input.malformed} for any other form
     */
    public TenantId {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidInputException(
                    CoreError.INPUT_MALFORMED, "tenant", Map.of("expected", "[a-z][a-z0-9-]{0,62}"));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
