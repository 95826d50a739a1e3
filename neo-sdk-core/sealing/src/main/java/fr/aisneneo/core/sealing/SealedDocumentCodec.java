package fr.aisneneo.core.sealing;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.json.Codec;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.storage.DocumentCodec;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The JSON of a sealed document. What cannot be one is read as a document that does not open, so that whoever reads it
 * can name it. Thread-safe.
 */
final class SealedDocumentCodec implements DocumentCodec<SealedDocument> {
    private static final SealedDocument UNREADABLE =
            new SealedDocument("", new PartyId(new UUID(0, 0)), 0, 0, "", "", Map.of(), Map.of());

    private final Codec json;

    SealedDocumentCodec(Codec json) {
        this.json = json;
    }

    @Override
    public byte[] encode(SealedDocument value) {
        Map<String, Object> all = new HashMap<>(value.clear());
        all.put(
                SealedDocument.PROPERTY,
                Map.of(
                        "blind", value.blind(),
                        "body", value.body(),
                        "format", SealedDocument.FORMAT,
                        "id", value.id(),
                        "key", value.key(),
                        "owner", value.owner().text(),
                        "revision", value.revision(),
                        "schema", value.schema()));
        return json.encode(all);
    }

    @Override
    @SuppressWarnings("unchecked")
    public SealedDocument decode(byte[] body) {
        try {
            Map<String, Object> all = new HashMap<>((Map<String, Object>) json.decode(body, Map.class));
            if (!(all.remove(SealedDocument.PROPERTY) instanceof Map<?, ?> sealed)) {
                return UNREADABLE;
            }
            Map<String, String> blind = new HashMap<>();
            Map<?, ?> hashes = part(sealed, "blind", Map.class);
            hashes.keySet().forEach(name -> blind.put((String) name, part(hashes, (String) name, String.class)));
            String owner = part(sealed, "owner", String.class);
            int format = number(sealed, "format");
            SealedDocument read = new SealedDocument(
                    part(sealed, "id", String.class),
                    PartyId.parse(owner),
                    part(sealed, "revision", BigDecimal.class).longValueExact(),
                    // A format of the future is told like a schema of the future.
                    format == SealedDocument.FORMAT ? number(sealed, "schema") : Integer.MAX_VALUE,
                    part(sealed, "key", String.class),
                    part(sealed, "body", String.class),
                    blind,
                    all);
            return read.owner().text().equals(owner) ? read : UNREADABLE;
        } catch (InvalidInputException | ClassCastException | ArithmeticException e) {
            return UNREADABLE;
        }
    }

    private static int number(Map<?, ?> sealed, String name) {
        return part(sealed, name, BigDecimal.class).intValueExact();
    }

    private static <P> P part(Map<?, ?> sealed, String name, Class<P> type) {
        Object part = sealed.get(name);
        if (!type.isInstance(part)) {
            throw new InvalidInputException(CoreError.INPUT_MALFORMED, name);
        }
        return type.cast(part);
    }
}
