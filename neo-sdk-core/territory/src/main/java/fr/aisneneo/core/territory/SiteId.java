package fr.aisneneo.core.territory;

import fr.aisneneo.core.id.IdAdapter;
import fr.aisneneo.core.id.TypedId;
import fr.aisneneo.core.id.Uuids;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.util.UUID;

/**
 * Identifies a {@link Site}.
 *
 * @param value the identifier
 */
@JsonbTypeAdapter(SiteId.Json.class)
public record SiteId(UUID value) implements TypedId {

    /**
     * Reads the canonical text.
     *
     * @param text 36 characters
     * @return the id
     * @throws fr.aisneneo.core.error.InvalidInputException {@code input.malformed} if it is not a UUID
     */
    public static SiteId parse(String text) {
        return new SiteId(Uuids.parse(text, "site"));
    }

    @Override
    public String toString() {
        return text();
    }

    /** Its JSON form: the plain text. Thread-safe. */
    public static final class Json extends IdAdapter<SiteId> {

        /** For JSON-B. */
        public Json() {
            super(SiteId::new);
        }
    }
}
