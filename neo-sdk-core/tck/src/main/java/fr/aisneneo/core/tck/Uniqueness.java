package fr.aisneneo.core.tck;

import static fr.aisneneo.core.tck.Refusals.refused;
import static fr.aisneneo.core.tck.Samples.BY_BADGE;
import static fr.aisneneo.core.tck.Samples.LOGINS;
import static fr.aisneneo.core.tck.Samples.PEOPLE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.NeoException;
import fr.aisneneo.core.storage.spi.StorageTransaction.Savepoint;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Two documents of a tenant never have the same tuple in a unique index. */
interface Uniqueness extends StorageContract {

    private Space twoBadges() {
        Space space = newSpace();
        space.writing(tx -> {
            tx.insert(Person.of("1").withBadge("laon", 1));
            tx.insert(Person.of("2").withBadge("laon", 2));
        });
        return space;
    }

    private static void expectTaken(Space space, Person person) {
        space.writing(tx -> refused(CoreError.UNIQUE_TAKEN, () -> {
            if (tx.has(PEOPLE, person.id())) {
                tx.replace(person);
            } else {
                tx.insert(person);
            }
        }));
    }

    @Test
    default void aTakenTupleIsRefusedToAnInsert() {
        Space space = twoBadges();
        expectTaken(space, Person.of("3").withBadge("laon", 2));
        assertThat(space.<Boolean>read(tx -> tx.has(PEOPLE, "3"))).isFalse();
    }

    @Test
    default void aTakenTupleIsRefusedToAnUpdate() {
        Space space = twoBadges();
        expectTaken(space, Person.of("1").withBadge("laon", 2));
        space.writing(tx -> tx.insert(Person.of("3")));
        expectTaken(space, Person.of("3").withBadge("laon", 1));
    }

    @Test
    default void aTupleTakenInTheSameTransactionIsRefused() {
        Space space = newSpace();
        space.writing(tx -> {
            tx.insert(Person.of("1").withBadge("laon", 1));
            refused(CoreError.UNIQUE_TAKEN, () -> tx.insert(Person.of("2").withBadge("laon", 1)));
        });
    }

    @Test
    default void anUpdateMayKeepItsOwnTuple() {
        Space space = twoBadges();
        space.writing(tx -> {
            tx.replace(Person.of("1").withBadge("laon", 1).numbered(1));
            tx.replace(Person.of("1").withBadge("laon", 1).numbered(2));
        });
        assertThat(space.<Long>read(tx -> tx.number(PEOPLE, "1"))).isEqualTo(2);
        expectTaken(space, Person.of("3").withBadge("laon", 1));
    }

    @Test
    default void aTupleIsFreeAgainOnceItsDocumentIsDeleted() {
        Space space = twoBadges();
        space.writing(tx -> {
            tx.remove(PEOPLE, "1");
            tx.insert(Person.of("3").withBadge("laon", 1));
        });
        space.writing(tx -> tx.remove(PEOPLE, "2"));
        space.writing(tx -> tx.insert(Person.of("4").withBadge("laon", 2)));
        assertThat(space.<Object>read(tx -> tx.ids(Scan.of(PEOPLE, BY_BADGE)))).isEqualTo(List.of("3", "4"));
    }

    @Test
    default void aTupleIsFreeAgainOnceItsDocumentMovedAway() {
        Space space = twoBadges();
        space.writing(tx -> {
            tx.replace(Person.of("1").withBadge("laon", 9));
            tx.insert(Person.of("3").withBadge("laon", 1));
            tx.replace(Person.of("2").withoutBadge());
        });
        space.writing(tx -> tx.insert(Person.of("4").withBadge("laon", 2)));
        expectTaken(space, Person.of("5").withBadge("laon", 1));
        expectTaken(space, Person.of("5").withBadge("laon", 9));
    }

    @Test
    default void twoDocumentsSwapTheirTuplesWithinOneTransaction() {
        Space space = twoBadges();
        space.writing(tx -> {
            tx.remove(PEOPLE, "1");
            tx.replace(Person.of("2").withBadge("laon", 1));
            tx.insert(Person.of("1").withBadge("laon", 2));
        });
        space.writing(tx -> {
            tx.replace(Person.of("1").withoutBadge());
            tx.replace(Person.of("2").withBadge("laon", 2));
            tx.replace(Person.of("1").withBadge("laon", 1));
        });
        assertThat(space.<Object>read(tx -> tx.ids(Scan.of(PEOPLE, BY_BADGE)))).isEqualTo(List.of("1", "2"));
    }

    @Test
    default void aTupleTakenByATransactionThatWasRolledBackIsFree() {
        Space space = newSpace();
        try (TenantTransaction tx = space.beginWrite()) {
            tx.insert(Person.of("1").withBadge("laon", 1));
            tx.rollback();
        }
        space.writing(tx -> {
            Savepoint before = tx.savepoint();
            tx.insert(Person.of("2").withBadge("laon", 1));
            tx.rollbackTo(before);
            tx.insert(Person.of("3").withBadge("laon", 1));
        });
        assertThat(space.<Object>read(tx -> tx.ids(Scan.ofIds(PEOPLE)))).isEqualTo(List.of("3"));
    }

