package fr.aisneneo.core.json.internal;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import jakarta.json.bind.adapter.JsonbAdapter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One JSON string.
 *
 * @param adapter reads it, or null where every text will do
 * @param numbers whether a JSON number is taken as its text, which loses no digit; Johnzon writes decimals so in maps
 */
record TextShape(@Nullable JsonbAdapter<?, String> adapter, boolean numbers) implements Shape {
    static final TextShape ANY_TEXT = new TextShape(null, false);

    @Override
    public void check(JsonScanner in) {
        if (in.peek() == '"') {
            in.string();
            if (in.readsTexts && adapter != null) {
                read(adapter, in.text());
            }
        } else if (numbers && adapter != null && in.isNumber()) {
            in.number();
            in.canonical = false;
            read(adapter, in.numberText()); // at once, as providers bring numbers into forms of their own
        } else {
            throw adapter instanceof TextAdapter<?> known ? Misfit.expected(known.form()) : Misfit.expected(Words.TEXT);
        }
    }

    private static void read(JsonbAdapter<?, String> adapter, String text) {
        try {
            adapter.adaptFromJson(text);
        } catch (InvalidInputException e) {
            throw new Misfit(e.errorCode(), e.facts());
        } catch (Exception e) { // an adapter may throw anything, and its message may quote the value
            throw new Misfit(CoreError.INPUT_MALFORMED, Map.of("expected", "string"));
        }
    }
}
