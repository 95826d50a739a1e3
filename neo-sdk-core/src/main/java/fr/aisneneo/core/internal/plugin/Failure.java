package fr.aisneneo.core.internal.plugin;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.PluginException;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceConfigurationError;

/**
 * What a throwable of foreign code says to a person. Of a message only linkage errors are quoted, which the JVM writes;
 * a plugin's own text may hold a password.
 *
 * @param name the plugin's id, or its class
 * @param location its jar
 */
public record Failure(String name, String location) {
    private static final String UNINITIALISED = "Could not initialize class ";

    /** Throws what no one may swallow: the machine is out of memory or broken. A stack overflow has been unwound. */
    public static void rethrowIfFatal(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof VirtualMachineError fatal && !(fatal instanceof StackOverflowError)) {
                throw fatal;
            }
        }
    }

    /** The reason why a class could not be loaded, or threw while it was constructed or called. */
    public PluginException of(Throwable thrown, String operation) {
        rethrowIfFatal(thrown);
        Throwable cause = inner(thrown);
        if (cause instanceof ClassNotFoundException && cause.getMessage() != null) {
            return lacks(cause.getMessage(), thrown);
        }
        if (cause instanceof NoClassDefFoundError && !message(cause).startsWith(UNINITIALISED)) {
            return lacks(message(cause).replace('/', '.'), thrown);
        }
        if (cause instanceof ServiceConfigurationError || cause instanceof LinkageError) {
            String text = message(cause);
            // "the.Service: reason" and "the.Service: file:line: reason"; the place is known without it
            String reason = cause instanceof ServiceConfigurationError ? text.replaceFirst("^[\\w.$]+: ", "") : text;
            return new PluginException(
                    CoreError.PLUGIN_UNLOADABLE,
                    Map.of("id", name, "location", location, "reason", Locations.shortened(reason)),
                    thrown);
        }
        return new PluginException(
                CoreError.PLUGIN_THREW,
                Map.of(
                        "id", name,
                        "location", location,
                        "operation", operation,
                        "exception", cause.getClass().getName()),
                thrown);
    }

    private PluginException lacks(String missing, Throwable thrown) {
        return new PluginException(
                CoreError.PLUGIN_LACKS_CLASS,
                Map.of("id", name, "location", location, "missing", Locations.shortened(missing)),
                thrown);
    }

    /** What lies inside; a constructor that does not exist is told better by the service loader around it. */
    private static Throwable inner(Throwable thrown) {
        Throwable cause = thrown;
        while ((cause instanceof ServiceConfigurationError || cause instanceof ExceptionInInitializerError)
                && cause.getCause() != null
                && !(cause.getCause() instanceof NoSuchMethodException)) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String message(Throwable thrown) {
        return Objects.requireNonNullElse(thrown.getMessage(), thrown.getClass().getName());
    }
}
