package fr.aisneneo.core.internal.store;

import fr.aisneneo.core.json.JsonbCodec;
import fr.aisneneo.core.plugin.Settings;
import fr.aisneneo.core.storage.memory.MemoryStoragePlugin;
import fr.aisneneo.core.storage.spi.Storage;
import java.util.Map;

/** Stores for tests. */
final class Stores {
    private Stores() {}

    static Storage memory() {
        MemoryStoragePlugin plugin = new MemoryStoragePlugin();
        return plugin.open("", Settings.check(plugin.descriptor(), Map.of()));
    }

    static DocumentStore over(Storage storage) {
        return new DocumentStore(storage, JsonbCodec.standard());
    }
}
