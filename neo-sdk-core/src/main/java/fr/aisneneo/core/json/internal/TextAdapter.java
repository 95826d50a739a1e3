package fr.aisneneo.core.json.internal;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.NeoException;
import jakarta.json.bind.adapter.JsonbAdapter;
import java.util.Map;
import java.util.function.Function;

/**
 * A value that is one JSON string. Each subclass names its type in its {@code extends} clause, because that is where
 * providers look for it.
 *
 * @param <T> the type of the value
 */
public abstract class TextAdapter<T> implements JsonbAdapter<T, String> {
    private final String form;
    private final Function<T, String> writer;
    private final Function<String, T> reader;

    TextAdapter(String form, Function<T, String> writer, Function<String, T> reader) {
        this.form = form;
        this.writer = writer;
        this.reader = reader;
    }

    /**
     * What its text looks like.
     *
     * @return an example
     */
    final String form() {
        return form;
    }

    @Override
    public final String adaptToJson(T value) {
        return writer.apply(value);
    }

    @Override
    public final T adaptFromJson(String text) {
        try {
            return reader.apply(text);
        } catch (NeoException e) {
            throw e;
        } catch (RuntimeException e) { // whatever a parser of the JDK throws: the text is not of the form
            throw new InvalidInputException(CoreError.INPUT_MALFORMED, "?", Map.of("expected", form));
        }
    }
}
