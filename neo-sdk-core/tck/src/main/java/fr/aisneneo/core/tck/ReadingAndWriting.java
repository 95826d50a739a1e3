package fr.aisneneo.core.tck;

import static fr.aisneneo.core.tck.Refusals.refused;
import static fr.aisneneo.core.tck.Samples.BY_NAME;
import static fr.aisneneo.core.tck.Samples.PACKED;
import static fr.aisneneo.core.tck.Samples.PEOPLE;
import static fr.aisneneo.core.tck.Samples.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.storage.spi.DocumentWrite;
import fr.aisneneo.core.storage.spi.StoredDocument;
import fr.aisneneo.core.tenant.TenantId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Documents one by one: what is written is there, what is not stays away. */
interface ReadingAndWriting extends StorageContract {

    @Test
    default void aDocumentComesBackAsItWasWritten() {
        Space space = newSpace();
        byte[] body = Bodies.text("{\"name\":\"Zoé\"}");
        long version = space.write(tx -> tx.insert(PLAIN, new DocumentWrite("a-1", 7, body, List.of())));

        StoredDocument read = space.read(tx -> tx.get(PLAIN, "a-1"));

        assertThat(version).isPositive();
        assertThat(read.id()).isEqualTo("a-1");
        assertThat(read.version()).isEqualTo(version);
        assertThat(read.schemaVersion()).isEqualTo(7);
        assertThat(Bodies.same(PLAIN, body, read.body())).isTrue();
    }

    @Test
    default void anUnknownDocumentIsNotFound() {
        Space space = newSpace();
        space.writing(tx -> tx.insert(PLAIN, Bodies.plain("a", 1)));

        space.reading(tx -> {
            assertThat(tx.find(PLAIN, "b")).isNull();
            assertThat(tx.find(PLAIN, "A")).as("ids differ by case").isNull();
            assertThat(tx.find(PACKED, "a")).as("another collection").isNull();
        });
    }

    @Test
    default void fetchingDocumentsBeforehandChangesNoAnswer() {
        Space space = newSpace();
        space.writing(tx -> {
            tx.insert(PLAIN, Bodies.plain("a", 1));
            tx.insert(PLAIN, Bodies.plain("b", 2));
            tx.insert(PLAIN, Bodies.plain("c", 3));
        });
        space.as(new TenantId("other")).writing(tx -> tx.insert(PLAIN, Bodies.plain("d", 4)));

        space.writing(tx -> {
            tx.replace(PLAIN, Bodies.plain("a", 10));
            tx.remove(PLAIN, "b");
            tx.prefetch(PLAIN, "a", "b", "c", "c", "d", "é'\"\\{},");
            assertThat(tx.number(PLAIN, "a")).as("what it wrote itself").isEqualTo(10);
            assertThat(tx.has(PLAIN, "b")).isFalse();
            assertThat(tx.number(PLAIN, "c")).isEqualTo(3);
            assertThat(tx.has(PLAIN, "d")).as("of another tenant").isFalse();
            tx.replace(PLAIN, Bodies.plain("c", 30));
            tx.insert(PLAIN, Bodies.plain("d", 40));
        });

        space.reading(tx -> {
            tx.prefetch(PLAIN);
            tx.prefetch(PLAIN, "c", "d");
            assertThat(tx.number(PLAIN, "c")).isEqualTo(30);
            assertThat(tx.number(PLAIN, "d")).isEqualTo(40);
        });
    }

    @Test
    default void theSameIdIsFreeInAnotherCollection() {
        Space space = newSpace();
        space.writing(tx -> {
            tx.insert(PLAIN, Bodies.plain("a", 1));
            tx.insert(PACKED, Bodies.plain("a", 2));
        });
        space.writing(tx -> tx.remove(PLAIN, "a"));

        space.reading(tx -> {
            assertThat(tx.has(PLAIN, "a")).isFalse();
            assertThat(tx.number(PACKED, "a")).isEqualTo(2);
        });
    }

    @Test
    default void aSecondDocumentWithTheSameIdIsRefused() {
        Space space = newSpace();
        space.writing(tx -> tx.insert(PLAIN, Bodies.plain("a", 1)));

        space.writing(tx -> refused(CoreError.DOCUMENT_EXISTS, () -> tx.insert(PLAIN, Bodies.plain("a", 2))));

        assertThat(space.<Long>read(tx -> tx.number(PLAIN, "a"))).isEqualTo(1);
    }

