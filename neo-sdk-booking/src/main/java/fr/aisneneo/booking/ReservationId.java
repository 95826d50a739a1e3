package fr.aisneneo.booking;

import fr.aisneneo.core.id.IdAdapter;
import fr.aisneneo.core.id.TypedId;
import fr.aisneneo.core.id.Uuids;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.util.UUID;

/**
 * Identifies a {@link Reservation}.
 *
 * @param value the identifier
 */
@JsonbTypeAdapter(ReservationId.Json.class)
public record ReservationId(UUID value) implements TypedId {

    /**
     * Reads the canonical text.
     *
     * @param text 36 characters
     * @return the id
     * @throws fr.aisneneo.core.error.InvalidInputException {@code input.malformed} if it is not a UUID
     */
    public static ReservationId parse(String text) {
        return new ReservationId(Uuids.parse(text, "reservation"));
    }

    @Override
    public String toString() {
        return text();
    }

    /** Its JSON form: the plain text. Thread-safe. */
    public static final class Json extends IdAdapter<ReservationId> {

        /** For JSON-B. */
        public Json() {
            super(ReservationId::new);
        }
    }
}
