package fr.aisneneo.example.benchmarks.lab;

import fr.aisneneo.core.Neo;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** The engines of the SDK, each with its settings as they come. */
public enum Engine {
    /** In memory, for scale: it keeps nothing. */
    MEMORY("SDK, memory") {
        @Override
        public SdkStore newStore(Lab lab) {
            return new InMemory();
        }
    },
    /** Embedded. */
    ROCKSDB("SDK, rocksdb") {
        @Override
        public SdkStore newStore(Lab lab) {
            return new InDirectory(lab.newPath("rocksdb"));
        }
    },
    /** On the PostgreSQL of the lab. */
    POSTGRESQL("SDK, postgresql") {
        @Override
        public SdkStore newStore(Lab lab) throws IOException, SQLException {
            return new InSchema(lab.postgres(), lab.newName("sdk"));
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
     * A store with nothing in it.
     *
     * @param lab where
     * @return the store
     * @throws IOException if there is no place
     * @throws SQLException if PostgreSQL does not answer
     */
    public abstract SdkStore newStore(Lab lab) throws IOException, SQLException;

    private record InMemory() implements SdkStore {
        @Override
        public Neo open() {
            return Neo.open("memory:");
        }

        @Override
        public long bytes() {
            return 0;
        }

        @Override
        public void remove() {
            // gone when it is closed
        }
    }

    private record InDirectory(Path path) implements SdkStore {
        @Override
        public Neo open() {
            return Neo.open("rocksdb:" + path);
        }

        @Override
        public long bytes() throws IOException {
            return Lab.bytes(path);
        }

        @Override
        public void remove() throws IOException {
            Lab.remove(path);
        }
    }

    private record InSchema(PostgresServer server, String schema) implements SdkStore {
        @Override
        public Neo open() {
            return Neo.builder()
                    .storage(server.uri())
                    .setting("postgresql", "user", "postgres")
                    .setting("postgresql", "schema", schema)
                    .open();
        }

        @Override
        public long bytes() throws SQLException {
            return server.bytes(schema);
        }

        @Override
        public void remove() throws SQLException {
            server.run("DROP SCHEMA " + schema + " CASCADE");
        }
    }
}