    @Test
    default void anUpdateReplacesBodySchemaVersionAndIndexEntries() {
        Space space = newSpace();
        long first = space.write(tx -> tx.insert(Person.of("a").named("Alix")));
        DocumentWrite changed = Person.of("a").named("Zoé").numbered(5).write();

        long second = space.write(
                tx -> tx.update(PEOPLE, new DocumentWrite("a", 2, changed.body(), changed.entries()), first));

        space.reading(tx -> {
            StoredDocument read = tx.get(PEOPLE, "a");
            assertThat(read.version()).isEqualTo(second).isNotEqualTo(first);
            assertThat(read.schemaVersion()).isEqualTo(2);
            assertThat(Bodies.number(read)).isEqualTo(5);
            assertThat(tx.scan(Scan.of(PEOPLE, BY_NAME).within("Alix"))).isEmpty();
            assertThat(tx.ids(Scan.of(PEOPLE, BY_NAME).within("Zoé"))).containsExactly("a");
        });
    }

    @Test
    default void anUpdateOfAMissingDocumentIsRefused() {
        Space space = newSpace();
        space.writing(tx -> refused(CoreError.DOCUMENT_MISSING, () -> tx.update(PLAIN, Bodies.plain("a", 1), 1)));
        assertThat(space.<Boolean>read(tx -> tx.has(PLAIN, "a"))).isFalse();
    }

    @Test
    default void anUpdateOfAnotherVersionIsRefused() {
        Space space = newSpace();
        long first = space.write(tx -> tx.insert(PLAIN, Bodies.plain("a", 1)));
        long second = space.write(tx -> tx.update(PLAIN, Bodies.plain("a", 2), first));

        space.writing(tx -> {
            refused(CoreError.DOCUMENT_CHANGED, () -> tx.update(PLAIN, Bodies.plain("a", 3), first));
            refused(CoreError.DOCUMENT_CHANGED, () -> tx.update(PLAIN, Bodies.plain("a", 3), second + 1));
            refused(CoreError.DOCUMENT_CHANGED, () -> tx.update(PLAIN, Bodies.plain("a", 3), 0));
        });

        assertThat(space.<Long>read(tx -> tx.number(PLAIN, "a"))).isEqualTo(2);
    }

    @Test
    default void aDeletedDocumentIsGoneFromEveryOrder() {
        Space space = newSpace();
        space.writing(tx -> tx.insert(Person.of("a").named("Alix").withBadge("laon", 1)));

        space.writing(tx -> tx.remove(PEOPLE, "a"));

        space.reading(tx -> {
            assertThat(tx.find(PEOPLE, "a")).isNull();
            assertThat(tx.scan(Scan.ofIds(PEOPLE))).isEmpty();
            assertThat(tx.scan(Scan.of(PEOPLE, BY_NAME))).isEmpty();
            assertThat(tx.scan(Scan.of(PEOPLE, Samples.BY_BADGE))).isEmpty();
        });
    }

    @Test
    default void aDeletionOfAMissingDocumentOrAnotherVersionIsRefused() {
        Space space = newSpace();
        long first = space.write(tx -> tx.insert(PLAIN, Bodies.plain("a", 1)));
        long second = space.write(tx -> tx.update(PLAIN, Bodies.plain("a", 2), first));

        space.writing(tx -> {
            refused(CoreError.DOCUMENT_MISSING, () -> tx.delete(PLAIN, "b", 1));
            refused(CoreError.DOCUMENT_CHANGED, () -> tx.delete(PLAIN, "a", first));
            refused(CoreError.DOCUMENT_CHANGED, () -> tx.delete(PLAIN, "a", second + 1));
        });

        assertThat(space.<Long>read(tx -> tx.number(PLAIN, "a"))).isEqualTo(2);
    }

    @Test
    default void aTransactionThatIsRolledBackLeavesNothing() {
        Space space = newSpace();
        space.writing(tx -> {
            tx.insert(Person.of("kept").named("Kim").withBadge("laon", 1));
            tx.insert(Person.of("changed").named("Cléo"));
        });

        try (TenantTransaction tx = space.beginWrite()) {
            tx.insert(Person.of("new").named("Nour").withBadge("laon", 2));
            tx.replace(Person.of("changed").named("Zoé"));
            tx.remove(PEOPLE, "kept");
            tx.rollback();
        }

        space.reading(tx -> {
            assertThat(tx.ids(Scan.ofIds(PEOPLE))).containsExactly("changed", "kept");
            assertThat(tx.ids(Scan.of(PEOPLE, BY_NAME))).containsExactly("changed", "kept");
            assertThat(tx.ids(Scan.of(PEOPLE, Samples.BY_BADGE))).containsExactly("kept");
        });
    }

    @Test
    default void aTransactionWithoutWritesCommits() {
        Space space = newSpace();
        try (TenantTransaction tx = space.beginWrite("a", "b")) {
            tx.commit();
        }
        space.writing(tx -> assertThat(tx.has(PLAIN, "a")).isFalse());
        space.writing(tx -> {
            tx.insert(PLAIN, Bodies.plain("a", 1));
            tx.remove(PLAIN, "a");
        });
        assertThat(space.<Boolean>read(tx -> tx.has(PLAIN, "a"))).isFalse();
    }
}
