package fr.aisneneo.core.transfer;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.NeoBuilder;
import java.nio.file.Path;
import java.util.UUID;

/** Where a test keeps a store: a new one each time. */
enum Engine {
    MEMORY {
        @Override
        NeoBuilder fresh(Path directory) {
            return Neo.builder().storage("memory:");
        }
    },
    ROCKSDB {
        @Override
        NeoBuilder fresh(Path directory) {
            return Neo.builder()
                    .storage("rocksdb:" + directory.resolve(UUID.randomUUID().toString()));
        }
    },
    POSTGRESQL {
        @Override
        NeoBuilder fresh(Path directory) {
            return Neo.builder()
                    .storage(Server.uri())
                    .setting("postgresql", "user", "postgres")
                    .setting("postgresql", "connections", "4")
                    .setting(
                            "postgresql",
                            "schema",
                            "s" + UUID.randomUUID().toString().replace("-", ""));
        }
    };

    abstract NeoBuilder fresh(Path directory);

    Town town(Path directory) {
        return new Town(fresh(directory).open());
    }
}
