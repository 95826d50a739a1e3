package fr.aisneneo.core.json;

import fr.aisneneo.core.json.internal.Binding;
import fr.aisneneo.core.json.internal.Engines;
import fr.aisneneo.core.json.internal.JsonLimits;
import fr.aisneneo.core.json.internal.Misfit;
import fr.aisneneo.core.json.internal.PlainReader;
import fr.aisneneo.core.json.internal.PlainWriter;
import fr.aisneneo.core.json.internal.ProviderLookup;
import fr.aisneneo.core.json.internal.UnsupportedType;
import fr.aisneneo.core.json.internal.Utf8;
import jakarta.json.bind.spi.JsonbProvider;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The codec of the SDK, over any JSON-B 3 provider (Jakarta JSON Binding). The JSON is the same, byte for byte, on
 * Yasson 3.0.4 and Johnzon 2.0.2.
 *
 * <p>What it takes:
 *
 * <table>
 * <caption>Types and their JSON</caption>
 * <tr><th>Java</th><th>JSON</th></tr>
 * <tr><td>public records</td><td>an object of their components; a component is required unless it is
 * {@code @Nullable}; unknown properties are passed over on reading</td></tr>
 * <tr><td>sealed interfaces of records with {@code @JsonbTypeInfo} and {@code @JsonbSubtype}</td><td>the object of the
 * alternative and one more property that names it</td></tr>
 * <tr><td>{@code String}, {@code boolean}</td><td>string, {@code true} or {@code false}</td></tr>
 * <tr><td>{@code byte} to {@code long} and their boxes</td><td>a number, exact and in range. A {@code long} beyond
 * 2<sup>53</sup> is exact here and in SQL; JavaScript would round it</td></tr>
 * <tr><td>{@code float}, {@code double}</td><td>a finite number</td></tr>
 * <tr><td>{@code BigDecimal}, {@code BigInteger}</td><td>a string that keeps the scale, {@code "10.50"}, at most 100
 * digits on either side of the point; a number is read too</td></tr>
 * <tr><td>{@code Instant}</td><td>{@code "2026-11-23T08:30:00Z"}; another offset is read too</td></tr>
 * <tr><td>{@code LocalDate}, {@code LocalTime}, {@code LocalDateTime}, {@code YearMonth}, {@code ZoneId},
 * {@code Duration}, {@code Period}, {@code UUID}, {@code URI}, {@code TenantId}</td><td>their ISO 8601 or usual
 * text</td></tr>
 * <tr><td>{@code byte[]}</td><td>base64 (RFC 4648, section 4)</td></tr>
 * <tr><td>enums</td><td>the name of the constant</td></tr>
 * <tr><td>types with {@code @JsonbTypeAdapter}, such as typed ids</td><td>what the adapter makes of them</td></tr>
 * <tr><td>{@code List}, {@code Collection}, arrays of primitive numbers</td><td>a list, without nulls</td></tr>
 * <tr><td>{@code Set}, {@code SortedSet}</td><td>a list, sorted by its JSON, without nulls</td></tr>
 * <tr><td>{@code Map}, {@code SortedMap} with {@code String} or enum keys</td><td>an object sorted by its names, without
 * nulls</td></tr>
 * </table>
 *
 * <p>Any other type is refused when it is first met ({@code json.type_unsupported}), because providers do not agree on
 * it. Bounds: 4 MiB, 64 levels, numbers of 400 characters.
 *
 * <p>A {@link Map} or {@link List} as the root is written and read as plain values, its numbers as JSON numbers; a
 * record within one is written as a record.
 *
 * <p>Nothing is looked for before the first record is written or read, so an application that uses no JSON needs no
 * provider. Thread-safe; make one and share it.
 */
public final class JsonbCodec implements Codec {
    private final Map<Class<?>, Binding> bindings = new ConcurrentHashMap<>();
    private final Engines engines;

    private JsonbCodec(Supplier<JsonbProvider> source) {
        this.engines = new Engines(source);
    }

    /**
     * The codec on the provider that is found beside the SDK, or else by the context loader of the thread that calls
     * this; on Yasson if there are several.
     *
     * @return a codec
     */
    public static JsonbCodec standard() {
        ClassLoader beside = JsonbCodec.class.getClassLoader();
        ClassLoader callers = Thread.currentThread().getContextClassLoader();
        return new JsonbCodec(() -> ProviderLookup.find(Stream.of(beside, callers)));
    }

    /**
     * The codec on a provider of the caller's, such as that of an application server.
     *
     * @param provider the provider
     * @return a codec
     */
    public static JsonbCodec on(JsonbProvider provider) {
        return new JsonbCodec(() -> provider);
    }

    /**
     * {@inheritDoc}
     *
     * @throws fr.aisneneo.core.error.PluginException {@code json.no_provider} if a record is to be written and no
     *     provider is there
     */
    @Override
    public byte[] encode(Object value) {
        try {
            byte[] utf8 =
                    value instanceof Record ? record(value) : Utf8.encode(new PlainWriter(this::within).write(value));
            checkSize(utf8);
            return utf8;
        } catch (Misfit e) {
            throw e.refusal();
        } catch (UnsupportedType e) {
            throw e.refusal();
        }
    }

    private byte[] record(Object value) {
        return binding(value.getClass()).write(value);
    }

    private String within(Object value) {
        return new String(record(value), StandardCharsets.UTF_8);
    }

    /**
     * {@inheritDoc}
     *
     * @throws fr.aisneneo.core.error.PluginException {@code json.no_provider} if a record is to be read and no provider
     *     is there
     */
    @Override
    public <T> T decode(byte[] json, Class<T> type) {
        try {
            checkSize(json);
            Object value = type == Map.class || type == List.class
                    ? plain(json, type)
                    : binding(type).read(json);
            return type.cast(value);
        } catch (Misfit e) {
            throw e.refusal();
        } catch (UnsupportedType e) {
            throw e.refusal();
        }
    }

    private static Object plain(byte[] json, Class<?> type) {
        Object value = PlainReader.read(json);
        if (value == null || !type.isInstance(value)) {
            throw Misfit.expected(type == Map.class ? "{…}" : "[…]");
        }
        return value;
    }

    private static void checkSize(byte[] json) {
        if (json.length > JsonLimits.BYTES) {
            throw Misfit.tooManyBytes();
        }
    }

    private Binding binding(Class<?> type) {
        Binding known = bindings.get(type);
        return known != null ? known : bindings.computeIfAbsent(type, wanted -> new Binding(wanted, engines));
    }
}
