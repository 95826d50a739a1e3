package fr.aisneneo.core.storage.spi;

import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.plugin.Plugin;
import fr.aisneneo.core.plugin.Settings;

/**
 * Opens storage engines; its descriptor's id is the scheme of the URI ({@code rocksdb} for {@code rocksdb:data/neo}).
 *
 * <p>Thread-safe; called on a thread of its own, for which the thread that opens the SDK waits a bounded time.
 */
public interface StoragePlugin extends Plugin {

    /**
     * Opens, and where needed creates, a store.
     *
     * @param location what stands behind the scheme and its colon, such as {@code data/neo}; may be empty
     * @param settings the settings given, checked against the descriptor
     * @return the open engine
     * @throws StorageException {@code storage.locked} if somebody else has it open, {@code storage.corrupt} if it is
     *     damaged, {@code storage.failed} otherwise
     */
    Storage open(String location, Settings settings);
}
