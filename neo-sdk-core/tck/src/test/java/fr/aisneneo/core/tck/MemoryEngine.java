package fr.aisneneo.core.tck;

import fr.aisneneo.core.plugin.Settings;
import fr.aisneneo.core.storage.memory.MemoryStoragePlugin;
import fr.aisneneo.core.storage.spi.Storage;
import java.time.Duration;
import java.util.Map;

/** Opens the engine that comes with the core. */
public final class MemoryEngine {
    private MemoryEngine() {}

    public static Storage open() {
        return open(Map.of());
    }

    static Storage open(Duration wait) {
        return open(Map.of("writer-wait", wait.toString()));
    }

    private static Storage open(Map<String, String> settings) {
        MemoryStoragePlugin plugin = new MemoryStoragePlugin();
        return plugin.open("", Settings.check(plugin.descriptor(), settings));
    }
}
