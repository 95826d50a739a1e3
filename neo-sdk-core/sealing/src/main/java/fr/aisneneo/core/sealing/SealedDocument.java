package fr.aisneneo.core.sealing;

import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.sealing.spi.KeyName;
import java.util.Map;
import java.util.Optional;

/**
 * A document of a sealed collection as it stands in the store: its fields that are not sealed, as they are, and under
 * {@value #PROPERTY} everything else, as one text: in base64 a head of some forty bytes, with key, revision, schema and
 * hashes, a point, and the sealed fields. For indexes over fields that are not sealed; immutable and thread-safe.
 *
 * @param id its id
 * @param owner whose personal data it is
 * @param revision 1 for a new document, one more with each change
 * @param schema the schema version it was sealed with
 * @param key the id of the key, 16 hexadecimal digits
 * @param body the sealed fields: base64 of nonce, ciphertext and tag
 * @param blind keyed hashes of some sealed fields, by blind index; base64url of 16 bytes
 * @param clear the fields that are not sealed, as JSON: maps, lists, texts, {@link java.math.BigDecimal}, booleans
 */
public record SealedDocument(
        String id,
        PartyId owner,
        long revision,
        int schema,
        String key,
        String body,
        Map<String, String> blind,
        Map<String, Object> clear) {
    /** The property that holds what the SDK needs to open a document. */
    public static final String PROPERTY = "_sealed";

    /** Copies the maps. */
    public SealedDocument {
        blind = Map.copyOf(blind);
        clear = Map.copyOf(clear);
    }

    /**
     * A field that is not sealed and is a text.
     *
     * @param field its name
     * @return the text, or empty if there is no such text
     */
    public Optional<String> text(String field) {
        return clear.get(field) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** What stands for a document that cannot be read: nobody's, and of a schema that is opened by no version. */
    static SealedDocument unreadable(int schema) {
        return new SealedDocument("", new PartyId(KeyName.NOBODY), 0, schema, "", "", Map.of(), Map.of());
    }

    SealedDocument with(String sealedBody) {
        return new SealedDocument(id, owner, revision, schema, key, sealedBody, blind, clear);
    }

    /** Without anything that stands in it. */
    @Override
    public String toString() {
        return "SealedDocument[" + id + "]";
    }
}
