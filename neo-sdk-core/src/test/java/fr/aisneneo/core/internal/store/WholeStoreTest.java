package fr.aisneneo.core.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.Index;
import fr.aisneneo.core.storage.Scan;
import fr.aisneneo.core.storage.WholeStore.KeptCollection;
import fr.aisneneo.core.storage.spi.StoredDocument;
import fr.aisneneo.core.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WholeStoreTest {
    private static final TenantId LAON = new TenantId("laon");
    private static final TenantId CHAUNY = new TenantId("chauny");

    /** A thing. */
    public record Thing(String id, String name) {}

    private static final Index<Thing> BY_NAME =
            Index.<Thing>named("by_name").string("name", Thing::name).unique().build();
    private static final DocumentCollection<Thing> THINGS = DocumentCollection.json("thing", Thing.class, Thing::id)
            .index(BY_NAME)
            .build();

    private final DocumentStore store = Stores.over(Stores.memory());

    @AfterEach
    void close() {
        store.close();
    }

    private static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void insert(TenantId tenant, String id, String body) {
        store.write(Contention.none(), tx -> {
            store.whole().insert(THINGS, tenant, id, json(body));
            return true;
        });
    }

    @Test
    void aBodyIsKeptAsItIsAndIsFoundByItsIndexes() {
        store.declare(THINGS);
        String body = "{ \"id\":\"a\", \"name\":\"Hub\", \"more\":null }";
        insert(LAON, "a", body);
        assertThat(store.<List<Thing>>read(tx -> tx.documents(THINGS, LAON)
                        .scan(Scan.by(BY_NAME).equalTo("Hub"))
                        .values()))
                .containsExactly(new Thing("a", "Hub"));
        List<StoredDocument> found = store.whole().snapshot(whole -> whole.documents(THINGS, LAON, null, 10));
        assertThat(found)
                .singleElement()
                .satisfies(document -> assertThat(document.body()).isEqualTo(json(body)));
    }

    @Test
    void everyCollectionTenantAndPageIsThere() {
        store.declare(THINGS);
        for (int i = 0; i < 5; i++) {
            insert(LAON, "t" + i, "{\"id\":\"t" + i + "\",\"name\":\"" + i + "\"}");
        }
        insert(CHAUNY, "x", "{\"id\":\"x\",\"name\":\"0\"}");
        store.whole().snapshot(whole -> {
            assertThat(whole.collections()).containsExactly(new KeptCollection("thing", 1, true, THINGS));
            assertThat(whole.tenants(THINGS)).containsExactly(CHAUNY, LAON);
            assertThat(whole.documents(THINGS, LAON, null, 3))
                    .extracting(StoredDocument::id)
                    .containsExactly("t0", "t1", "t2");
            assertThat(whole.documents(THINGS, LAON, "t2", 3))
                    .extracting(StoredDocument::id)
                    .containsExactly("t3", "t4");
            return true;
        });
    }

    @Test
    void whatFitsNotIsRefusedAndTheTransactionGoesOn() {
        store.declare(THINGS);
        insert(LAON, "a", "{\"id\":\"a\",\"name\":\"Hub\"}");
        store.write(Contention.none(), tx -> {
            assertThatThrownBy(() -> store.whole().insert(THINGS, LAON, "b", json("{\"id\":\"c\",\"name\":\"x\"}")))
                    .isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> store.whole().insert(THINGS, LAON, "b", json("{\"id\":\"b\"}")))
                    .isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> store.whole().insert(THINGS, LAON, "b", json("{\"id\":\"b\",\"name\":\"Hub\"}")))
                    .isInstanceOf(ConflictException.class);
            store.whole().insert(THINGS, LAON, "b", json("{\"id\":\"b\",\"name\":\"Other\"}"));
            return true;
        });
        assertThat(store.<List<Thing>>read(
                        tx -> tx.documents(THINGS, LAON).scan(Scan.byId()).values()))
                .hasSize(2);
    }

    @Test
    void theWholeIsReadOutsideOfTransactionsAndWrittenWithinOne() {
        store.declare(THINGS);
        assertThatIllegalStateException()
                .isThrownBy(() -> store.<Boolean>read(tx -> store.whole().snapshot(whole -> true)));
        assertThatIllegalStateException()
                .isThrownBy(() -> store.whole().insert(THINGS, LAON, "a", json("{\"id\":\"a\",\"name\":\"x\"}")));
        assertThatThrownBy(() -> store.<Boolean>read(tx -> {
                    store.whole().insert(THINGS, LAON, "a", json("{\"id\":\"a\",\"name\":\"x\"}"));
                    return true;
                }))
                .isInstanceOf(StorageException.class);
    }
}
