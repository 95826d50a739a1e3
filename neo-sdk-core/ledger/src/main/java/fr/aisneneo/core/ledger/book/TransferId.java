package fr.aisneneo.core.ledger.book;

import fr.aisneneo.core.id.IdAdapter;
import fr.aisneneo.core.id.TypedId;
import fr.aisneneo.core.id.Uuids;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.util.UUID;

/**
 * Identifies a transfer; chosen by the caller, so that a command whose answer was lost can be sent again.
 *
 * @param value the identifier
 */
@JsonbTypeAdapter(TransferId.Json.class)
public record TransferId(UUID value) implements TypedId {

    /**
     * Reads the canonical text.
     *
     * @param text 36 characters
     * @return the id
     * @throws fr.aisneneo.core.error.InvalidInputException {@code input.malformed} if it is not a UUID
     */
    public static TransferId parse(String text) {
        return new TransferId(Uuids.parse(text, "transfer"));
    }

    @Override
    public String toString() {
        return text();
    }

    /** Its JSON form: the plain text. Thread-safe. */
    public static final class Json extends IdAdapter<TransferId> {

        /** For JSON-B. */
        public Json() {
            super(TransferId::new);
        }
    }
}
