package fr.aisneneo.core.plugin;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.PluginException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says where a {@link PluginRegistry} takes its plugins from.
 *
 * <p>Not thread-safe: for the thread that builds the SDK.
 */
public final class PluginRegistryBuilder {
    private static final Duration LONGEST = Duration.ofHours(1);

    private record Given(Plugin plugin, PluginSource source) {}

    private final List<Given> given = new ArrayList<>();
    private final Set<Path> directories = new LinkedHashSet<>();
    private final Map<String, Map<String, String>> settings = new HashMap<>();
    private @Nullable List<ClassLoader> loaders;
    private Duration timeout = Duration.ofSeconds(10);

    PluginRegistryBuilder() {}

    /**
     * Registers a plugin by hand. It wins over every other one with its id; two of one kind and id registered by hand
     * exclude each other.
     *
     * @param plugin the plugin
     * @return this
     */
    public PluginRegistryBuilder plugin(Plugin plugin) {
        given.add(new Given(plugin, PluginSource.BY_HAND));
        return this;
    }

    /**
     * Registers a plugin that comes with the SDK. It yields to one registered by hand, but not to one that is found.
     * One of the same class that is built in already is replaced, so that a builder can be used twice.
     *
     * @param plugin the plugin
     * @return this
     */
    public PluginRegistryBuilder builtIn(Plugin plugin) {
        given.removeIf(one ->
                one.source() == PluginSource.BUILT_IN && one.plugin().getClass().equals(plugin.getClass()));
        given.add(new Given(plugin, PluginSource.BUILT_IN));
        return this;
    }

    /**
     * Discovers with a class loader, instead of with that of the kind and the context class loader of the thread that
     * calls {@link #build()}. May be called for several.
     *
     * @param loader the class loader
     * @return this
     */
    public PluginRegistryBuilder discover(ClassLoader loader) {
        List<ClassLoader> all = new ArrayList<>(loaders == null ? List.of() : loaders);
        all.add(loader);
        loaders = all;
        return this;
    }

    /**
     * Discovers nothing on the class path and the module path. Directories are still read.
     *
     * @return this
     */
    public PluginRegistryBuilder withoutDiscovery() {
        loaders = List.of();
        return this;
    }

    /**
     * Adds a directory of plugins: each jar in it, and each directory of jars in it, is loaded into a module layer of
     * its own. At most 1,000 entries; hidden ones are left out. One that does not exist is reported, not refused.
     *
     * @param directory the directory
     * @return this
     */
    public PluginRegistryBuilder directory(Path directory) {
        directories.add(directory.toAbsolutePath().normalize());
        return this;
    }

    /**
     * Sets how long the construction of a plugin, and its descriptor, may each take. 10 seconds if not called.
     *
     * @param most more than nothing, at most an hour
     * @return this
     * @throws InvalidInputException {@code input.out_of_range}, field {@code timeout}
     */
    public PluginRegistryBuilder timeout(Duration most) {
        timeout = bounded(most);
        return this;
    }

    /**
     * Gives a setting. It is checked when the plugin is chosen.
     *
     * @param pluginId the id of the plugin
     * @param name the name of the setting
     * @param value its text
     * @return this
     * @throws PluginException {@code plugin.setting} if it was given already with another value
     */
    public PluginRegistryBuilder setting(String pluginId, String name, String value) {
        String before =
                settings.computeIfAbsent(pluginId, id -> new HashMap<>()).putIfAbsent(name, value);
        if (before != null && !before.equals(value)) {
            throw SettingsCheck.refusal(pluginId, name, PluginText.of("setting.twice"));
        }
        return this;
    }

    /**
     * Reads the directories and asks the plugins registered so far for their descriptors. Nothing is discovered before
     * a kind is asked for.
     *
     * @return the registry, to be closed
     * @throws PluginException {@code plugin.interrupted} if the thread is interrupted meanwhile
     */
    public PluginRegistry build() {
        PluginInspection inspection = new PluginInspection(timeout);
        List<PluginEntry.Described> described = given.stream()
                .map(one -> inspection.byHand(one.plugin(), one.source()))
                .toList();
        Map<String, Map<String, String>> texts = new HashMap<>();
        settings.forEach((id, values) -> texts.put(id, Map.copyOf(values)));
        PluginDirectories opened = PluginDirectories.open(List.copyOf(directories));
        PluginDiscovery discovery = new PluginDiscovery(
                loaders == null ? null : List.copyOf(loaders),
                Thread.currentThread().getContextClassLoader(),
                List.copyOf(opened.units()),
                inspection);
        return new PluginRegistry(described, opened, discovery, Map.copyOf(texts));
    }

    static Duration bounded(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST) > 0) {
            throw new InvalidInputException(
                    CoreError.INPUT_OUT_OF_RANGE, "timeout", Map.of("min", "PT0.000000001S", "max", LONGEST));
        }
        return timeout;
    }
}
