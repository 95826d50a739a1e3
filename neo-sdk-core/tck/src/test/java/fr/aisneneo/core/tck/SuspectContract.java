package fr.aisneneo.core.tck;

import fr.aisneneo.core.plugin.PluginDescriptor;
import fr.aisneneo.core.storage.spi.StoragePlugin;
import java.util.function.Supplier;

/** The contract, for a plugin that breaks it. */
final class SuspectContract extends PluginTck<StoragePlugin> {
    private final Supplier<PluginDescriptor> described;

    SuspectContract(Supplier<PluginDescriptor> described) {
        this.described = described;
    }

    @Override
    protected Class<StoragePlugin> kind() {
        return StoragePlugin.class;
    }

    @Override
    protected StoragePlugin plugin() {
        return new SuspectPlugin(described);
    }
}
