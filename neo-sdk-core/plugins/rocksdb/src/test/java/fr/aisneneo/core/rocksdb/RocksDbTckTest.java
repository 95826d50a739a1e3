package fr.aisneneo.core.rocksdb;

import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.tck.DurableStorageTck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;

/** {@code rocksdb:} keeps the contract. */
@Tag("heavy")
@net.jqwik.api.Tag("heavy")
class RocksDbTckTest extends DurableStorageTck {
    @Override
    public Storage open(Path directory) {
        return Stores.open(directory);
    }

    @Override
    public Storage openImpatiently(Path directory, Duration wait) {
        return Stores.open(directory, Map.of("writer-wait", wait.toString()));
    }

    @Override
    public Path newestLog(Path directory) {
        try {
            List<Path> logs = Stores.databaseFiles(directory, ".log");
            return logs.get(logs.size() - 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The native library has to fit in, which is unpacked at each start, and less than the write buffer. */
    @Override
    public OptionalLong fileSizeLimit() {
        return OptionalLong.of(24 << 20);
    }
}
