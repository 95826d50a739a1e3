package fr.aisneneo.core.plugin;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.PluginException;
import fr.aisneneo.core.internal.plugin.JarDirectory;
import fr.aisneneo.core.internal.plugin.JarUnit;
import fr.aisneneo.core.internal.plugin.Locations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The jars of the plugin directories, each in its own layer, and those that cannot be used. */
record PluginDirectories(List<JarUnit> units, List<PluginEntry> unusable) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PluginDirectories.class);

    static PluginDirectories open(List<Path> directories) {
        PluginDirectories opened = new PluginDirectories(new ArrayList<>(), new ArrayList<>());
        for (Path directory : directories) {
            String location = Locations.of(directory);
            try {
                JarDirectory.list(directory).forEach(opened::add);
            } catch (IOException e) {
                opened.refuse(
                        location, new PluginException(CoreError.PLUGIN_DIRECTORY, Map.of("location", location), e));
            }
        }
        return opened;
    }

    private void add(JarDirectory.Unit jars) {
        String location = jars.location();
        try {
            JarUnit unit = JarUnit.open(location, jars.jars(), Plugin.class);
            units.add(unit);
            if (!unit.providesSomething()) {
                refuse(location, new PluginException(CoreError.PLUGIN_JAR_EMPTY, Map.of("location", location)));
            }
        } catch (IOException | RuntimeException | LinkageError e) {
            String reason = Locations.reason(e);
            PluginException failure =
                    new PluginException(CoreError.PLUGIN_JAR, Map.of("location", location, "reason", reason), e);
            unusable.add(new PluginEntry("", broken(location, failure)));
        }
    }

    private void refuse(String location, PluginException reason) {
        PluginEntry entry = new PluginEntry("", broken(location, reason));
        entry.refuse(reason);
        unusable.add(entry);
    }

    private static PluginEntry.Described broken(String location, PluginException failure) {
        return PluginEntry.Described.broken(PluginSource.DIRECTORY, "", location, failure);
    }

    @Override
    public void close() {
        for (JarUnit unit : units) {
            try {
                unit.close();
            } catch (IOException e) {
                LOG.warn("The plugin jar {} cannot be closed", unit.location(), e);
            }
        }
    }
}
