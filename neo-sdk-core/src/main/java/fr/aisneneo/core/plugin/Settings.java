package fr.aisneneo.core.plugin;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * The settings of one plugin, checked against its descriptor before it starts: each declared name has a readable value
 * here.
 *
 * <p>Immutable and thread-safe. {@link #toString()} shows names only.
 */
public final class Settings {
    private final Map<String, String> values;

    Settings(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * Checks given texts against a descriptor and fills in its defaults.
     *
     * @param descriptor the plugin
     * @param given the texts given, by name
     * @return the settings
     * @throws fr.aisneneo.core.error.PluginException {@code plugin.setting} naming the first one that is missing,
     *     unknown or wrong
     */
    public static Settings check(PluginDescriptor descriptor, Map<String, String> given) {
        return SettingsCheck.check(descriptor, given);
    }

    /**
     * A text.
     *
     * @param name a declared setting
     * @return its value
     * @throws IllegalArgumentException if the plugin did not declare it
     */
    public String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The plugin's descriptor declares no setting " + name);
        }
        return value;
    }

    /**
     * A whole number.
     *
     * @param name a declared setting of type {@link SettingType#INTEGER}
     * @return its value
     */
    public long integer(String name) {
        return Long.parseLong(text(name));
    }

    /**
     * A yes or no.
     *
     * @param name a declared setting of type {@link SettingType#BOOLEAN}
     * @return its value
     */
    public boolean bool(String name) {
        return Boolean.parseBoolean(text(name));
    }

    /**
     * A duration.
     *
     * @param name a declared setting of type {@link SettingType#DURATION}
     * @return its value
     */
    public Duration duration(String name) {
        return Duration.parse(text(name));
    }

    /**
     * A path.
     *
     * @param name a declared setting of type {@link SettingType#PATH}
     * @return its value
     */
    public Path path(String name) {
        return Path.of(text(name));
    }

    @Override
    public String toString() {
        return values.keySet().stream().sorted().toList().toString();
    }
}
