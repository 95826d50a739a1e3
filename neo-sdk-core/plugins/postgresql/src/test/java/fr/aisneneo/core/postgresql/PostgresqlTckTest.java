package fr.aisneneo.core.postgresql;

import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.tck.DurableStorageTck;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;

/** {@code postgresql:} keeps the contract. */
@Tag("heavy")
@net.jqwik.api.Tag("heavy")
class PostgresqlTckTest extends DurableStorageTck {
    @Override
    public Storage open(Path directory) {
        // A disk that stalls is no failure of the engine.
        return Server.open(directory, Map.of("writer-wait", "PT60S"));
    }

    @Override
    public Storage openImpatiently(Path directory, Duration wait) {
        return Server.open(directory, Map.of("writer-wait", wait.toString()));
    }

    /** Each is a sync of its own, since they queue for one key. */
    @Override
    public int commitsPastAReader() {
        return 800;
    }

    @Override
    public int histories() {
        return 100;
    }

    @Override
    public boolean exclusive() {
        return false;
    }

    @Override
    public List<String> childOptions() {
        return List.of("-Xmx256m", "-D" + Server.LOCATION + "=" + Server.location());
    }

    /** Files are the server's. */
    @Override
    public OptionalLong fileSizeLimit() {
        return OptionalLong.empty();
    }
}
