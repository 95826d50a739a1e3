package fr.aisneneo.example.portal;

import java.net.URI;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where the portal listens and keeps its data.
 *
 * @param host the address to listen on
 * @param port the port; 0 for any free one
 * @param storage the engine and where, as {@link fr.aisneneo.core.Neo#open} takes it
 * @param origin how browsers reach the portal if a proxy stands before it, such as {@code https://reserver.example.fr}
 */
public record PortalSettings(
        String host, int port, String storage, @Nullable URI origin) {
    private static final int LARGEST_PORT = 65_535;

    /**
     * Reads system properties such as {@code neo.portal.port}, then environment variables such as
     * {@code NEO_PORTAL_PORT}.
     *
     * @param properties the system properties
     * @param environment the environment
     * @throws IllegalArgumentException naming the setting that is wrong
     */
    public static PortalSettings read(Properties properties, Map<String, String> environment) {
        Lookup settings = new Lookup(properties, environment);
        return new PortalSettings(
                settings.get("host", "127.0.0.1"),
                port(settings.get("port", "8080")),
                settings.get("storage", "rocksdb:" + settings.get("data", "data")),
                origin(settings.get("origin", "")));
    }

    private static int port(String text) {
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= LARGEST_PORT) {
            return Integer.parseInt(text);
        }
        throw new IllegalArgumentException(
                "neo.portal.port : un nombre de 0 à " + LARGEST_PORT + " est attendu, et non « " + text + " ».");
    }

    private static @Nullable URI origin(String text) {
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("https?://[A-Za-z0-9.-]+(:\\d{1,5})?")) {
            throw new IllegalArgumentException(
                    "neo.portal.origin : une adresse comme https://reserver.example.fr est attendue, et non « " + text
                            + " ».");
        }
        return URI.create(text);
    }

    /** Whether browsers reach the portal by https. */
    public boolean secure() {
        return origin != null && "https".equals(origin.getScheme());
    }

    private record Lookup(Properties properties, Map<String, String> environment) {
        String get(String name, String otherwise) {
            String property = properties.getProperty("neo.portal." + name);
            String variable = environment.get("NEO_PORTAL_" + name.toUpperCase(java.util.Locale.ROOT));
            String found = property != null ? property : variable;
            return found == null || found.isBlank() ? otherwise : found.strip();
        }
    }
}
