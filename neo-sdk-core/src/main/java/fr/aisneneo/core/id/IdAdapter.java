package fr.aisneneo.core.id;

import jakarta.json.bind.adapter.JsonbAdapter;
import java.util.UUID;
import java.util.function.Function;

/**
 * Writes a typed id as its plain text. Each id declares its own in two lines, because that is where JSON-B providers
 * look for the type:
 *
 * <pre>{@code
 * @JsonbTypeAdapter(ReservationId.Json.class)
 * public record ReservationId(UUID value) implements TypedId {
 *     public static final class Json extends IdAdapter<ReservationId> {
 *         public Json() {
 *             super(ReservationId::new);
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>Thread-safe.
 *
 * @param <T> the id
 */
public abstract class IdAdapter<T extends TypedId> implements JsonbAdapter<T, String> {
    private final Function<UUID, T> constructor;

    /**
     * For subclasses.
     *
     * @param constructor the canonical constructor of the id
     */
    protected IdAdapter(Function<UUID, T> constructor) {
        this.constructor = constructor;
    }

    @Override
    public final String adaptToJson(T id) {
        return id.text();
    }

    /**
     * Reads the canonical text.
     *
     * @param text 36 characters
     * @return the id
     * @throws fr.aisneneo.core.error.InvalidInputException {@code input.malformed} if it is not a UUID
     */
    @Override
    public final T adaptFromJson(String text) {
        return constructor.apply(Uuids.parse(text, "id"));
    }
}
