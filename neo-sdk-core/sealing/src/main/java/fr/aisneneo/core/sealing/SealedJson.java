package fr.aisneneo.core.sealing;

import fr.aisneneo.core.json.Codec;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** JSON that is put together of parts: what needs no escapes as it is, the rest by the codec. Used by one thread. */
final class SealedJson {
    private final Codec json;
    private final ByteArrayOutputStream out;

    SealedJson(Codec json, int size) {
        this.json = json;
        this.out = new ByteArrayOutputStream(size);
    }

    /** Adds JSON of ASCII characters as it stands. */
    SealedJson raw(String ascii) {
        out.writeBytes(ascii.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    SealedJson text(String text) {
        if (isBare(text)) {
            out.write('"');
            raw(text);
            out.write('"');
        } else {
            inner(json.encode(List.of(text)));
        }
        return this;
    }

    SealedJson value(Map<String, String> texts) {
        out.writeBytes(json.encode(texts));
        return this;
    }

    /** Adds the properties of an object, if there are any, without its braces. */
    SealedJson members(Map<String, Object> properties, String before, String after) {
        if (!properties.isEmpty()) {
            raw(before);
            inner(json.encode(properties));
            raw(after);
        }
        return this;
    }

    private void inner(byte[] object) {
        out.write(object, 1, object.length - 2);
    }

    private static boolean isBare(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
