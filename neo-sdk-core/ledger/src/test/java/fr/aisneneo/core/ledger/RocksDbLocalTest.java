package fr.aisneneo.core.ledger;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class RocksDbLocalTest extends LocalContract {
    @TempDir
    private Path folder;

    @Override
    Town open() {
        return new Town("rocksdb:" + folder.resolve("store"));
    }
}
