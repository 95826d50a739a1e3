package fr.aisneneo.core.storage;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import java.util.Map;

/** Text that every engine can keep: whole characters, no U+0000, within a length. */
final class StorableText {
    private StorableText() {}

    static void check(String text, String field, int maxBytes) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw new InvalidInputException(CoreError.INPUT_UNSTORABLE_TEXT, field);
            } else if (c < 0x80) {
                bytes++;
            } else if (c < 0x800) {
                bytes += 2;
            } else if (!Character.isSurrogate(c)) {
                bytes += 3;
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                bytes += 4;
                i++;
            } else {
                throw new InvalidInputException(CoreError.INPUT_UNSTORABLE_TEXT, field);
            }
        }
        if (bytes > maxBytes) {
            throw new InvalidInputException(CoreError.INPUT_TOO_LARGE, field, Map.of("limit", maxBytes));
        }
    }
}
