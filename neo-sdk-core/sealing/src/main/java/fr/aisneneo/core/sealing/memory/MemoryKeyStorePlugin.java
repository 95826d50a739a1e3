package fr.aisneneo.core.sealing.memory;

import fr.aisneneo.core.plugin.PluginDescriptor;
import fr.aisneneo.core.plugin.Settings;
import fr.aisneneo.core.sealing.spi.KeyStore;
import fr.aisneneo.core.sealing.spi.KeyStorePlugin;
import java.util.List;

/** Opens {@code memory:} key stores; each is its own. Thread-safe. */
public final class MemoryKeyStorePlugin implements KeyStorePlugin {

    /** A plugin that opened nothing yet. */
    public MemoryKeyStorePlugin() {}

    @Override
    public PluginDescriptor descriptor() {
        return new PluginDescriptor(
                "memory",
                "built-in",
                "[0.1,0.2)",
                "Aisne Neo",
                "Keeps keys in the heap, for tests and demonstrations.",
                List.of());
    }

    @Override
    public KeyStore open(String location, Settings settings) {
        return new MemoryKeyStore();
    }
}
