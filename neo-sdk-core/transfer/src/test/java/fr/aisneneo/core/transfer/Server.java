package fr.aisneneo.core.transfer;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** One real server for all tests of a JVM. */
final class Server {
    private static final Server SHARED = new Server();

    private final String location;

    private Server() {
        try {
            // Starting it may take long on a busy machine.
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofMinutes(2))
                    .start();
            location = "//localhost:" + server.getPort() + "/postgres";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String uri() {
        return "postgresql:" + SHARED.location;
    }
}
