package fr.aisneneo.core.plugin;

/**
 * Something that extends the SDK: a storage engine, a device. Each kind of plugin is an interface that extends this
 * one.
 *
 * <p>A plugin is found by {@link java.util.ServiceLoader} (with a public constructor without parameters) or registered
 * by hand. Constructing it and asking for its descriptor does nothing else: no threads, no files, no connections. Both
 * happen on a thread of their own, with the plugin's class loader as context class loader and for a bounded time; a
 * plugin that throws or hangs there is set aside.
 *
 * <p>A plugin is thread-safe. A jar declares it both in its {@code module-info} ({@code provides}) and under
 * {@code META-INF/services}; {@code PluginTck} of {@code neo-sdk-core-tck} checks it.
 */
public interface Plugin {

    /**
     * Who and what this plugin is. The same answer each time.
     *
     * @return the descriptor
     */
    PluginDescriptor descriptor();
}
