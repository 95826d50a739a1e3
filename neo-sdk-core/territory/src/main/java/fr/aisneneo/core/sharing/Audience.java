package fr.aisneneo.core.sharing;

import fr.aisneneo.core.tenant.TenantId;
import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;

/**
 * With whom something is shared: one tenant, or all.
 *
 * @param value the tenant, or {@code *} for all
 */
@JsonbTypeAdapter(Audience.Json.class)
public record Audience(String value) {
    private static final String ALL = "*";

    /** All tenants of the store, those of tomorrow included. */
    public static final Audience EVERYONE = new Audience(ALL);

    /**
     * Checks the form.
     *
     * @throws fr.aisneneo.core.error.InvalidInputException {@code input.malformed} if it is neither a tenant nor
     *     {@code *}
     */
    public Audience {
        if (!value.equals(ALL)) {
            value = TenantId.stored(value).value();
        }
    }

    /**
     * One tenant. Whether there is such a tenant is not checked, since nobody may learn that.
     *
     * @param tenant the tenant
     * @return the audience
     */
    public static Audience of(TenantId tenant) {
        return new Audience(tenant.value());
    }

    @Override
    public String toString() {
        return value;
    }

    /** Its JSON form: the plain text. Thread-safe. */
    public static final class Json implements JsonbAdapter<Audience, String> {

        /** For JSON-B. */
        public Json() {}

        @Override
        public String adaptToJson(Audience audience) {
            return audience.value();
        }

        @Override
        public Audience adaptFromJson(String text) {
            return new Audience(text);
        }
    }
}
