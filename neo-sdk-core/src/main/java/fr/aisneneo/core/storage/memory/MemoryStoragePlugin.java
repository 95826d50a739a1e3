package fr.aisneneo.core.storage.memory;

import fr.aisneneo.core.plugin.PluginDescriptor;
import fr.aisneneo.core.plugin.Setting;
import fr.aisneneo.core.plugin.SettingType;
import fr.aisneneo.core.plugin.Settings;
import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.storage.spi.StorageInfo;
import fr.aisneneo.core.storage.spi.StoragePlugin;
import java.util.List;

/**
 * Opens {@code memory:} stores; each is its own, whatever stands behind the colon.
 *
 * <p>Thread-safe; keeps nothing of the stores it opened.
 */
public final class MemoryStoragePlugin implements StoragePlugin {
    private static final PluginDescriptor DESCRIPTOR = new PluginDescriptor(
            "memory",
            "built-in",
            "[0.1,0.2)",
            "Aisne Neo",
            "Keeps everything in the heap, for tests and demonstrations.",
            List.of(Setting.optional(
                    "writer-wait", SettingType.DURATION, "PT10S", "How long a writer waits for its turn.")));

    /** A plugin that opened nothing yet. */
    public MemoryStoragePlugin() {}

    @Override
    public PluginDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Storage open(String location, Settings settings) {
        return new MemoryStorage(new StorageInfo("memory", location, false), settings.duration("writer-wait"));
    }
}
