package fr.aisneneo.core.plugin;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.NeoException;
import fr.aisneneo.core.error.PluginException;
import fr.aisneneo.core.internal.plugin.Failure;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plugins of one open SDK: registered by hand, built in, and found on the class path, the module path and in plugin
 * directories.
 *
 * <p><b>Kinds.</b> A kind of plugin is an interface that extends {@link Plugin}, such as
 * {@link fr.aisneneo.core.storage.spi.StoragePlugin}. The plugins of a kind are looked for when the kind is first asked
 * for, with the class loaders of the thread that <em>built</em> the registry, never with those of the asking one. On
 * the module path the module that owns the kind declares {@code uses} for it.
 *
 * <p><b>Choice.</b> A plugin that was found does nothing until {@link #require} names it. By hand comes before built
 * in, built in before found. Of two found ones with the same id neither is used. One whose {@code sdkRange} does not
 * hold {@link SdkApi#version()} is refused.
 *
 * <p><b>Isolation.</b> Each plugin is constructed, described and called on a daemon thread of its own, its class loader
 * as context class loader, for a bounded time. One that fails to load, throws or hangs is quarantined, named in
 * {@link #report()}, and disturbs nobody else. {@link OutOfMemoryError} and internal errors of the JVM are passed on.
 *
 * <p>Thread-safe. Owned by the SDK that built it, which closes it; several may live in one JVM and share nothing.
 */
public final class PluginRegistry implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PluginRegistry.class);

    private final List<PluginEntry.Described> given;
    private final PluginDirectories directories;
    private final PluginDiscovery discovery;
    private final Map<String, Map<String, String>> settings;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Map<Class<?>, PluginCatalogue> catalogues = Map.of();
    private volatile boolean closed;

    PluginRegistry(
            List<PluginEntry.Described> given,
            PluginDirectories directories,
            PluginDiscovery discovery,
            Map<String, Map<String, String>> settings) {
        this.given = List.copyOf(given);
        this.directories = directories;
        this.discovery = discovery;
        this.settings = settings;
        directories.unusable().forEach(PluginRegistry::logFound);
    }

    /**
     * A builder that discovers on the class path and the module path, waits 10 seconds for a plugin, and has no
     * directory.
     *
     * @return a new builder
     */
    public static PluginRegistryBuilder builder() {
        return new PluginRegistryBuilder();
    }

    /**
     * The plugin with an id, which is in use from now on. Its settings are checked first.
     *
     * @param <P> the kind
     * @param kind the kind's interface
     * @param id its id, such as {@code rocksdb}
     * @return the plugin
     * @throws PluginException {@code plugin.unknown} with the known ids and what to add; {@code plugin.quarantined},
     *     {@code plugin.duplicate}, {@code plugin.incompatible} or {@code plugin.setting} if it was found but may not
     *     be used; {@code plugin.closed}; {@code plugin.interrupted}
     * @throws IllegalArgumentException if {@code kind} is not an interface that extends {@link Plugin}
     */
    public <P extends Plugin> P require(Class<P> kind, String id) {
        PluginEntry entry = catalogue(kind).require(id);
        check(entry);
        entry.choose();
        return Objects.requireNonNull(kind.cast(entry.plugin()));
    }

    /**
     * The plugins of a kind that could be used, whether anything named them or not. Asking does not choose them.
     *
     * @param <P> the kind
     * @param kind the kind's interface
     * @return them in order of their ids
     * @throws PluginException {@code plugin.closed}; {@code plugin.interrupted}
     * @throws IllegalArgumentException if {@code kind} is not an interface that extends {@link Plugin}
     */
    public <P extends Plugin> List<P> all(Class<P> kind) {
        return catalogue(kind).usable().stream()
                .map(PluginEntry::plugin)
                .map(kind::cast)
                .toList();
    }

    /**
     * The settings given for a plugin, checked against its descriptor.
     *
     * @param plugin one that this registry gave out
     * @return its settings
     * @throws PluginException {@code plugin.setting} naming the first one that is missing, unknown or wrong;
     *     {@code plugin.quarantined}; {@code plugin.closed}
     * @throws IllegalArgumentException if the plugin is not of this registry
     */
    public Settings settings(Plugin plugin) {
        return check(usable(plugin).get(0));
    }

    /**
     * Calls a plugin without harm: on a thread of its own, for a bounded time. An exception of the SDK's family passes
     * through as it is. If it throws anything else or takes longer, it is quarantined; a call that hangs is interrupted
     * and abandoned, and what it returns too late is closed if it is {@link AutoCloseable}.
     *
     * @param <T> what the call returns
     * @param plugin one that this registry gave out
     * @param operation the name of the call for messages, such as {@code open}
     * @param timeout how long to wait, more than nothing, at most an hour
     * @param call the call
     * @return what it returned
     * @throws NeoException what the plugin threw of this family
     * @throws PluginException {@code plugin.quarantined} with the reason, at this call and each later one;
     *     {@code plugin.interrupted} if the calling thread is interrupted, which is not held against the plugin;
     *     {@code plugin.closed}
     * @throws fr.aisneneo.core.error.InvalidInputException {@code input.out_of_range} for such a timeout
     * @throws IllegalArgumentException if the plugin is not of this registry
     */
    public <T> T guard(Plugin plugin, String operation, Duration timeout, Callable<T> call) {
        Duration bounded = PluginRegistryBuilder.bounded(timeout);
        List<PluginEntry> entries = usable(plugin);
        PluginEntry entry = entries.get(0);
        try {
            return PluginInspection.call(
                    entry.id(), entry.location(), plugin.getClass().getClassLoader(), operation, bounded, call);
        } catch (PluginException hung) {
            if (hung.errorCode() != CoreError.PLUGIN_HUNG) {
                throw hung;
            }
            throw quarantine(entries, hung);
        } catch (ExecutionException e) {
            Throwable thrown = PluginInspection.thrown(e);
            if (thrown instanceof NeoException refusal) {
                throw refusal;
            }
            throw quarantine(entries, new Failure(entry.id(), entry.location()).of(thrown, operation));
        }
    }

    /**
     * What was registered and found, of the kinds asked for so far, and what became of each: a snapshot. Settings given
     * for a plugin that was not found are reported too.
     *
     * @return in order of kind, id, source and location
     */
    public List<PluginReport> report() {
        Map<Class<?>, PluginCatalogue> now = catalogues;
        PluginReports reports = new PluginReports();
        now.values().forEach(catalogue -> reports.add(catalogue.entries()));
        reports.add(directories.unusable());
        given.stream()
                .filter(described -> now.keySet().stream().noneMatch(kind -> kind.isInstance(described.plugin())))
                .forEach(reports::addOfNoKind);
        reports.addSettingsOfNobody(settings);
        return reports.inOrder();
    }

    /**
     * Closes the jars of the plugin directories. Plugins are no longer given out; what they opened is to be closed
     * before. The report stays. Closing twice does nothing.
     */
    @Override
    public void close() {
        closed = true;
        directories.close();
    }

    private List<PluginEntry> usable(Plugin plugin) {
        refuseIfClosed();
        List<PluginEntry> entries = catalogues.values().stream()
                .flatMap(catalogue -> catalogue.of(plugin).stream())
                .toList();
        if (entries.isEmpty()) {
            throw new IllegalArgumentException(
                    "Not a plugin of this registry: " + plugin.getClass().getName());
        }
        for (PluginEntry entry : entries) {
            PluginException refusal = entry.refusal();
            if (refusal != null) {
                throw refusal;
            }
        }
        return entries;
    }

    private Settings check(PluginEntry entry) {
        PluginDescriptor descriptor = entry.descriptor();
        if (descriptor == null) {
            throw new IllegalStateException("A usable plugin without descriptor: " + entry.id());
        }
        try {
            return Settings.check(descriptor, settings.getOrDefault(entry.id(), Map.of()));
        } catch (PluginException wrong) {
            entry.refuse(wrong);
            log(entry);
            throw wrong;
        }
    }

    private static PluginException quarantine(List<PluginEntry> entries, PluginException reason) {
        entries.forEach(entry -> entry.quarantine(reason));
        log(entries.get(0));
        PluginException refusal = entries.get(0).refusal();
        return refusal == null ? reason : refusal;
    }

    private <P extends Plugin> PluginCatalogue catalogue(Class<P> kind) {
        refuseIfClosed();
        PluginCatalogue known = catalogues.get(kind);
        return known == null ? look(kind) : known;
    }

    private <P extends Plugin> PluginCatalogue look(Class<P> kind) {
        if (!kind.isInterface() || kind.equals(Plugin.class)) {
            throw new IllegalArgumentException("Not a kind of plugin: " + kind.getName());
        }
        lock.lock();
        try {
            PluginCatalogue known = catalogues.get(kind);
            if (known != null) {
                return known;
            }
            PluginCatalogue made = new PluginCatalogue(
                    kind,
                    Stream.concat(
                                    given.stream().filter(described -> kind.isInstance(described.plugin())),
                                    discovery.find(kind).stream())
                            .map(described -> new PluginEntry(kind.getSimpleName(), described))
                            .toList());
            made.entries().forEach(PluginRegistry::logFound);
            Map<Class<?>, PluginCatalogue> all = new LinkedHashMap<>(catalogues);
            all.put(kind, made);
            catalogues = Map.copyOf(all);
            return made;
        } finally {
            lock.unlock();
        }
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new PluginException(CoreError.PLUGIN_CLOSED, Map.of());
        }
    }

    /** With the stack trace: before it has any settings a plugin knows no secret. */
    private static void logFound(PluginEntry entry) {
        PluginException refusal = entry.refusal();
        if (entry.status() == PluginStatus.QUARANTINED && refusal != null) {
            LOG.warn("{}", refusal.getMessage(), refusal.getCause());
        } else {
            log(entry);
        }
    }

    private static void log(PluginEntry entry) {
        PluginReport report = entry.report();
        PluginReason reason = report.reason();
        if (reason == null) {
            LOG.debug("Found the plugin {} ({}, {})", report.id(), report.source(), report.location());
        } else {
            LOG.warn("[{}] {}", reason.code(), reason);
        }
    }
}
