package fr.aisneneo.core.rocksdb;

import fr.aisneneo.core.storage.spi.StoragePlugin;
import fr.aisneneo.core.tck.PluginTck;

class RocksDbPluginTckTest extends PluginTck<StoragePlugin> {
    @Override
    protected Class<StoragePlugin> kind() {
        return StoragePlugin.class;
    }

    @Override
    protected StoragePlugin plugin() {
        return new RocksDbStoragePlugin();
    }
}
