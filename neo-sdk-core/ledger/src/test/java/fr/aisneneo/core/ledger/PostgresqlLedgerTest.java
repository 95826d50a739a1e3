package fr.aisneneo.core.ledger;

import fr.aisneneo.core.Neo;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresqlLedgerTest extends LedgerContract {
    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(2))
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    /** One database for all tests: each has accounts of its own. */
    @Override
    Town open() {
        AtomicReference<Instant> clock = new AtomicReference<>(Instant.parse("2026-11-26T09:00:00Z"));
        return new Town(
                Neo.builder()
                        .storage("postgresql://localhost:" + server.getPort() + "/postgres")
                        .setting("postgresql", "user", "postgres")
                        .clock(clock::get)
                        .open(),
                clock);
    }
}
