package fr.aisneneo.core.transfer;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.NeoBuilder;
import fr.aisneneo.core.json.JsonbCodec;
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
                    .setting("postgresql", "connections", "8")
                    .setting(
                            "postgresql",
                            "schema",
                            "s" + UUID.randomUUID().toString().replace("-", ""));
        }
    };

    /** One for all: making what reads and writes a type takes longer than moving a small store. */
    private static final JsonbCodec JSON = JsonbCodec.standard();

    abstract NeoBuilder fresh(Path directory);

    static Town inMemory() {
        return new Town(Neo.builder().codec(JSON).open());
    }

    Town town(Path directory) {
        return new Town(fresh(directory).codec(JSON).open());
    }
}
