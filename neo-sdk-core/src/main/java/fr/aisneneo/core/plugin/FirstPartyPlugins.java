package fr.aisneneo.core.plugin;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The dependencies that bring the SDK's own plugins, for the message that one is missing. */
final class FirstPartyPlugins {
    private static final Map<String, Map<String, String>> DEPENDENCIES = Map.of(
            "fr.aisneneo.core.storage.spi.StoragePlugin",
            Map.of(
                    "rocksdb", "fr.aisneneo:neo-sdk-core-rocksdb",
                    "postgresql", "fr.aisneneo:neo-sdk-core-postgresql"));

    private FirstPartyPlugins() {}

    static @Nullable String dependency(Class<?> kind, String id) {
        return DEPENDENCIES.getOrDefault(kind.getName(), Map.of()).get(id);
    }
}
