package fr.aisneneo.core.party;

import fr.aisneneo.core.id.IdAdapter;
import fr.aisneneo.core.id.TypedId;
import fr.aisneneo.core.id.Uuids;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.util.UUID;

/**
 * Identifies a person or an organisation: a pseudonym that stays in the journal when the person is erased.
 *
 * @param value the identifier
 */
@JsonbTypeAdapter(PartyId.Json.class)
public record PartyId(UUID value) implements TypedId {

    /**
     * Reads the canonical text.
     *
     * @param text 36 characters
     * @return the id
     * @throws fr.aisneneo.core.error.InvalidInputException {@code input.malformed} if it is not a UUID
     */
    public static PartyId parse(String text) {
        return new PartyId(Uuids.parse(text, "party"));
    }

    @Override
    public String toString() {
        return text();
    }

    /** Its JSON form: the plain text. Thread-safe. */
    public static final class Json extends IdAdapter<PartyId> {

        /** For JSON-B. */
        public Json() {
            super(PartyId::new);
        }
    }
}
