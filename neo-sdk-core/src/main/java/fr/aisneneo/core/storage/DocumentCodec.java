package fr.aisneneo.core.storage;

/**
 * Turns the documents of one collection into bodies and back. Thread-safe.
 *
 * <p>The default goes through the SDK's {@link fr.aisneneo.core.json.Codec}. A hot type may bring its own, held to the
 * same JSON; a binary collection must.
 *
 * @param <T> the type of the collection
 */
public interface DocumentCodec<T> {

    /**
     * Writes a body.
     *
     * @param value the value
     * @return UTF-8 JSON of one object, or bytes for a binary collection
     */
    byte[] encode(T value);

    /**
     * Reads a body.
     *
     * @param body the body
     * @return the value
     */
    T decode(byte[] body);
}
