package fr.aisneneo.core.json.internal;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.NeoException;
import jakarta.json.bind.Jsonb;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One root type on one engine: what the provider writes is checked and brought into the one form, what it is to read is
 * checked before. Thread-safe.
 */
public final class Binding {
    private final Class<?> type;
    private final Shape shape;
    private final Jsonb engine;

    /**
     * Prepares a type.
     *
     * @param type a record or a sealed interface of records
     * @param engines where the engine comes from
     * @throws UnsupportedType if the type has a part that not every provider writes and reads alike
     */
    public Binding(Class<?> type, Engines engines) {
        ShapeBuilder builder = new ShapeBuilder();
        this.type = type;
        this.shape = builder.of(type);
        this.engine = engines.knowing(builder.adapters());
    }

    /**
     * Writes a value.
     *
     * @param value a value of the type
     * @return its JSON as UTF-8
     * @throws Misfit if what was written would not be read again
     * @throws NeoException what an adapter refused
     */
    public byte[] write(Object value) {
        String json;
        try {
            json = engine.toJson(value);
        } catch (RuntimeException | StackOverflowError e) {
            throw refusal(e);
        }
        byte[] utf8 = Utf8.encode(json);
        JsonScanner in = new JsonScanner(utf8, false);
        shape.check(in);
        in.end();
        return in.canonical ? utf8 : Utf8.encode(CanonicalWriter.rewrite(utf8, shape));
    }

    /**
     * Reads a value.
     *
     * @param json JSON as UTF-8
     * @return the value
     * @throws Misfit if it is not JSON or does not fit the type
     * @throws NeoException what a constructor or an adapter refused
     */
    public Object read(byte[] json) {
        JsonScanner in = new JsonScanner(json, false);
        if (in.isNull()) {
            throw Misfit.required();
        }
        shape.check(in);
        in.end();
        try {
            String text =
                    in.negativeZero ? CanonicalWriter.rewrite(json, shape) : new String(json, StandardCharsets.UTF_8);
            return engine.fromJson(text, type);
        } catch (RuntimeException e) {
            shape.check(new JsonScanner(json, true)); // finds the text that an adapter or an enum refused
            throw refusal(e);
        }
    }

    /** What the SDK refused inside the provider; the messages of providers themselves quote the input. */
    private NeoException refusal(Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof NeoException refusal) {
                return refusal;
            }
        }
        if (thrown instanceof StackOverflowError) {
            return Misfit.tooDeep().refusal();
        }
        InvalidInputException refusal = new InvalidInputException(
                CoreError.INPUT_MALFORMED, JsonLimits.WHOLE, Map.of("expected", type.getSimpleName()));
        refusal.addSuppressed(Withheld.of(thrown));
        return refusal;
    }
}
