package fr.aisneneo.core.tck;

import fr.aisneneo.core.storage.spi.StoragePlugin;
import java.util.Map;
import org.junit.jupiter.api.Tag;

/** A sound plugin passes. On the class path, where the services file of the tests counts. */
@Tag("classpath")
class SamplePluginTckTest extends PluginTck<StoragePlugin> {
    @Override
    protected Class<StoragePlugin> kind() {
        return StoragePlugin.class;
    }

    @Override
    protected StoragePlugin plugin() {
        return new SamplePlugin();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("host", "example.org", "password", "open sesame");
    }
}
