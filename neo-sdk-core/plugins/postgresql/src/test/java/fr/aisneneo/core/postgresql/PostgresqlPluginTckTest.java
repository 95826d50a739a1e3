package fr.aisneneo.core.postgresql;

import fr.aisneneo.core.storage.spi.StoragePlugin;
import fr.aisneneo.core.tck.PluginTck;

class PostgresqlPluginTckTest extends PluginTck<StoragePlugin> {
    @Override
    protected Class<StoragePlugin> kind() {
        return StoragePlugin.class;
    }

    @Override
    protected StoragePlugin plugin() {
        return new PostgresqlStoragePlugin();
    }
}
