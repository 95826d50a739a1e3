package fr.aisneneo.core.json;

/**
 * Turns values into JSON and back.
 *
 * <p>The JSON is UTF-8, I-JSON (RFC 7493), without white space, its properties in the order of their UTF-16 code units,
 * properties without a value left out. The SDK's own is {@link JsonbCodec}; a type that is written very often may bring
 * one by hand, held to the same JSON.
 *
 * <p>Implementations are thread-safe.
 */
public interface Codec {

    /**
     * Writes a value.
     *
     * @param value a record, or a {@code List} or {@code Map<String, ?>} of records and plain values
     * @return its JSON, as UTF-8
     * @throws fr.aisneneo.core.error.InvalidInputException {@code input.unstorable_text} if a text holds U+0000 or half
     *     a surrogate pair, {@code input.too_large} if the JSON is over the bounds of this codec,
     *     {@code json.type_unsupported} if a type has no JSON form, or another code if what would be written could not
     *     be read again, such as {@code input.required} for a null that may not be
     */
    byte[] encode(Object value);

    /**
     * Reads a value.
     *
     * @param <T> the type wanted
     * @param json JSON as UTF-8
     * @param type a record, a sealed interface of records, or {@code Map} or {@code List} for plain values:
     *     {@code Map}, {@code List}, {@code String}, {@code BigDecimal}, {@code Boolean} and null, the same on each
     *     provider
     * @return the value
     * @throws fr.aisneneo.core.error.InvalidInputException {@code json.malformed} or {@code json.duplicate} if it is
     *     not JSON; {@code input.required}, {@code input.malformed} or {@code input.out_of_range} with the path of the
     *     field ({@code slots[2].end}) if it does not fit the type; {@code input.too_large} if it is over the bounds of
     *     this codec; {@code input.unstorable_text} if a text holds U+0000 or half a surrogate pair; or what a
     *     constructor of the type refused. No message repeats the input
     */
    <T> T decode(byte[] json, Class<T> type);
}
