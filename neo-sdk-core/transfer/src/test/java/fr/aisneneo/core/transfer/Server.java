package fr.aisneneo.core.transfer;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/** One real server for all tests of a JVM. */
final class Server {
    private static final Server SHARED = new Server();

    private final String location;

    private Server() {
        try {
            location = "//localhost:" + EmbeddedPostgres.start().getPort() + "/postgres";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String uri() {
        return "postgresql:" + SHARED.location;
    }
}
