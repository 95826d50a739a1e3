package fr.aisneneo.core.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.NeoException;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.Note;
import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.ContentionKey;
import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.storage.spi.StorageInfo;
import fr.aisneneo.core.storage.spi.StorageTransaction;
import fr.aisneneo.core.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetryTest {
    private static final TenantId LAON = new TenantId("laon");
    private static final DocumentCollection<Note> NOTES =
            DocumentCollection.json("note", Note.class, Note::id).build();

    /** The real engine, beaten by an invisible rival a number of times. */
    private static final class Beaten implements Storage {
        final List<List<String>> taken = new ArrayList<>();
        private final Storage storage = Stores.memory();
        private int times;
        private int readerTimes;

        @Override
        public StorageInfo info() {
            return storage.info();
        }

        @Override
        public void declare(CollectionSchema schema) {
            storage.declare(schema);
        }

        @Override
        public StorageTransaction beginRead() {
            if (readerTimes > 0) {
                readerTimes--;
                throw new StorageException(CoreError.STORAGE_CONFLICT, Map.of("attempts", 1));
            }
            return storage.beginRead();
        }

        @Override
        public StorageTransaction beginWrite(SortedSet<ContentionKey> contention) {
            taken.add(contention.stream().map(ContentionKey::id).toList());
            StorageTransaction transaction = storage.beginWrite(contention);
            if (times > 0) {
                times--;
                transaction.rollback();
                throw new StorageException(CoreError.STORAGE_CONFLICT, Map.of("attempts", 1));
            }
            return transaction;
        }

        @Override
        public void close() {
            storage.close();
        }
    }

    private final Beaten engine = new Beaten();
    private final DocumentStore store = Stores.over(engine);

    private void loses(int times) {
        store.declare(NOTES);
        engine.taken.clear();
        engine.times = times;
    }

    private boolean isThere(String id) {
        return store.read(tx -> tx.documents(NOTES, LAON).get(id).isPresent());
    }

    @Test
    void aTransactionThatLosesIsRunAgain() {
        loses(9);
        store.write(Contention.none(), tx -> tx.documents(NOTES, LAON).insert(Note.of("a", "lab", 1)));
        assertThat(engine.taken).hasSize(10);
        assertThat(isThere("a")).isTrue();
    }

    @Test
    void aReaderThatLosesReadsAgain() {
        loses(0);
        store.write(Contention.none(), tx -> tx.documents(NOTES, LAON).insert(Note.of("a", "lab", 1)));
        engine.readerTimes = 9;
        assertThat(isThere("a")).isTrue();
        assertThat(engine.readerTimes).isZero();
        engine.readerTimes = 10;
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> isThere("a"))
                .extracting(NeoException::code)
                .isEqualTo("storage.conflict");
    }

    @Test
    void aTransactionThatAlwaysLosesGivesUpAndSaysHowOftenItTried() {
        loses(1_000);
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> store.write(Contention.none(), tx -> "never"))
                .withMessageContaining("10 times")
                .extracting(NeoException::code)
                .isEqualTo("storage.conflict");
        assertThat(engine.taken).hasSize(10);
    }

    @Test
    void keysMetOnTheWayAreTakenUpFrontAndSortedTheNextTime() {
        loses(0);
        AtomicInteger runs = new AtomicInteger();
        store.write(Contention.on(LAON, "room", "m"), tx -> {
            store.write(Contention.on(LAON, "room", "z"), inner -> "joined");
            store.write(Contention.on(LAON, "room", "a"), inner -> "joined");
            if (runs.incrementAndGet() == 1) {
                throw new StorageException(CoreError.STORAGE_CONFLICT, Map.of("attempts", 1));
            }
            return "done";
        });
        assertThat(engine.taken).containsExactly(List.of("m"), List.of("a", "m", "z"));
    }

    @Test
    void aFailureOfTheEngineThatTheCallerSwallowedStillStopsTheCommit() {
        loses(0);
        DocumentStore failing = store;
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> failing.write(Contention.none(), tx -> {
                    tx.documents(NOTES, LAON).insert(Note.of("a", "lab", 1));
                    OpenTransaction current = failing.current();
                    assertThat(current).isNotNull();
                    try {
                        current.call(() -> {
                            throw new StorageException(CoreError.STORAGE_FAILED, Map.of("reason", "test"));
                        });
                    } catch (StorageException e) {
                        // what a careless caller does
                    }
                    return "done";
                }))
                .extracting(NeoException::code)
                .isEqualTo("storage.failed");
        assertThat(isThere("a")).isFalse();
    }
}
