package fr.aisneneo.core.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One server after another, which sync what they acknowledge. */
final class SoakServers implements AutoCloseable {
    private @Nullable EmbeddedPostgres server;

    /** Starts the next one, and stops the one before. */
    String next() throws IOException {
        close();
        server = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(2))
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        return "postgresql://localhost:" + server.getPort() + "/postgres?user=postgres";
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
    }
}
