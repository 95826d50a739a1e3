package fr.aisneneo.core.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.plugin.Settings;
import fr.aisneneo.core.storage.spi.BodyFormat;
import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.DocumentWrite;
import fr.aisneneo.core.storage.spi.IndexEntry;
import fr.aisneneo.core.storage.spi.IndexKey;
import fr.aisneneo.core.storage.spi.IndexSchema;
import fr.aisneneo.core.storage.spi.PartType;
import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.storage.spi.StorageTransaction;
import fr.aisneneo.core.tenant.TenantId;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What waits for the commit is done as a whole or not at all, whatever the driver makes of it. */
@Tag("heavy")
class LateWritesTest {
    /** More than go to the server as one statement. */
    private static final int MANY = 40;

    private static final TenantId LAON = new TenantId("laon");
    private static final CollectionSchema PLAIN = new CollectionSchema("plain", BodyFormat.BINARY, List.of());
    private static final IndexSchema BY_NUMBER =
            new IndexSchema("by_number", false, false, List.of(new IndexSchema.IndexPart("number", PartType.LONG)));
    private static final CollectionSchema INDEXED =
            new CollectionSchema("indexed", BodyFormat.BINARY, List.of(BY_NUMBER));

    @TempDir
    private Path directory;

    private Storage open(String parameters) {
        PostgresqlStoragePlugin plugin = new PostgresqlStoragePlugin();
        Map<String, String> given = Map.of("user", "postgres", "schema", Server.schema(directory), "connections", "2");
        Storage storage = plugin.open(Server.location() + parameters, Settings.check(plugin.descriptor(), given));
        storage.declare(PLAIN);
        storage.declare(INDEXED);
        return storage;
    }

    private static DocumentWrite plain(int number) {
        return new DocumentWrite("n" + number, 1, new byte[] {(byte) number}, List.of());
    }

    /** Whoever catches what the work throws has not committed. */
    private static void write(Storage storage, Consumer<StorageTransaction> work) {
        StorageTransaction tx = storage.beginWrite(Collections.emptySortedSet());
        try {
            tx.allowLateConflicts();
            work.accept(tx);
            tx.commit();
        } finally {
            tx.rollback();
        }
    }

    private static long stored(Storage storage) {
        StorageTransaction tx = storage.beginRead();
        try {
            long found = 0;
            for (int number = 0; number < MANY; number++) {
                found += tx.get(PLAIN, LAON, "n" + number) == null ? 0 : 1;
            }
            return found;
        } finally {
            tx.rollback();
        }
    }

    private static void insertAll(StorageTransaction tx) {
        for (int number = 0; number < MANY; number++) {
            tx.insert(PLAIN, LAON, plain(number));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?reWriteBatchedInserts=true"})
    void manyAreDoneTogetherWhetherOrNotTheDriverCountsThem(String parameters) {
        try (Storage storage = open(parameters)) {
            write(storage, LateWritesTest::insertAll);
            assertThat(stored(storage)).isEqualTo(MANY);
            write(storage, tx -> {
                for (int number = 0; number < MANY; number++) {
                    long version = tx.get(PLAIN, LAON, "n" + number).version();
                    tx.update(PLAIN, LAON, plain(number), version);
                }
            });
            write(storage, tx -> {
                for (int number = 1; number < MANY; number++) {
                    tx.delete(
                            PLAIN,
                            LAON,
                            "n" + number,
                            tx.get(PLAIN, LAON, "n" + number).version());
                }
            });
            assertThat(stored(storage)).isEqualTo(1);
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> write(storage, LateWritesTest::insertAll))
                    .matches(e -> e.errorCode() == CoreError.STORAGE_CONFLICT);
            assertThatExceptionOfType(ConflictException.class)
                    .isThrownBy(() -> write(storage, LateWritesTest::insertAll))
                    .matches(e -> e.errorCode() == CoreError.DOCUMENT_EXISTS);
            assertThat(stored(storage)).isEqualTo(1);
        }
    }

    @Test
    void aCommitThatBreaksOffHalfwayLeavesNothing() {
        try (Storage storage = open("")) {
            // The last one cannot be told to the server, which is found out when the others are there.
            DocumentWrite bad =
                    new DocumentWrite("bad", 1, new byte[0], List.of(new IndexEntry(BY_NUMBER, IndexKey.of(5))));
            assertThatExceptionOfType(ClassCastException.class)
                    .isThrownBy(() -> write(storage, tx -> {
                        insertAll(tx);
                        tx.insert(INDEXED, LAON, bad);
                    }));
            assertThat(stored(storage)).isZero();
            write(storage, LateWritesTest::insertAll);
            assertThat(stored(storage)).isEqualTo(MANY);
        }
    }

    @Test
    void theyAreSentBeforeTheyAreTooLarge() {
        PendingWrites pending = new PendingWrites(new Clashes(), new Savepoints());
        Knowledge.Key key = new Knowledge.Key("plain", LAON, "n");
        Sql sql = new Sql("", (statement, first) -> first);
        pending.add(sql, key, (1 << 20) - 1, true, true);
        assertThat(pending.isFull()).isFalse();
        pending.add(sql, key, 1, true, true);
        assertThat(pending.isFull()).isTrue();
    }
}
