package fr.aisneneo.core.tck;

import static fr.aisneneo.core.storage.spi.PartType.BOOLEAN;
import static fr.aisneneo.core.storage.spi.PartType.INSTANT;
import static fr.aisneneo.core.storage.spi.PartType.LONG;
import static fr.aisneneo.core.storage.spi.PartType.STRING;
import static fr.aisneneo.core.tck.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.storage.spi.BodyFormat;
import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.DocumentWrite;
import fr.aisneneo.core.storage.spi.IndexEntry;
import fr.aisneneo.core.storage.spi.IndexKey;
import fr.aisneneo.core.storage.spi.IndexSchema;
import fr.aisneneo.core.storage.spi.IndexSchema.IndexPart;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Collections are declared again and again, and grow indexes. */
interface Declaring extends StorageContract {
    @Test
    default void aCollectionIsDeclaredAgainWithoutHarm() {
        Space space = newSpace();
        space.writing(tx -> tx.insert(Person.of("1").withBadge("laon", 1)));
        Samples.declareAll(space.storage());
        Crowd.run(4, thread -> Samples.declareAll(space.storage()));
        space.reading(tx -> {
            assertThat(tx.ids(Scan.ofIds(Samples.PEOPLE))).containsExactly("1");
            assertThat(tx.ids(Scan.of(Samples.PEOPLE, Samples.BY_BADGE))).containsExactly("1");
        });
    }

    @Test
    default void documentsStayReadableWhenAnIndexIsAdded() {
        Space space = newSpace();
        space.storage().declare(GrowingCollection.FIRST);
        long version = space.write(tx -> tx.insert(GrowingCollection.FIRST, GrowingCollection.first("a")));
        space.storage().declare(GrowingCollection.SECOND);
        space.reading(tx -> {
            assertThat(tx.get(GrowingCollection.SECOND, "a").version()).isEqualTo(version);
            assertThat(tx.get(GrowingCollection.SECOND, "a").schemaVersion()).isEqualTo(1);
            assertThat(tx.ids(Scan.ofIds(GrowingCollection.SECOND))).containsExactly("a");
            assertThat(tx.ids(Scan.of(GrowingCollection.SECOND, GrowingCollection.OLD)))
                    .containsExactly("a");
        });
    }

    @Test
    default void anAddedIndexIsCompleteOnceTheDocumentsAreWrittenAgain() {
        Space space = newSpace();
        space.storage().declare(GrowingCollection.FIRST);
        space.writing(tx -> {
            for (String id : List.of("a", "b", "c")) {
                tx.insert(GrowingCollection.FIRST, GrowingCollection.first(id));
            }
        });
        space.storage().declare(GrowingCollection.SECOND);
        space.writing(tx -> {
            tx.replace(GrowingCollection.SECOND, GrowingCollection.second("a", 3));
            tx.replace(GrowingCollection.SECOND, GrowingCollection.second("b", 2));
            refused(
                    CoreError.UNIQUE_TAKEN,
                    () -> tx.replace(GrowingCollection.SECOND, GrowingCollection.second("c", 2)));
            tx.replace(GrowingCollection.SECOND, GrowingCollection.second("c", 1));
            tx.insert(GrowingCollection.SECOND, GrowingCollection.second("d", 4));
        });
        space.reading(tx -> {
            assertThat(tx.ids(Scan.of(GrowingCollection.SECOND, GrowingCollection.OLD)))
                    .containsExactly("a", "b", "c", "d");
            assertThat(tx.ids(Scan.of(GrowingCollection.SECOND, GrowingCollection.ADDED)))
                    .containsExactly("c", "b", "a", "d");
            assertThat(tx.ids(Scan.of(GrowingCollection.SECOND, GrowingCollection.ADDED_PARTIAL)))
                    .containsExactly("d", "a", "b", "c");
            assertThat(tx.get(GrowingCollection.SECOND, "a").schemaVersion()).isEqualTo(2);
        });
    }

    @Test
    default void aCollectionIsDeclaredWhileOthersAreInUse() {
        Space space = newSpace();
        try (Peer peer = new Peer();
                TenantTransaction reader = space.beginRead()) {
            assertThat(reader.find(Samples.PLAIN, "a")).isNull();
            peer.run(() -> space.storage().declare(GrowingCollection.FIRST));
            peer.run(() -> space.writing(tx -> tx.insert(GrowingCollection.FIRST, GrowingCollection.first("a"))));
        }
        assertThat(space.<Boolean>read(tx -> tx.has(GrowingCollection.FIRST, "a")))
                .isTrue();
    }

    @Test
    default void namesThatMeanSomethingElsewhereMeanNothingHere() {
        String longest = "x".repeat(40);
        IndexSchema select = new IndexSchema(
                "index", false, false, List.of(new IndexPart("select", STRING), new IndexPart("id", LONG)));
        IndexSchema order = new IndexSchema(
                longest, true, true, List.of(new IndexPart("version", BOOLEAN), new IndexPart("body", INSTANT)));
        IndexSchema user = new IndexSchema("tenant", false, false, List.of(new IndexPart(longest, STRING)));
        for (String name : List.of("table", "user", longest, "documents", "a__b_")) {
            CollectionSchema collection = new CollectionSchema(name, BodyFormat.JSON, List.of(select, order, user));
            Space space = newSpace();
            space.storage().declare(collection);
            space.writing(tx -> tx.insert(
                    collection,
                    new DocumentWrite(
                            "1",
                            1,
                            Bodies.numbered(1),
                            List.of(
                                    new IndexEntry(select, IndexKey.of("s", 1L)),
                                    new IndexEntry(order, IndexKey.of(true, Instant.EPOCH)),
                                    new IndexEntry(user, IndexKey.of("u"))))));
            space.reading(tx -> {
                for (IndexSchema index : collection.indexes()) {
                    assertThat(tx.ids(Scan.of(collection, index))).containsExactly("1");
                }
            });
        }
    }
}
