package fr.aisneneo.example.benchmarks.lab;

import fr.aisneneo.core.Neo;
import java.nio.file.Path;

/**
 * The SDK on an empty store of its own.
 *
 * @param neo the SDK
 * @param removal removes the store
 */
public record OpenSdk(Neo neo, Removal removal) implements AutoCloseable {
    /** Removes a store that is closed. */
    @FunctionalInterface
    public interface Removal {
        /**
         * Removes it.
         *
         * @throws Exception if it cannot
         */
        void run() throws Exception;
    }

    /** The engines, each with its settings as they come. */
    public enum Engine {
        /** In memory, for scale: it keeps nothing. */
        MEMORY("SDK, memory") {
            @Override
            public OpenSdk open(Lab lab) {
                return new OpenSdk(Neo.open("memory:"), () -> {});
            }
        },
        /** Embedded. */
        ROCKSDB("SDK, rocksdb") {
            @Override
            public OpenSdk open(Lab lab) {
                Path path = lab.newPath("rocksdb");
                return new OpenSdk(Neo.open("rocksdb:" + path), () -> Lab.remove(path));
            }
        },
        /** On the PostgreSQL of the lab. */
        POSTGRESQL("SDK, postgresql") {
            @Override
            public OpenSdk open(Lab lab) throws Exception {
                PostgresServer server = lab.postgres();
                String schema = lab.newName("sdk");
                Neo neo = Neo.builder()
                        .storage(server.uri())
                        .setting("postgresql", "user", "postgres")
                        .setting("postgresql", "schema", schema)
                        .open();
                return new OpenSdk(neo, () -> server.run("DROP SCHEMA " + schema + " CASCADE"));
            }
        };

        private final String title;

        Engine(String title) {
            this.title = title;
        }

        /**
         * Its name in the report.
         *
         * @return the name
         */
        public String title() {
            return title;
        }

        /**
         * Opens the SDK on an empty store.
         *
         * @param lab where
         * @return the SDK, which takes its store along when it is closed
         * @throws Exception if it cannot be opened
         */
        public abstract OpenSdk open(Lab lab) throws Exception;
    }

    @Override
    public void close() throws Exception {
        neo.close();
        removal.run();
    }
}
