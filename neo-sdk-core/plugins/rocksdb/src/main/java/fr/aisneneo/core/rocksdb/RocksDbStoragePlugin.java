package fr.aisneneo.core.rocksdb;

import fr.aisneneo.core.error.PluginException;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.plugin.PluginDescriptor;
import fr.aisneneo.core.plugin.Settings;
import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.storage.spi.StoragePlugin;

/**
 * Opens {@code rocksdb:path} stores; the path is that of a directory, absolute or from the working directory, which is
 * created where it is missing.
 *
 * <p>Thread-safe; keeps nothing of the stores it opened.
 */
public final class RocksDbStoragePlugin implements StoragePlugin {

    /** A plugin that opened nothing yet; the native library is loaded with the first store. */
    public RocksDbStoragePlugin() {}

    @Override
    public PluginDescriptor descriptor() {
        return RocksDbSettings.DESCRIPTOR;
    }

    /**
     * {@inheritDoc}
     *
     * @throws StorageException {@code storage.locked} if another process or instance has it open,
     *     {@code storage.corrupt} if a file is damaged or missing, {@code storage.full} if there is no space left,
     *     {@code rocksdb.location}, {@code rocksdb.not_a_store} or {@code rocksdb.newer_format} if the path cannot be
     *     used; in all these cases nothing was changed
     * @throws PluginException {@code rocksdb.library} if the native library cannot be loaded, {@code plugin.setting}
     *     for a setting outside its range
     */
    @Override
    public Storage open(String location, Settings settings) {
        RocksDbSettings checked = RocksDbSettings.of(settings);
        NativeLibrary.load();
        return new StoreOpening(location, checked).open(null);
    }
}
