package fr.aisneneo.core.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.error.NeoException;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.Index;
import fr.aisneneo.core.storage.Note;
import fr.aisneneo.core.storage.Scan;
import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.tenant.TenantId;
import java.util.List;
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
}