    @Test
    default void aTupleIsComparedAsAWhole() {
        Space space = twoBadges();
        space.writing(tx -> {
            tx.insert(Person.of("3").withBadge("lao", 1));
            tx.insert(Person.of("4").withBadge("laon\u0001", 1));
            tx.insert(Person.of("5").withBadge("", 1));
            tx.insert(Person.of("6").withBadge("Laon", 1));
            tx.insert(Person.of("7").withBadge("laon ", 1));
            tx.insert(Person.of("8").withBadge("laon", 11));
            tx.insert(Person.of("9").withBadge("laon", -1));
        });
        assertThat(space.<Object>read(tx -> tx.ids(Scan.of(PEOPLE, BY_BADGE).within("laon"))))
                .isEqualTo(List.of("9", "1", "2", "8"));
    }

    @Test
    default void textsThatOnlyLookTheSameAreDifferent() {
        Space space = newSpace();
        space.writing(tx -> {
            for (String login : List.of("zoé", "zoe\u0301", "Zoé", "zoe", "ｚｏｅ", "zoe ")) {
                tx.insert(LOGINS, Bodies.keyed(LOGINS, "id of " + login, login));
            }
            refused(CoreError.UNIQUE_TAKEN, () -> tx.insert(LOGINS, Bodies.keyed(LOGINS, "x", "zoe\u0301")));
        });
    }

    @Test
    default void ofManyThatWantATupleAtTheSameTimeOneGetsIt() {
        Space space = newSpace();
        for (int round = 0; round < 10; round++) {
            int badge = round;
            AtomicInteger winners = new AtomicInteger();
            Crowd.run(8, thread -> {
                try {
                    space.writing(
                            tx -> tx.insert(Person.of(badge + "-" + thread).withBadge("laon", badge)));
                    winners.incrementAndGet();
                } catch (ConflictException e) {
                    assertThat(e.errorCode()).isEqualTo(CoreError.UNIQUE_TAKEN);
                }
            });
            assertThat(winners).hasValue(1);
            assertThat(space.<Object>read(
                            tx -> tx.scan(Scan.of(PEOPLE, BY_BADGE).within("laon", (long) badge))
                                    .size()))
                    .isEqualTo(1);
        }
    }

    @Test
    default void ofManyThatWantAnIdAtTheSameTimeOneGetsIt() {
        Space space = newSpace();
        for (int round = 0; round < 10; round++) {
            String id = "id-" + round;
            AtomicInteger winners = new AtomicInteger();
            Crowd.run(8, thread -> {
                try {
                    space.writing(tx -> tx.insert(Samples.PLAIN, Bodies.plain(id, thread)));
                    winners.incrementAndGet();
                } catch (ConflictException e) {
                    assertThat(e.errorCode()).isEqualTo(CoreError.DOCUMENT_EXISTS);
                }
            });
            assertThat(winners).hasValue(1);
        }
    }

    @Test
    default void aTupleOfADocumentThatIsDeletedMeanwhileIsNotTakenByWhoSawItThere() {
        expectNotTaken(tx -> tx.remove(PEOPLE, "first"));
    }

    @Test
    default void aTupleOfADocumentThatMovesAwayMeanwhileIsNotTakenByWhoSawItThere() {
        expectNotTaken(tx -> tx.replace(Person.of("first").withoutBadge()));
    }

    /** Before the other one it would have been refused, and after it the first document is not as it was seen. */
    private void expectNotTaken(Consumer<TenantTransaction> setFree) {
        Space space = newSpace();
        space.writing(tx -> {
            tx.insert(Person.of("first").withBadge("laon", 1));
            // So that an engine that remembers by pages what was read does not find the conflict by chance.
            for (int number = 0; number < 500; number++) {
                tx.insert(Person.of("in between " + "x".repeat(150) + number).withBadge("laon", 100 + number));
            }
        });
        boolean committed = false;
        try (Peer peer = new Peer();
                TenantTransaction taking = space.beginWrite()) {
            assertThat(taking.has(PEOPLE, "first")).isTrue();
            Future<Boolean> freeing = peer.start(() -> {
                space.writing(setFree);
                return true;
            });
            boolean ignored = Peer.hadItsChance(freeing, chance());
            try {
                taking.insert(Person.of("second").withBadge("laon", 1));
                taking.commit();
                committed = true;
            } catch (NeoException e) {
                assertThat(e.errorCode()).isIn(CoreError.UNIQUE_TAKEN, CoreError.STORAGE_CONFLICT);
            }
            taking.rollback();
            assertThat(Peer.result(freeing)).isTrue();
        }
        assertThat(committed).isFalse();
    }
}
