package fr.aisneneo.core.sealing.file;

import fr.aisneneo.core.plugin.PluginDescriptor;
import fr.aisneneo.core.plugin.Settings;
import fr.aisneneo.core.sealing.spi.KeyStore;
import fr.aisneneo.core.sealing.spi.KeyStorePlugin;
import java.nio.file.Path;
import java.util.List;

/** Opens {@code file:} key stores: directories, see {@link FileKeyStore}. Thread-safe. */
public final class FileKeyStorePlugin implements KeyStorePlugin {

    /** A plugin that opened nothing yet. */
    public FileKeyStorePlugin() {}

    @Override
    public PluginDescriptor descriptor() {
        return new PluginDescriptor(
                "file",
                "built-in",
                "[0.1,0.2)",
                "Aisne Neo",
                "Keeps keys in a directory that only its owner may read.",
                List.of());
    }

    @Override
    public KeyStore open(String location, Settings settings) {
        return FileKeyStore.open(Path.of(location));
    }
}
