package fr.aisneneo.core.tck;

import fr.aisneneo.core.plugin.PluginDescriptor;
import fr.aisneneo.core.plugin.Settings;
import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.storage.spi.StoragePlugin;
import java.util.function.Supplier;

/** A plugin that describes itself as it is told to, that no other package can construct and that nothing declares. */
record SuspectPlugin(Supplier<PluginDescriptor> described) implements StoragePlugin {

    @Override
    public PluginDescriptor descriptor() {
        return described.get();
    }

    @Override
    public Storage open(String location, Settings settings) {
        throw new UnsupportedOperationException();
    }
}
