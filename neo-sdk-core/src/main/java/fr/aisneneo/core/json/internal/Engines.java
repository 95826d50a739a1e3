package fr.aisneneo.core.json.internal;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.config.PropertyOrderStrategy;
import jakarta.json.bind.spi.JsonbProvider;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The engines of one codec. An engine must know the adapters of every type it meets as a whole: where a type only names
 * its own, Yasson forgets it inside maps and Johnzon cannot read it inside records. So the engine that is there is used
 * as long as it knows all that a type needs, and otherwise one is built that knows more.
 *
 * <p>Thread-safe.
 */
public final class Engines {
    private final Supplier<JsonbProvider> source;
    private final Map<Class<?>, JsonbAdapter<?, String>> adapters = new LinkedHashMap<>();
    private @Nullable JsonbProvider provider;
    private @Nullable Jsonb engine;

    /**
     * No engine yet.
     *
     * @param source finds the provider when the first engine is needed
     */
    public Engines(Supplier<JsonbProvider> source) {
        this.source = source;
    }

    synchronized Jsonb knowing(Map<Class<?>, JsonbAdapter<?, String>> wanted) {
        Jsonb current = engine;
        if (current == null || !adapters.keySet().containsAll(wanted.keySet())) {
            Map<Class<?>, JsonbAdapter<?, String>> all = new LinkedHashMap<>(wanted);
            all.putAll(adapters);
            current = build(all);
            adapters.putAll(all);
            engine = current;
        }
        return current;
    }

    private Jsonb build(Map<Class<?>, JsonbAdapter<?, String>> all) {
        JsonbProvider found = provider == null ? source.get() : provider;
        provider = found;
        return ProviderLookup.build(
                found,
                new JsonbConfig()
                        .withPropertyOrderStrategy(PropertyOrderStrategy.LEXICOGRAPHICAL)
                        .withPropertyVisibilityStrategy(new ComponentsOnly())
                        .withAdapters(all.values().toArray(JsonbAdapter<?, ?>[]::new))
                        .withNullValues(false));
    }
}
