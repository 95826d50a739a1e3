package fr.aisneneo.core;

import fr.aisneneo.core.actor.Policy;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.id.IdGenerator;
import fr.aisneneo.core.id.UuidV7Generator;
import fr.aisneneo.core.json.Codec;
import fr.aisneneo.core.json.JsonbCodec;
import fr.aisneneo.core.plugin.Plugin;
import fr.aisneneo.core.plugin.PluginRegistry;
import fr.aisneneo.core.plugin.PluginRegistryBuilder;
import fr.aisneneo.core.storage.memory.MemoryStoragePlugin;
import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.storage.spi.StoragePlugin;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects what {@link Neo} is opened with. Not thread-safe; used once. */
public final class NeoBuilder {
    private static final Pattern STORAGE = Pattern.compile("([a-z][a-z0-9-]{0,39}):(.*)", Pattern.DOTALL);
    private static final Duration SHORTEST_OPENING = Duration.ofMillis(1);
    private static final Duration LONGEST_OPENING = Duration.ofHours(1);

    private final PluginRegistryBuilder plugins = PluginRegistry.builder();
    private String storage = "memory:";
    private Duration opening = Duration.ofMinutes(2);
    private @Nullable IdGenerator ids;
    InstantSource clock = InstantSource.system();
    Policy policy = Policy.standard();
    Codec codec = JsonbCodec.standard();

    NeoBuilder() {}

    /**
     * Chooses the store.
     *
     * @param uri an engine's id, a colon, and what the engine takes as location
     * @return this builder
     * @throws InvalidInputException {@code storage.uri} for another form
     */
    public NeoBuilder storage(String uri) {
        if (!STORAGE.matcher(uri).matches()) {
            // Up to the first colon only: what stands behind may be a secret.
            String shown = uri.contains(":") ? uri.substring(0, uri.indexOf(':')) + ":…" : uri;
            throw new InvalidInputException(CoreError.STORAGE_URI, "storage", Map.of("uri", shown));
        }
        storage = uri;
        return this;
    }

    /**
     * Sets how long opening the store may take, after which the engine counts as hanging and is set aside. Two minutes
     * by default; a large store after a crash, or on a slow medium, may need more.
     *
     * @param longest from a millisecond to an hour
     * @return this builder
     * @throws InvalidInputException {@code input.out_of_range} for another duration
     */
    public NeoBuilder openWithin(Duration longest) {
        if (longest.compareTo(SHORTEST_OPENING) < 0 || longest.compareTo(LONGEST_OPENING) > 0) {
            throw new InvalidInputException(
                    CoreError.INPUT_OUT_OF_RANGE,
                    "openWithin",
                    Map.of("min", SHORTEST_OPENING, "max", LONGEST_OPENING));
        }
        opening = longest;
        return this;
    }

    /**
     * Sets the clock.
     *
     * @param source the clock; the system's by default
     * @return this builder
     */
    public NeoBuilder clock(InstantSource source) {
        clock = source;
        return this;
    }

    /**
     * Sets where identifiers come from.
     *
     * @param generator the generator; UUIDv7 by the clock by default
     * @return this builder
     */
    public NeoBuilder ids(IdGenerator generator) {
        ids = generator;
        return this;
    }

    IdGenerator idGenerator() {
        return ids == null ? new UuidV7Generator(clock) : ids;
    }

    /**
     * Sets who may do what.
     *
     * @param rules the policy; {@link Policy#standard()} by default
     * @return this builder
     */
    public NeoBuilder policy(Policy rules) {
        policy = rules;
        return this;
    }

    /**
     * Sets how JSON is written and read.
     *
     * @param json the codec; JSON-B with whatever provider is there by default
     * @return this builder
     */
    public NeoBuilder codec(Codec json) {
        codec = json;
        return this;
    }

    /**
     * Registers a plugin by hand. It wins against one of the same id that is discovered.
     *
     * @param plugin the plugin
     * @return this builder
     */
    public NeoBuilder plugin(Plugin plugin) {
        plugins.plugin(plugin);
        return this;
    }

    /**
     * Looks for plugins with this class loader instead of the SDK's own and the calling thread's.
     *
     * @param loader the class loader
     * @return this builder
     */
    public NeoBuilder discoverPlugins(ClassLoader loader) {
        plugins.discover(loader);
        return this;
    }

    /**
     * Looks for no plugins on the class path or module path.
     *
     * @return this builder
     */
    public NeoBuilder withoutDiscovery() {
        plugins.withoutDiscovery();
        return this;
    }

    /**
     * Looks for plugins in a directory of jars, each in a module layer of its own.
     *
     * @param directory the directory
     * @return this builder
     */
    public NeoBuilder pluginDirectory(Path directory) {
        plugins.directory(directory);
        return this;
    }

    /**
     * Gives a plugin a setting.
     *
     * @param plugin its id
     * @param name the setting
     * @param value its value as text
     * @return this builder
     */
    public NeoBuilder setting(String plugin, String name, String value) {
        plugins.setting(plugin, name, value);
        return this;
    }

    /**
     * Opens the SDK.
     *
     * @return the SDK, to be closed
     * @throws fr.aisneneo.core.error.PluginException {@code plugin.unknown} naming the dependency to add if no engine
     *     has the scheme, {@code plugin.setting}, {@code plugin.quarantined}, also when the engine took longer than
     *     {@link #openWithin}
     * @throws fr.aisneneo.core.error.StorageException if the store cannot be opened
     */
    public Neo open() {
        PluginRegistry registry = plugins.builtIn(new MemoryStoragePlugin()).build();
        Storage opened = null;
        try {
            opened = openStorage(registry);
            return new Neo(this, registry, opened);
        } catch (RuntimeException | Error e) {
            closeAfter(e, opened);
            closeAfter(e, registry);
            throw e;
        }
    }

    private Storage openStorage(PluginRegistry registry) {
        Matcher parts = STORAGE.matcher(storage);
        if (!parts.matches()) {
            throw new IllegalStateException(storage);
        }
        StoragePlugin engine = registry.require(StoragePlugin.class, parts.group(1));
        return registry.guard(engine, "open", opening, () -> engine.open(parts.group(2), registry.settings(engine)));
    }

    private static void closeAfter(Throwable failure, @Nullable AutoCloseable resource) {
        try {
            if (resource != null) {
                resource.close();
            }
        } catch (Exception e) {
            failure.addSuppressed(e);
        }
    }
}
