package fr.aisneneo.example.portal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** A real server with an empty database; it ends with the JVM. */
public final class PostgresqlServer {
    private PostgresqlServer() {}

    /** The setting {@code neo.portal.storage} for it. */
    public static String uri() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofMinutes(2)) // a busy machine takes its time
                    .start();
            return "postgresql://localhost:" + server.getPort() + "/postgres?user=postgres";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
