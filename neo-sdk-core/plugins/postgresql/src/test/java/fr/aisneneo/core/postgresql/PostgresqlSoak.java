package fr.aisneneo.core.postgresql;

import fr.aisneneo.core.tck.DurableStorageTck;
import fr.aisneneo.core.tck.StorageSoak;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** The server is killed, and the process that uses it, again and again; run by {@code ./mvnw -Psoak}. */
@Tag("soak")
class PostgresqlSoak extends StorageSoak {
    @TempDir
    private Path directory;

    private KillableServer server;

    @BeforeEach
    void start() throws IOException {
        server = new KillableServer(directory);
        // Read by Server, whose class is not loaded yet; the child gets it from there.
        System.setProperty(Server.LOCATION, server.location());
    }

    @AfterEach
    void stop() throws IOException {
        System.clearProperty(Server.LOCATION);
        server.close();
    }

    @Override
    protected DurableStorageTck engine() {
        return new PostgresqlTckTest();
    }

    @Override
    protected Callable<?> disturb() throws IOException {
        server.kill();
        return () -> {
            server.startAgain();
            return true;
        };
    }
}
