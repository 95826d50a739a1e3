package fr.aisneneo.core.tck;

import fr.aisneneo.core.storage.spi.Storage;
import java.nio.file.Path;
import java.time.Duration;

/** {@code memory:} keeps the contract. */
class MemoryStorageTckTest extends StorageTck {
    @Override
    public Storage open(Path directory) {
        return MemoryEngine.open();
    }

    @Override
    public Storage openImpatiently(Path directory, Duration wait) {
        return MemoryEngine.open(wait);
    }

    @Override
    public int histories() {
        return 10_000;
    }
}
