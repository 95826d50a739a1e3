package fr.aisneneo.core.tck;

import static fr.aisneneo.core.tck.Refusals.refused;
import static fr.aisneneo.core.tck.Samples.PEOPLE;
import static fr.aisneneo.core.tck.Samples.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.storage.spi.StorageTransaction.Savepoint;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A transaction that may lose late comes to the same end as any other, if it is run again when it loses. */
interface LateConflicts extends StorageContract {

    private static void late(Space space, Consumer<TenantTransaction> work) {
        space.writing(tx -> {
            tx.engine().allowLateConflicts();
            work.accept(tx);
        });
    }

    private Space somePeople() {
        Space space = newSpace();
        late(space, tx -> {
            tx.insert(PLAIN, Bodies.plain("a", 1));
            tx.insert(Person.of("1").withBadge("laon", 1));
            tx.insert(Person.of("2").withBadge("laon", 2));
        });
        return space;
    }

    @Test
    default void whatIsTakenIsRefusedInTheEndAndNothingIsWritten() {
        Space space = somePeople();
        refused(
                CoreError.DOCUMENT_EXISTS,
                () -> late(space, tx -> {
                    tx.insert(PLAIN, Bodies.plain("b", 1));
                    tx.insert(PLAIN, Bodies.plain("a", 2));
                }));
        refused(
                CoreError.UNIQUE_TAKEN,
                () -> late(space, tx -> tx.insert(Person.of("3").withBadge("laon", 1))));
        refused(
                CoreError.UNIQUE_TAKEN,
                () -> late(space, tx -> tx.replace(Person.of("2").withBadge("laon", 1))));
        refused(
                CoreError.UNIQUE_TAKEN,
                () -> late(space, tx -> {
                    tx.insert(Person.of("3").withBadge("laon", 3));
                    tx.insert(Person.of("4").withBadge("laon", 3));
                }));
        refused(
                CoreError.DOCUMENT_EXISTS,
                () -> late(space, tx -> {
                    tx.insert(PLAIN, Bodies.plain("c", 1));
                    tx.insert(PLAIN, Bodies.plain("c", 2));
                }));
        space.reading(tx -> {
            assertThat(tx.ids(Scan.ofIds(PLAIN))).containsExactly("a");
            assertThat(tx.number(PLAIN, "a")).isEqualTo(1);
            assertThat(tx.ids(Scan.ofIds(PEOPLE))).containsExactly("1", "2");
        });
    }

    @Test
    default void whatWasRefusedIsWrittenOnceItIsFree() {
        Space space = somePeople();
        refused(CoreError.DOCUMENT_EXISTS, () -> late(space, tx -> tx.insert(PLAIN, Bodies.plain("a", 2))));
        late(space, tx -> {
            tx.remove(PLAIN, "a");
            tx.insert(PLAIN, Bodies.plain("a", 3));
            tx.replace(Person.of("1").withBadge("laon", 3));
            tx.replace(Person.of("2").withBadge("laon", 1));
        });
        assertThat(space.<Long>read(tx -> tx.number(PLAIN, "a"))).isEqualTo(3);
    }

    @Test
    default void manyWritesAndMarksEndAsTheyDoAtOnce() {
        Space space = somePeople();
        late(space, tx -> {
            for (int number = 0; number < 400; number++) {
                Savepoint mark = tx.savepoint();
                tx.insert(PLAIN, Bodies.plain("many-" + number, number));
                if (number % 2 == 1 && tx.has(PLAIN, "many-" + (number - 1))) {
                    tx.replace(PLAIN, Bodies.plain("many-" + (number - 1), -number));
                }
                if (number % 100 == 50) {
                    tx.rollbackTo(mark);
                    assertThat(tx.has(PLAIN, "many-" + number)).isFalse();
                }
            }
        });
        space.reading(tx -> {
            assertThat(tx.scan(Scan.ofIds(PLAIN).first(1_000))).hasSize(397);
            assertThat(tx.number(PLAIN, "many-0")).isEqualTo(-1);
            assertThat(tx.number(PLAIN, "many-399")).isEqualTo(399);
        });
    }

    @Test
    default void whoGivesUpWhatWouldHaveBeenRefusedHasLost() {
        Space space = somePeople();
        expectRefusedTheSecondTime(space, (tx, mark) -> tx.rollback());
    }

    @Test
    default void whoGoesBackBehindWhatWouldHaveBeenRefusedHasLost() {
        Space space = somePeople();
        expectRefusedTheSecondTime(space, TenantTransaction::rollbackTo);
    }

    private static void expectRefusedTheSecondTime(Space space, BiConsumer<TenantTransaction, Savepoint> end) {
        for (int attempt = 1; ; attempt++) {
            try (TenantTransaction tx = space.beginWrite()) {
                tx.engine().allowLateConflicts();
                Savepoint mark = tx.savepoint();
                try {
                    tx.insert(PLAIN, Bodies.plain("a", 2));
                } catch (ConflictException e) {
                    assertThat(e.errorCode()).isEqualTo(CoreError.DOCUMENT_EXISTS);
                    return;
                }
                assertThat(attempt).isEqualTo(1);
                try {
                    end.accept(tx, mark);
                } catch (StorageException e) {
                    assertThat(e.errorCode()).isEqualTo(CoreError.STORAGE_CONFLICT);
                }
            }
        }
    }
}
