package fr.aisneneo.core.tck;

import fr.aisneneo.core.plugin.PluginDescriptor;
import fr.aisneneo.core.plugin.Setting;
import fr.aisneneo.core.plugin.SettingType;
import fr.aisneneo.core.plugin.Settings;
import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.storage.spi.StoragePlugin;
import java.util.List;

/** A plugin as a newcomer would write it. */
public final class SamplePlugin implements StoragePlugin {
    /** Nothing to prepare. */
    public SamplePlugin() {}

    @Override
    public PluginDescriptor descriptor() {
        return new PluginDescriptor(
                "sample",
                "1.0.0",
                "[0.1,0.2)",
                "Acme",
                "Shows what a plugin is.",
                List.of(
                        Setting.required("host", SettingType.TEXT, "The machine to talk to."),
                        Setting.secret("password", "What to say at its door."),
                        Setting.optional("wait", SettingType.DURATION, "PT10S", "How long to wait for an answer.")));
    }

    @Override
    public Storage open(String location, Settings settings) {
        throw new UnsupportedOperationException("Only shows how a plugin is found");
    }
}
