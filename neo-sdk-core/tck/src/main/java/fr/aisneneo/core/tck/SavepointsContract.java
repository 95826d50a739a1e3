package fr.aisneneo.core.tck;

import static fr.aisneneo.core.tck.Refusals.refused;
import static fr.aisneneo.core.tck.Samples.BY_BADGE;
import static fr.aisneneo.core.tck.Samples.BY_NAME;
import static fr.aisneneo.core.tck.Samples.PEOPLE;
import static fr.aisneneo.core.tck.Samples.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.storage.spi.StorageTransaction.Savepoint;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A part of a transaction can be taken back. */
interface SavepointsContract extends StorageContract {

    private Space twoPeople() {
        Space space = newSpace();
        space.writing(tx -> {
            tx.insert(Person.of("1").named("Bo").withBadge("laon", 1).numbered(1));
            tx.insert(Person.of("2").named("Di").withBadge("laon", 2).numbered(2));
        });
        return space;
    }

    private static void expectTwoPeople(TenantTransaction tx) {
        assertThat(tx.ids(Scan.ofIds(PEOPLE))).containsExactly("1", "2");
        assertThat(tx.ids(Scan.of(PEOPLE, BY_NAME))).containsExactly("1", "2");
        assertThat(tx.ids(Scan.of(PEOPLE, BY_BADGE))).containsExactly("1", "2");
        assertThat(tx.number(PEOPLE, "1")).isEqualTo(1);
        assertThat(tx.number(PEOPLE, "2")).isEqualTo(2);
    }

    private static void change(TenantTransaction tx) {
        tx.insert(Person.of("3").named("Al").withBadge("laon", 3));
        tx.replace(Person.of("1").named("Zu").withBadge("laon", 9).numbered(10));
        tx.remove(PEOPLE, "2");
        tx.insert(Person.of("4").named("Cy").withBadge("laon", 2));
    }

    @Test
    default void aSavepointTakesBackEveryKindOfWrite() {
        Space space = twoPeople();
        space.writing(tx -> {
            long version = tx.get(PEOPLE, "1").version();
            Savepoint start = tx.savepoint();
            change(tx);
            tx.rollbackTo(start);
            expectTwoPeople(tx);
            assertThat(tx.get(PEOPLE, "1").version()).isEqualTo(version);
        });
        space.reading(SavepointsContract::expectTwoPeople);
    }

    @Test
    default void whatWasWrittenBeforeASavepointStays() {
        Space space = twoPeople();
        space.writing(tx -> {
            tx.replace(Person.of("1").named("Ed").withBadge("laon", 7).numbered(7));
            Savepoint middle = tx.savepoint();
            tx.replace(Person.of("1").named("Zu").numbered(8));
            tx.remove(PEOPLE, "1");
            tx.rollbackTo(middle);
            assertThat(tx.number(PEOPLE, "1")).isEqualTo(7);
        });
        space.reading(tx -> {
            assertThat(tx.number(PEOPLE, "1")).isEqualTo(7);
            assertThat(tx.ids(Scan.of(PEOPLE, BY_NAME))).containsExactly("2", "1");
            assertThat(tx.ids(Scan.of(PEOPLE, BY_BADGE).within("laon", 7L))).containsExactly("1");
            assertThat(tx.scan(Scan.of(PEOPLE, BY_BADGE).within("laon", 1L))).isEmpty();
        });
    }

    @Test
    default void aSavepointStaysUsable() {
        Space space = twoPeople();
        space.writing(tx -> {
            Savepoint start = tx.savepoint();
            for (int round = 0; round < 3; round++) {
                change(tx);
                tx.rollbackTo(start);
                expectTwoPeople(tx);
            }
            tx.rollbackTo(start);
            expectTwoPeople(tx);
        });
    }

    @Test
    default void savepointsNest() {
        Space space = newSpace();
        space.writing(tx -> {
            Savepoint outer = tx.savepoint();
            tx.insert(PLAIN, Bodies.plain("a", 1));
            Savepoint middle = tx.savepoint();
            tx.insert(PLAIN, Bodies.plain("b", 1));
            Savepoint inner = tx.savepoint();
            tx.insert(PLAIN, Bodies.plain("c", 1));

            tx.rollbackTo(inner);
            assertThat(tx.ids(Scan.ofIds(PLAIN))).containsExactly("a", "b");
            tx.rollbackTo(middle);
            assertThat(tx.ids(Scan.ofIds(PLAIN))).containsExactly("a");
            tx.insert(PLAIN, Bodies.plain("d", 1));
            Savepoint again = tx.savepoint();
            tx.insert(PLAIN, Bodies.plain("e", 1));
            tx.rollbackTo(again);
            assertThat(tx.ids(Scan.ofIds(PLAIN))).containsExactly("a", "d");
            tx.rollbackTo(outer);
            assertThat(tx.scan(Scan.ofIds(PLAIN))).isEmpty();
            tx.insert(PLAIN, Bodies.plain("f", 1));
        });
        assertThat(space.<Object>read(tx -> tx.ids(Scan.ofIds(PLAIN)))).isEqualTo(List.of("f"));
    }

    @Test
    default void aSavepointThatIsReleasedLeavesTheOthersAsTheyAre() {
        Space space = newSpace();
        space.writing(tx -> {
            Savepoint outer = tx.savepoint();
            Savepoint same = tx.savepoint();
            tx.release(same);
            tx.insert(PLAIN, Bodies.plain("a", 1));
            Savepoint inner = tx.savepoint();
            tx.insert(PLAIN, Bodies.plain("b", 1));
            tx.release(inner);
            Savepoint later = tx.savepoint();
            tx.insert(PLAIN, Bodies.plain("c", 1));

            tx.rollbackTo(later);
            assertThat(tx.ids(Scan.ofIds(PLAIN))).containsExactly("a", "b");
            tx.rollbackTo(outer);
            assertThat(tx.scan(Scan.ofIds(PLAIN))).isEmpty();
            tx.insert(PLAIN, Bodies.plain("d", 1));
        });
        assertThat(space.<Object>read(tx -> tx.ids(Scan.ofIds(PLAIN)))).isEqualTo(List.of("d"));
    }

    @Test
    default void anOuterSavepointTakesInnerOnesAlong() {
        Space space = newSpace();
        space.writing(tx -> {
            Savepoint outer = tx.savepoint();
            tx.insert(PLAIN, Bodies.plain("a", 1));
            tx.savepoint();
            tx.insert(PLAIN, Bodies.plain("b", 1));
            tx.rollbackTo(outer);
            assertThat(tx.scan(Scan.ofIds(PLAIN))).isEmpty();
            refused(CoreError.DOCUMENT_MISSING, () -> tx.delete(PLAIN, "a", 1));
        });
        assertThat(space.<Object>read(tx -> tx.scan(Scan.ofIds(PLAIN)))).isEqualTo(List.of());
    }

    @Test
    default void aRefusalAfterASavepointCanBeTakenBackWithWhatCameBefore() {
        Space space = twoPeople();
        space.writing(tx -> {
            Savepoint start = tx.savepoint();
            tx.insert(Person.of("3").withBadge("laon", 3));
            refused(CoreError.UNIQUE_TAKEN, () -> tx.insert(Person.of("4").withBadge("laon", 1)));
            tx.rollbackTo(start);
            expectTwoPeople(tx);
            tx.insert(Person.of("4").named("Zu").withBadge("laon", 3));
        });
        assertThat(space.<Object>read(tx -> tx.ids(Scan.of(PEOPLE, BY_BADGE)))).isEqualTo(List.of("1", "2", "4"));
    }
}
