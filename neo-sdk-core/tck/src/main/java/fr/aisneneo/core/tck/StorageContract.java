package fr.aisneneo.core.tck;

import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.tenant.TenantId;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the groups of cases know of the engine under test. */
interface StorageContract {

    /** Opens, and where needed creates, the store of a directory; see {@link StorageTck#open}. */
    Storage open(Path directory);

    /** The same with short waits, or null; see {@link StorageTck#openImpatiently}. */
    @Nullable Storage openImpatiently(Path directory, Duration wait);

    /** How long to wait for what may rightly not happen; see {@link StorageTck#chance}. */
    Duration chance();

    /** How many commits pass a reader by; see {@link StorageTck#commitsPastAReader}. */
    int commitsPastAReader();

    /** How many short histories to judge; see {@link StorageTck#histories}. */
    int histories();

    /** A directory of its own, which does not exist yet; deleted after the case. */
    Path newDirectory();

    /** The store of this case, opened when first asked for, with the {@linkplain Samples samples} declared. */
    Storage storage();

    /** A tenant that no other case, and no other try of a property, uses. */
    TenantId newTenant();

    /** A new tenant's part of the store of this case. */
    default Space newSpace() {
        return new Space(storage(), newTenant());
    }
}
