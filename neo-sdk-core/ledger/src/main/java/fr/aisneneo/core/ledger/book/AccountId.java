package fr.aisneneo.core.ledger.book;

import fr.aisneneo.core.id.IdAdapter;
import fr.aisneneo.core.id.TypedId;
import fr.aisneneo.core.id.Uuids;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.util.UUID;

/**
 * Identifies an account. It says nothing of whose it is.
 *
 * @param value the identifier
 */
@JsonbTypeAdapter(AccountId.Json.class)
public record AccountId(UUID value) implements TypedId {

    /**
     * Reads the canonical text.
     *
     * @param text 36 characters
     * @return the id
     * @throws fr.aisneneo.core.error.InvalidInputException {@code input.malformed} if it is not a UUID
     */
    public static AccountId parse(String text) {
        return new AccountId(Uuids.parse(text, "account"));
    }

    @Override
    public String toString() {
        return text();
    }

    /** Its JSON form: the plain text. Thread-safe. */
    public static final class Json extends IdAdapter<AccountId> {

        /** For JSON-B. */
        public Json() {
            super(AccountId::new);
        }
    }
}
