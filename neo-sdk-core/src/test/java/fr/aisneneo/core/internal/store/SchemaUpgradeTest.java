package fr.aisneneo.core.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import fr.aisneneo.core.error.NeoException;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.Index;
import fr.aisneneo.core.storage.Note;
import fr.aisneneo.core.storage.Scan;
import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.ContentionKey;
import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.storage.spi.StorageInfo;
import fr.aisneneo.core.storage.spi.StorageTransaction;
import fr.aisneneo.core.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SchemaUpgradeTest {
    private static final TenantId LAON = new TenantId("laon");
    private static final TenantId HIRSON = new TenantId("hirson");
    private static final Index<Note> BY_TEXT =
            Index.<Note>named("by_text").string("text", Note::text).unique().build();

    /** Each store stands for a start of the program: what is declared is forgotten, what is stored is not. */
    private final Storage storage = Stores.memory();

    private static DocumentCollection.Builder<Note> notes() {
        return DocumentCollection.json("note", Note.class, Note::id);
    }

    private void insert(DocumentCollection<Note> collection, TenantId tenant, int from, int to, String text) {
        DocumentStore store = Stores.over(storage);
        store.declare(collection);
        store.write(Contention.none(), tx -> {
            for (int i = from; i < to; i++) {
                tx.documents(collection, tenant)
                        .insert(Note.of("n" + i, "lab", i).saying(text + i));
            }
            return true;
        });
    }

    @Test
    void anAddedIndexFindsTheDocumentsThatWereThere() {
        insert(notes().build(), LAON, 0, 1_203, "t");
        insert(notes().build(), HIRSON, 0, 3, "t");
        DocumentCollection<Note> indexed = notes().index(BY_TEXT).build();
        DocumentStore store = Stores.over(storage);
        store.declare(indexed);
        assertThat(store.read(tx -> tx.documents(indexed, LAON)
                                .scan(Scan.by(BY_TEXT).equalTo("t1202")))
                        .values())
                .extracting(Note::id)
                .containsExactly("n1202");
        assertThat(store.read(tx -> tx.documents(indexed, HIRSON).scan(Scan.by(BY_TEXT)))
                        .values())
                .hasSize(3);
    }

    @Test
    void upgradeStepsChangeTheBodiesInOrder() {
        insert(notes().build(), LAON, 0, 10, "t");
        DocumentCollection<Note> third = notes().upgrade(body -> body.put("text", body.get("text") + "-two"))
                .upgrade(body -> body.put("text", body.get("text") + "-three"))
                .build();
        DocumentStore store = Stores.over(storage);
        store.declare(third);
        assertThat(store.read(tx -> tx.documents(third, LAON).require("n4"))
                        .value()
                        .text())
                .isEqualTo("t4-two-three");
    }

    @Test
    void anUpgradeIsDoneOnce() {
        insert(notes().build(), LAON, 0, 2, "t");
        for (int start = 0; start < 3; start++) {
            DocumentCollection<Note> second = notes().upgrade(body -> body.put("text", body.get("text") + "+"))
                    .build();
            DocumentStore store = Stores.over(storage);
            store.declare(second);
            assertThat(store.read(tx -> tx.documents(second, LAON).require("n1"))
                            .value()
                            .text())
                    .isEqualTo("t1+");
        }
    }

    @Test
    void aCollectionOfANewerVersionIsRefused() {
        insert(notes().upgrade(body -> {}).build(), LAON, 0, 1, "t");
        DocumentStore store = Stores.over(storage);
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> store.declare(notes().build()))
                .withMessageContaining("schema version 2")
                .extracting(NeoException::code)
                .isEqualTo("storage.schema");
    }

    @Test
    void anUpgradeThatCannotSucceedIsNamedAndTriedAgainAtTheNextStart() {
        insert(notes().build(), LAON, 0, 1, "same");
        insert(notes().build(), LAON, 1, 2, "other");
        DocumentStore store = Stores.over(storage);
        for (int attempt : List.of(1, 2)) {
            DocumentCollection<Note> failing = notes().index(BY_TEXT)
                    .upgrade(body -> body.put("text", "twice the same"))
                    .build();
            assertThatExceptionOfType(StorageException.class)
                    .as("attempt %d", attempt)
                    .isThrownBy(() -> store.declare(failing))
                    .withMessageContaining("n1")
                    .extracting(NeoException::code)
                    .isEqualTo("storage.schema");
        }
        DocumentCollection<Note> mended = notes().index(BY_TEXT)
                .upgrade(body -> body.put("text", body.get("id") + " once"))
                .build();
        store.declare(mended);
        assertThat(store.read(tx -> tx.documents(mended, LAON).scan(Scan.by(BY_TEXT)))
                        .values())
                .hasSize(2);
    }

    @Test
    void aCollectionIsReadyOnlyWhenItsDocumentsAre() throws Exception {
        insert(notes().build(), LAON, 0, 3, "t");
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        DocumentCollection<Note> second = notes().upgrade(body -> {
                    inside.countDown();
                    await(goOn);
                    body.put("text", body.get("text") + "-two");
                })
                .build();
        DocumentStore store = Stores.over(storage);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<?> declaring = threads.submit(() -> store.declare(second));
            await(inside);
            assertThatIllegalStateException()
                    .isThrownBy(
                            () -> store.read(tx -> tx.documents(second, LAON).get("n1")));
            Future<String> other = threads.submit(() -> {
                store.declare(second);
                return store.read(
                        tx -> tx.documents(second, LAON).require("n1").value().text());
            });
            goOn.countDown();
            declaring.get(90, TimeUnit.SECONDS);
            assertThat(other.get(90, TimeUnit.SECONDS)).isEqualTo("t1-two");
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(90, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The real engine, which asks before each writing transaction how many documents were upgraded so far. */
    private static final class Counting implements Storage {
        private final Storage storage;
        private final AtomicInteger upgraded;
        private final List<Integer> batches = new ArrayList<>();
        private int before;

        Counting(Storage storage, AtomicInteger upgraded) {
            this.storage = storage;
            this.upgraded = upgraded;
        }

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
            return storage.beginRead();
        }

        @Override
        public StorageTransaction beginWrite(SortedSet<ContentionKey> contention) {
            int now = upgraded.get();
            if (now > before) {
                batches.add(now - before);
                before = now;
            }
            return storage.beginWrite(contention);
        }

        @Override
        public void close() {
            storage.close();
        }
    }

    private List<Integer> batches() {
        AtomicInteger upgraded = new AtomicInteger();
        Counting counting = new Counting(storage, upgraded);
        Stores.over(counting)
                .declare(notes().upgrade(body -> upgraded.incrementAndGet()).build());
        return counting.batches;
    }

    @Test
    void smallDocumentsAreRewrittenManyAtATime() {
        insert(notes().build(), LAON, 0, 1_203, "t");
        assertThat(batches()).containsExactly(500, 500, 203);
    }

    @Test
    void largeDocumentsAreRewrittenFewAtATime() {
        insert(notes().build(), LAON, 0, 40, "t".repeat(1 << 20));
        assertThat(batches()).hasSizeGreaterThanOrEqualTo(4).allMatch(documents -> documents <= 10);
    }

    @Test
    void aDocumentThatWouldGrowTooLargeIsNamed() {
        insert(notes().build(), LAON, 0, 1, "t");
        DocumentCollection<Note> grown =
                notes().upgrade(body -> body.put("text", "t".repeat(5 << 20))).build();
        DocumentStore store = Stores.over(storage);
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> store.declare(grown))
                .withMessageContaining("n0")
                .extracting(NeoException::code)
                .isEqualTo("storage.schema");
    }
}
