package fr.aisneneo.core.rocksdb;

import fr.aisneneo.core.tck.DurableStorageTck;
import fr.aisneneo.core.tck.StorageSoak;
import org.junit.jupiter.api.Tag;

/** The process is killed, again and again; run by {@code ./mvnw -Psoak}. */
@Tag("soak")
class RocksDbSoak extends StorageSoak {
    @Override
    protected DurableStorageTck engine() {
        return new RocksDbTckTest();
    }
}
