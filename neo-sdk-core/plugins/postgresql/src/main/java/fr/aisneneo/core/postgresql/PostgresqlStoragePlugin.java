package fr.aisneneo.core.postgresql;

import fr.aisneneo.core.error.PluginException;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.plugin.PluginDescriptor;
import fr.aisneneo.core.plugin.Settings;
import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.storage.spi.StoragePlugin;

/**
 * Opens {@code postgresql://host:port/database?parameters} stores. The parameters are those of the PostgreSQL JDBC
 * driver; {@code sslmode=verify-full} and {@code sslrootcert} belong here. User and password are better given as
 * settings, which are never shown.
 *
 * <p>Thread-safe; keeps nothing of the stores it opened.
 */
public final class PostgresqlStoragePlugin implements StoragePlugin {

    /** A plugin that opened nothing yet. */
    public PostgresqlStoragePlugin() {}

    @Override
    public PluginDescriptor descriptor() {
        return PostgresqlSettings.DESCRIPTOR;
    }

    /**
     * {@inheritDoc}
     *
     * @throws StorageException {@code postgresql.url}, {@code postgresql.unreachable},
     *     {@code postgresql.authentication}, {@code postgresql.rights}, {@code postgresql.server} if the server is too
     *     old, not in UTF-8 or a standby
     * @throws PluginException {@code plugin.setting} for a setting outside its range
     */
    @Override
    public Storage open(String location, Settings settings) {
        PostgresqlSettings checked = PostgresqlSettings.of(settings);
        Connections connections = Connections.open(location, checked);
        try {
            return new PostgresqlStorage(connections, checked);
        } catch (RuntimeException | Error e) {
            connections.close();
            throw e;
        }
    }
}
