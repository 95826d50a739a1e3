package fr.aisneneo.core.json.internal;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.PluginException;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.spi.JsonbProvider;
import java.util.Comparator;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the JSON-B provider with the loader of the SDK, whatever the context loader of the calling thread is, and turns
 * every way of its missing into one refusal that names the dependency to add.
 */
public final class ProviderLookup {
    private static final String MEASURED_FASTEST = "org.eclipse.yasson.JsonBindingProvider";

    private ProviderLookup() {}

    /**
     * Finds a provider: Yasson if it is there, otherwise the first by class name.
     *
     * @param loaders where to look; the first that finds any decides
     * @return the provider
     * @throws PluginException {@code json.no_provider} if there is none
     */
    public static JsonbProvider find(Stream<@Nullable ClassLoader> loaders) {
        try {
            return loaders.flatMap(loader -> ServiceLoader.load(JsonbProvider.class, loader).stream()
                            .sorted(Comparator.comparing(ProviderLookup::rank))
                            .limit(1))
                    .findFirst()
                    .orElseThrow(() -> missing(null))
                    .get();
        } catch (ServiceConfigurationError | LinkageError e) {
            throw missing(e);
        }
    }

    private static String rank(ServiceLoader.Provider<JsonbProvider> provider) {
        String name = provider.type().getName();
        return name.equals(MEASURED_FASTEST) ? "" : name;
    }

    /**
     * Builds an engine.
     *
     * @param provider the provider
     * @param config how it writes
     * @return the engine
     * @throws PluginException {@code json.no_provider} if the provider lacks the JSON-P implementation it needs
     */
    public static Jsonb build(JsonbProvider provider, JsonbConfig config) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // Providers look for JSON-P through the context loader, and that of a worker thread may see nothing.
        thread.setContextClassLoader(provider.getClass().getClassLoader());
        try {
            return provider.create().withConfig(config).build();
        } catch (RuntimeException | LinkageError e) {
            throw missing(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static PluginException missing(@Nullable Throwable cause) {
        return new PluginException(CoreError.JSON_NO_PROVIDER, Map.of(), cause);
    }
}
