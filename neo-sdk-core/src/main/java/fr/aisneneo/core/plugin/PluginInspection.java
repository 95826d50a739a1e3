package fr.aisneneo.core.plugin;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.PluginException;
import fr.aisneneo.core.internal.plugin.Failure;
import fr.aisneneo.core.internal.plugin.Found;
import fr.aisneneo.core.internal.plugin.IsolatedCall;
import fr.aisneneo.core.internal.plugin.Locations;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Constructs plugins and asks them who they are; whatever goes wrong is theirs alone. */
record PluginInspection(Duration timeout) {
    private static final String CONSTRUCTION = "construction";
    private static final String DESCRIPTION = "descriptor()";

    PluginEntry.Described byHand(Plugin plugin, PluginSource source) {
        return describe(source, Locations.of(plugin.getClass()), plugin);
    }

    PluginEntry.Described found(PluginSource source, Found<? extends Plugin> found) {
        String provider = found.provider();
        String location = found.location();
        if (found instanceof Found.Broken<?> broken) {
            return PluginEntry.Described.broken(
                    source, provider, location, new Failure(provider, location).of(broken.cause(), CONSTRUCTION));
        }
        Found.Loaded<? extends Plugin> loaded = (Found.Loaded<? extends Plugin>) found;
        try {
            ClassLoader loader = loaded.service().type().getClassLoader();
            Plugin plugin = call(provider, location, loader, CONSTRUCTION, timeout, loaded.service()::get);
            return describe(source, location, plugin);
        } catch (PluginException e) {
            rethrowIfInterrupted(e);
            return PluginEntry.Described.broken(source, provider, location, e);
        } catch (ExecutionException e) {
            return PluginEntry.Described.broken(
                    source, provider, location, new Failure(provider, location).of(thrown(e), CONSTRUCTION));
        }
    }

    private PluginEntry.Described describe(PluginSource source, String location, Plugin plugin) {
        String provider = plugin.getClass().getName();
        try {
            @Nullable PluginDescriptor descriptor = call(
                    provider, location, plugin.getClass().getClassLoader(), DESCRIPTION, timeout, plugin::descriptor);
            return new PluginEntry.Described(
                    source,
                    provider,
                    location,
                    plugin,
                    descriptor,
                    descriptor == null ? wrong(provider, location, PluginText.of("descriptor.missing"), null) : null);
        } catch (PluginException e) {
            rethrowIfInterrupted(e);
            return new PluginEntry.Described(source, provider, location, plugin, null, e);
        } catch (ExecutionException e) {
            PluginException failure = thrown(e) instanceof InvalidInputException invalid
                    ? wrong(provider, location, PluginReason.of(invalid), invalid)
                    : new Failure(provider, location).of(thrown(e), DESCRIPTION);
            return new PluginEntry.Described(source, provider, location, plugin, null, failure);
        }
    }

    private static PluginException wrong(String id, String location, Object reason, @Nullable Throwable cause) {
        return new PluginException(
                CoreError.PLUGIN_DESCRIPTOR, Map.of("id", id, "location", location, "reason", reason), cause);
    }

    private static void rethrowIfInterrupted(PluginException e) {
        if (e.errorCode() == CoreError.PLUGIN_INTERRUPTED) {
            throw e; // not the plugin's fault
        }
    }

    static Throwable thrown(ExecutionException e) {
        Throwable cause = e.getCause();
        return cause == null ? e : cause;
    }

    /**
     * A call of a plugin, bounded.
     *
     * @throws PluginException {@code plugin.hung}; {@code plugin.interrupted} if the calling thread was
     */
    static <T> T call(
            String id,
            String location,
            @Nullable ClassLoader context,
            String operation,
            Duration timeout,
            Callable<T> call)
            throws ExecutionException {
        try {
            return IsolatedCall.run("neo-plugin-" + id, context, timeout, call);
        } catch (TimeoutException e) {
            throw new PluginException(
                    CoreError.PLUGIN_HUNG,
                    Map.of("id", id, "location", location, "operation", operation, "seconds", seconds(timeout)),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PluginException(CoreError.PLUGIN_INTERRUPTED, Map.of("id", id, "operation", operation), e);
        }
    }

    private static String seconds(Duration timeout) {
        return BigDecimal.valueOf(timeout.toMillis(), 3).stripTrailingZeros().toPlainString();
    }
}
