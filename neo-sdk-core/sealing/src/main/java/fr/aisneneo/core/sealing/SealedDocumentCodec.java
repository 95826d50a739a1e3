package fr.aisneneo.core.sealing;

import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.json.Codec;
import fr.aisneneo.core.storage.DocumentCodec;
import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * The JSON of a sealed document: the fields that are not sealed, and one text with a {@link SealedHead}, a point and
 * the sealed bytes. What cannot be one is read as a document that does not open, so that whoever reads it can name it.
 * Thread-safe.
 */
final class SealedDocumentCodec implements DocumentCodec<SealedDocument> {
    private static final SealedDocument UNREADABLE = SealedDocument.unreadable(0);
    private static final byte[] NOTHING = {'{', '}'};
    private static final String START = "{\"" + SealedDocument.PROPERTY + "\":\"";
    private static final char POINT = '.';

    private static final Base64.Encoder BASE64 = Base64.getEncoder().withoutPadding();

    private final Codec json;

    SealedDocumentCodec(Codec json) {
        this.json = json;
    }

    @Override
    public byte[] encode(SealedDocument value) {
        String sealed = BASE64.encodeToString(SealedHead.encode(value)) + POINT + value.body();
        Map<String, Object> before = new HashMap<>();
        Map<String, Object> after = new HashMap<>();
        value.clear()
                .forEach((name, content) ->
                        (name.compareTo(SealedDocument.PROPERTY) < 0 ? before : after).put(name, content));
        return SplitJson.joined(SplitJson.joined(part(before), property(sealed)), part(after));
    }

    private byte[] part(Map<String, Object> properties) {
        return properties.isEmpty() ? NOTHING : json.encode(properties);
    }

    /** By hand, as it is most of the document, unless somebody put into it what is no base64. */
    private byte[] property(String sealed) {
        for (int i = 0; i < sealed.length(); i++) {
            char c = sealed.charAt(i);
            if (c < '+' || c > 'z' || c == '\\') {
                return json.encode(Map.of(SealedDocument.PROPERTY, sealed));
            }
        }
        return (START + sealed + "\"}").getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    @SuppressWarnings("unchecked")
    public SealedDocument decode(byte[] body) {
        try {
            Map<String, Object> all = new HashMap<>((Map<String, Object>) json.decode(body, Map.class));
            // Sealing writes no property without a content.
            if (!(all.remove(SealedDocument.PROPERTY) instanceof String sealed) || all.containsValue(null)) {
                return UNREADABLE;
            }
            int point = sealed.indexOf(POINT);
            if (point < 0) {
                return UNREADABLE;
            }
            byte[] head = Base64.getDecoder().decode(sealed.substring(0, point));
            return SealedHead.decode(head, sealed.substring(point + 1), all);
        } catch (InvalidInputException | BufferUnderflowException | IllegalArgumentException e) {
            return UNREADABLE;
        }
    }
}
