package fr.aisneneo.core.ledger.order;

import fr.aisneneo.core.id.IdAdapter;
import fr.aisneneo.core.id.TypedId;
import fr.aisneneo.core.id.Uuids;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.util.UUID;

/**
 * Identifies a standing order; chosen by the caller, so that a command whose answer was lost can be sent again.
 *
 * @param value the identifier
 */
@JsonbTypeAdapter(OrderId.Json.class)
public record OrderId(UUID value) implements TypedId {

    /**
     * Reads the canonical text.
     *
     * @param text 36 characters
     * @return the id
     * @throws fr.aisneneo.core.error.InvalidInputException {@code input.malformed} if it is not a UUID
     */
    public static OrderId parse(String text) {
        return new OrderId(Uuids.parse(text, "order"));
    }

    @Override
    public String toString() {
        return text();
    }

    /** Its JSON form: the plain text. Thread-safe. */
    public static final class Json extends IdAdapter<OrderId> {

        /** For JSON-B. */
        public Json() {
            super(OrderId::new);
        }
    }
}
