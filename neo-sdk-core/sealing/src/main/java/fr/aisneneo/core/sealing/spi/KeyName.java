package fr.aisneneo.core.sealing.spi;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.tenant.TenantId;
import java.util.Map;
import java.util.UUID;

/**
 * Which key: whose, and for what. Immutable and thread-safe.
 *
 * @param tenant the tenant
 * @param holder the person or organisation, or {@link #NOBODY} for a key of the tenant's own, such as that of a blind
 *     index
 * @param purpose {@code [a-z][a-z0-9_.]{0,80}}, such as {@code contact}
 */
public record KeyName(TenantId tenant, UUID holder, String purpose) {
    /** The holder of keys that belong to no person and are never destroyed. */
    public static final UUID NOBODY = new UUID(0, 0);

    private static final String PURPOSE = "[a-z][a-z0-9_.]{0,80}";

    /**
     * Checks the purpose.
     *
     * @throws InvalidInputException {@code input.malformed} for another form
     */
    public KeyName {
        if (!isPurpose(purpose)) {
            throw new InvalidInputException(CoreError.INPUT_MALFORMED, "purpose", Map.of("expected", PURPOSE));
        }
    }

    // By hand: a name is made for each key that a document needs.
    private static boolean isPurpose(String text) {
        if (text.isEmpty() || text.length() > 81 || text.charAt(0) < 'a' || text.charAt(0) > 'z') {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '_' && c != '.') {
                return false;
            }
        }
        return true;
    }

    /**
     * The key of a person for a purpose.
     *
     * @param tenant the tenant
     * @param owner the person
     * @param purpose for what
     * @return its name
     * @throws InvalidInputException {@code input.malformed} for a purpose of another form, or the owner that is nobody
     */
    public static KeyName of(TenantId tenant, PartyId owner, String purpose) {
        return new KeyName(tenant, holderOf(owner), purpose);
    }

    /**
     * The holder of a person's keys. For key stores, which must not destroy those of {@link #NOBODY}.
     *
     * @param owner the person
     * @return the holder
     * @throws InvalidInputException {@code input.malformed} for the owner that is nobody
     */
    public static UUID holderOf(PartyId owner) {
        if (owner.value().equals(NOBODY)) {
            throw new InvalidInputException(CoreError.INPUT_MALFORMED, "owner", Map.of("expected", "UUID"));
        }
        return owner.value();
    }

    /**
     * The key of a tenant's blind index.
     *
     * @param tenant the tenant
     * @param collection the collection
     * @param index the index
     * @return its name
     */
    public static KeyName ofIndex(TenantId tenant, String collection, String index) {
        return new KeyName(tenant, NOBODY, collection + "." + index);
    }
}
