package fr.aisneneo.core.text;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of visible text, such as a name: no control characters, nothing that hides or turns what stands beside it.
 *
 * <p>Thread-safe.
 */
public final class PlainLine {
    private PlainLine() {}

    /**
     * Checks a text that must be given.
     *
     * @param text the text
     * @param field the name of the field, for the refusal
     * @param longest its bound, in characters
     * @return the text without white space at its ends
     * @throws InvalidInputException {@code input.required}, {@code input.too_large} or {@code input.malformed}
     */
    public static String require(@Nullable String text, String field, int longest) {
        if (text == null || text.isBlank()) {
            throw new InvalidInputException(CoreError.INPUT_REQUIRED, field);
        }
        // The bound comes first, so that no work is spent on a text of any size.
        if (text.length() > longest) {
            throw new InvalidInputException(CoreError.INPUT_TOO_LARGE, field, Map.of("limit", longest));
        }
        String line = text.strip();
        line.codePoints().forEach(character -> {
            if (!isVisible(character)) {
                throw new InvalidInputException(
                        CoreError.INPUT_MALFORMED,
                        field,
                        Map.of("expected", "Aa-Zz 0-9 (U+" + Integer.toHexString(character) + ")"));
            }
        });
        return line;
    }

    /**
     * Checks a text that may be left out.
     *
     * @param text the text
     * @param field the name of the field, for the refusal
     * @param longest its bound, in characters
     * @return the text without white space at its ends, or null where there is none
     * @throws InvalidInputException {@code input.too_large} or {@code input.malformed}
     */
    public static @Nullable String optional(@Nullable String text, String field, int longest) {
        return text == null || text.isEmpty() ? null : require(text, field, longest);
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
