package fr.aisneneo.core.tck;

import fr.aisneneo.core.storage.spi.Storage;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What the groups of cases know of a durable engine. */
interface DurableContract extends StorageContract {

    /** See {@link DurableStorageTck#childOptions}. */
    List<String> childOptions();

    /** See {@link DurableStorageTck#crashRounds}. */
    int crashRounds();

    /** See {@link DurableStorageTck#exclusive}. */
    boolean exclusive();

    /** See {@link DurableStorageTck#newestLog}. */
    @Nullable Path newestLog(Path directory);

    /** See {@link DurableStorageTck#fileSizeLimit}. */
    OptionalLong fileSizeLimit();

    /** Opens a store and declares the samples. */
    default Storage openWithSamples(Path directory) {
        Storage storage = open(directory);
        try {
            Samples.declareAll(storage);
            return storage;
        } catch (RuntimeException | Error e) {
            storage.close();
            throw e;
        }
    }
}
