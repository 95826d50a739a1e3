package fr.aisneneo.core.sharing;

import fr.aisneneo.core.id.IdAdapter;
import fr.aisneneo.core.id.TypedId;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.util.UUID;

/**
 * Identifies a {@link Share}; of two, the earlier one has the smaller id.
 *
 * @param value the identifier, a UUIDv7
 */
@JsonbTypeAdapter(ShareId.Json.class)
public record ShareId(UUID value) implements TypedId {

    @Override
    public String toString() {
        return text();
    }

    /** Its JSON form: the plain text. Thread-safe. */
    public static final class Json extends IdAdapter<ShareId> {

        /** For JSON-B. */
        public Json() {
            super(ShareId::new);
        }
    }
}
