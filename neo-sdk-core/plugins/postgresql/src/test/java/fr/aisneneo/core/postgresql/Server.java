package fr.aisneneo.core.postgresql;

import fr.aisneneo.core.plugin.Settings;
import fr.aisneneo.core.storage.spi.Storage;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** One real server for all tests of a JVM, or the one that the parent process started. */
final class Server {
    /** Where a child process finds its parent's server. */
    static final String LOCATION = "neo.test.postgresql";

    private static final Server SHARED = new Server();

    private final String location;

    private Server() {
        String given = System.getProperty(LOCATION);
        location = given == null ? start() : given;
    }

    private static String start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofMinutes(2))
                    .setServerConfig("max_connections", "200")
                    // Turned off by the library, for tests of those who need not know what survives.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
            return "//localhost:" + server.getPort() + "/postgres";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String location() {
        return SHARED.location;
    }

    /** The store of a directory is the schema of that name. */
    static Storage open(Path directory, Map<String, String> settings) {
        Map<String, String> given =
                new HashMap<>(Map.of("user", "postgres", "schema", schema(directory), "idle-connections", "1"));
        given.putAll(settings);
        PostgresqlStoragePlugin plugin = new PostgresqlStoragePlugin();
        return plugin.open(location(), Settings.check(plugin.descriptor(), given));
    }

    static String schema(Path directory) {
        String name = directory.toAbsolutePath().toString().replaceAll("[^A-Za-z0-9]", "_");
        return "s" + Integer.toHexString(name.hashCode()) + "_" + Integer.toHexString(name.length());
    }
}
