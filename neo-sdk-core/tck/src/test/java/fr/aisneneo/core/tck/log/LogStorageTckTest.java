package fr.aisneneo.core.tck.log;

import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.tck.DurableStorageTck;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The durable contract over an engine that keeps it. */
@Heavy
class LogStorageTckTest extends DurableStorageTck {
    @Override
    public Storage open(Path directory) {
        return LogStorage.open(directory, Duration.ofSeconds(10), LogFault.NONE);
    }

    @Override
    public Storage openImpatiently(Path directory, Duration wait) {
        return LogStorage.open(directory, wait, LogFault.NONE);
    }

    @Override
    public @Nullable Path newestLog(Path directory) {
        return LogStorage.log(directory);
    }
}
