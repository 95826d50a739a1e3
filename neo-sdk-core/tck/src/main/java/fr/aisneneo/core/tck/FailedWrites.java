package fr.aisneneo.core.tck;

import static fr.aisneneo.core.tck.Refusals.refused;
import static fr.aisneneo.core.tck.Samples.BY_BADGE;
import static fr.aisneneo.core.tck.Samples.BY_NAME;
import static fr.aisneneo.core.tck.Samples.BY_VISIT;
import static fr.aisneneo.core.tck.Samples.PEOPLE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.NeoException;
import fr.aisneneo.core.storage.spi.ScanHit;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A write that is refused leaves its transaction usable and as it was: the caller may answer, or try something else.
 */
interface FailedWrites extends StorageContract {

    private Space twoPeople() {
        Space space = newSpace();
        space.writing(tx -> {
            tx.insert(Person.of("1").named("Bo").withBadge("laon", 1));
            tx.insert(Person.of("2").named("Di").withBadge("laon", 2));
        });
        return space;
    }

    private static void expectUnchanged(TenantTransaction tx) {
        assertThat(tx.ids(Scan.ofIds(PEOPLE))).containsExactly("1", "2");
        assertThat(tx.ids(Scan.of(PEOPLE, BY_NAME))).containsExactly("1", "2");
        assertThat(tx.ids(Scan.of(PEOPLE, BY_BADGE))).containsExactly("1", "2");
        assertThat(tx.scan(Scan.of(PEOPLE, BY_VISIT))).isEmpty();
        assertThat(tx.number(PEOPLE, "1")).isZero();
    }

    @Test
    default void aRefusedInsertChangesNothing() {
        Space space = twoPeople();
        Person taken = Person.of("3").named("Al").withBadge("laon", 2).seen(Instant.EPOCH, true);
        space.writing(tx -> {
            refused(CoreError.UNIQUE_TAKEN, () -> tx.insert(taken));
            expectUnchanged(tx);
            refused(
                    CoreError.DOCUMENT_EXISTS,
                    () -> tx.insert(Person.of("1").named("Al").numbered(9)));
            expectUnchanged(tx);
        });
        space.reading(FailedWrites::expectUnchanged);
    }

    @Test
    default void aRefusedUpdateChangesNothing() {
        Space space = twoPeople();
        Person taken = Person.of("1")
                .named("Zu")
                .withBadge("laon", 2)
                .seen(Instant.EPOCH, true)
                .numbered(9);
        space.writing(tx -> {
            refused(CoreError.UNIQUE_TAKEN, () -> tx.replace(taken));
            expectUnchanged(tx);
            refused(
                    CoreError.DOCUMENT_CHANGED,
                    () -> tx.update(PEOPLE, taken.withoutBadge().write(), 0));
            expectUnchanged(tx);
        });
        space.reading(FailedWrites::expectUnchanged);
    }

    @Test
    default void aTransactionGoesOnAfterARefusal() {
        Space space = twoPeople();
        space.writing(tx -> {
            tx.insert(Person.of("3").named("Ed").withBadge("laon", 3));
            refused(CoreError.UNIQUE_TAKEN, () -> tx.insert(Person.of("4").withBadge("laon", 3)));
            refused(CoreError.DOCUMENT_MISSING, () -> tx.delete(PEOPLE, "5", 1));
            tx.insert(Person.of("4").named("Fa").withBadge("laon", 4));
            tx.replace(Person.of("1").named("Zu").withBadge("laon", 1));
        });
        space.reading(tx -> {
            List<ScanHit> hits = tx.scan(Scan.of(PEOPLE, BY_NAME));
            assertThat(TenantTransaction.ids(hits)).containsExactly("2", "3", "4", "1");
            assertThat(tx.ids(Scan.of(PEOPLE, BY_BADGE))).containsExactly("1", "2", "3", "4");
        });
    }

    @Test
    default void aRefusalNamesCollectionIndexAndIdButNoOtherDocument() {
        Space space = twoPeople();
        space.writing(tx -> {
            NeoException exists = refused(CoreError.DOCUMENT_EXISTS, () -> tx.insert(Person.of("1")));
            assertThat(exists.facts()).containsEntry("collection", "tck_people").containsEntry("id", "1");

            NeoException taken = refused(
                    CoreError.UNIQUE_TAKEN,
                    () -> tx.insert(Person.of("3").named("Al").withBadge("laon", 2)));
            assertThat(taken.facts()).containsOnlyKeys("collection", "index");
            assertThat(taken.facts()).containsEntry("collection", "tck_people").containsEntry("index", "by_badge");

            NeoException missing = refused(CoreError.DOCUMENT_MISSING, () -> tx.delete(PEOPLE, "5", 1));
            assertThat(missing.facts())
                    .containsEntry("collection", "tck_people")
                    .containsEntry("id", "5");
        });
    }
}
