package fr.aisneneo.core.tenant;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whose data this is: a commune, the hub, a partner. Several tenants share one store and never see, count or collide
 * with each other's documents.
 *
 * <p>{@link #SHARED} owns the reference data, so whoever acts for it changes what all others read. Its name is
 * reserved: a host that makes tenants from names of its users never makes it by accident, since the constructor refuses
 * it. Only {@link #SHARED} itself and {@link #stored} give it.
 *
 * <p>Immutable and thread-safe. Equal if the value is.
 */
public final class TenantId {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final String RESERVED = "shared";

    /** Where collections that are declared shared keep their documents: reference data that every tenant reads. */
    public static final TenantId SHARED = new TenantId();

    private final String value;

    private TenantId() {
        value = RESERVED;
    }

    /**
     * An ordinary tenant.
     *
     * @param value 1 to 63 characters of {@code a-z}, {@code 0-9} and {@code -}, starting with a letter, such as
     *     {@code aisne-neo}; not {@code shared}
     * @throws InvalidInputException {@code input.malformed} for any other form and for {@code shared}
     */
    public TenantId(String value) {
        if (!FORM.matcher(value).matches() || value.equals(RESERVED)) {
            throw new InvalidInputException(
                    CoreError.INPUT_MALFORMED, "tenant", Map.of("expected", FORM.pattern() + " ≠ " + RESERVED));
        }
        this.value = value;
    }

    /**
     * Reads back what was stored or written as JSON, {@link #SHARED} included. For engines and codecs; never for what
     * comes with a request.
     *
     * @param value what {@link #value()} gave
     * @return the tenant
     * @throws InvalidInputException {@code input.malformed} for any other form
     */
    public static TenantId stored(String value) {
        return value.equals(RESERVED) ? SHARED : new TenantId(value);
    }

    /**
     * Its name.
     *
     * @return such as {@code aisne-neo}
     */
    public String value() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TenantId tenant && value.equals(tenant.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
