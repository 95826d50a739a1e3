package fr.aisneneo.core.tck.fault;

import fr.aisneneo.core.plugin.PluginDescriptor;
import fr.aisneneo.core.plugin.Settings;
import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.storage.spi.StoragePlugin;
import java.util.List;

/**
 * Gives the SDK a {@link FaultyStorage} of the test's own, as {@code faulty:}. Register it by hand:
 *
 * <pre>{@code
 * Neo neo = Neo.builder().plugin(new FaultyStoragePlugin(faulty)).storage("faulty:").open();
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class FaultyStoragePlugin implements StoragePlugin {
    private final FaultyStorage storage;

    /**
     * A plugin for one store.
     *
     * @param storage the store that is opened, whatever the location
     */
    public FaultyStoragePlugin(FaultyStorage storage) {
        this.storage = storage;
    }

    @Override
    public PluginDescriptor descriptor() {
        return new PluginDescriptor(
                "faulty", "tck", "[0.1,0.2)", "Aisne Neo", "An engine on which things go wrong on purpose.", List.of());
    }

    @Override
    public Storage open(String location, Settings settings) {
        return storage;
    }
}
