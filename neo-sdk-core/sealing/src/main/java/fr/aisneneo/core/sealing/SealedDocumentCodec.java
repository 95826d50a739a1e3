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
 * The JSON of a sealed document. The envelope is written by hand, since every write makes one. What cannot be one is
 * read as a document that does not open, so that whoever reads it can name it. Thread-safe.
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
        Map<String, Object> before = new HashMap<>();
        Map<String, Object> after = new HashMap<>();
        value.clear().forEach((name, content) -> {
            int order = name.compareTo(SealedDocument.PROPERTY);
            if (order != 0) {
                (order < 0 ? before : after).put(name, content);
            }
        });
        SealedJson out = new SealedJson(json, value.body().length() + 400);
        return out.raw("{")
                .members(before, "", ",")
                .raw("\"_sealed\":{\"blind\":")
                .value(value.blind())
                .raw(",\"body\":")
                .text(value.body())
                .raw(",\"format\":" + SealedDocument.FORMAT + ",\"id\":")
                .text(value.id())
                .raw(",\"key\":")
                .text(value.key())
                .raw(",\"owner\":\"" + value.owner().text() + "\",\"revision\":" + value.revision() + ",\"schema\":"
                        + value.schema() + "}")
                .members(after, ",", "")
                .raw("}")
                .bytes();
    }

    @Override
    @SuppressWarnings("unchecked")
    public SealedDocument decode(byte[] body) {
        try {
            Map<String, Object> all = new HashMap<>((Map<String, Object>) json.decode(body, Map.class));
            // Sealing writes no property without a content.
            if (!(all.remove(SealedDocument.PROPERTY) instanceof Map<?, ?> sealed) || all.containsValue(null)) {
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
