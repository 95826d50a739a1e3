package fr.aisneneo.core.tck;

import static fr.aisneneo.core.tck.Samples.BY_NAME;
import static fr.aisneneo.core.tck.Samples.PEOPLE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.storage.spi.ScanHit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A transaction sees its own writes in everything that it reads. */
interface ReadYourWrites extends StorageContract {

    private Space threePeople() {
        Space space = newSpace();
        space.writing(tx -> {
            tx.insert(Person.of("1").named("Bo"));
            tx.insert(Person.of("2").named("Di"));
            tx.insert(Person.of("3").named("Fa"));
        });
        return space;
    }

    @Test
    default void aTransactionReadsWhatItWrote() {
        Space space = threePeople();
        space.writing(tx -> {
            long inserted = tx.insert(Person.of("4").numbered(4));
            long updated = tx.replace(Person.of("1").numbered(10));
            tx.remove(PEOPLE, "2");

            assertThat(tx.get(PEOPLE, "4").version()).isEqualTo(inserted);
            assertThat(tx.number(PEOPLE, "4")).isEqualTo(4);
            assertThat(tx.get(PEOPLE, "1").version()).isEqualTo(updated);
            assertThat(tx.number(PEOPLE, "1")).isEqualTo(10);
            assertThat(tx.find(PEOPLE, "2")).isNull();
        });
    }

    @Test
    default void aScanShowsOwnInsertsAtTheirPlace() {
        Space space = threePeople();
        space.writing(tx -> {
            tx.insert(Person.of("9").named("Al"));
            tx.insert(Person.of("8").named("Cy"));
            tx.insert(Person.of("7").named("Zu"));

            assertThat(tx.ids(Scan.of(PEOPLE, BY_NAME))).containsExactly("9", "1", "8", "2", "3", "7");
            assertThat(tx.ids(Scan.of(PEOPLE, BY_NAME).backwards())).containsExactly("7", "3", "2", "8", "1", "9");
            assertThat(tx.ids(Scan.ofIds(PEOPLE))).containsExactly("1", "2", "3", "7", "8", "9");
            assertThat(tx.ids(Scan.of(PEOPLE, BY_NAME).from("C").before("F"))).containsExactly("8", "2");
        });
    }

    @Test
    default void aScanLeavesOwnDeletionsOut() {
        Space space = threePeople();
        space.writing(tx -> {
            tx.remove(PEOPLE, "2");
            tx.insert(Person.of("4").named("Ed"));
            tx.remove(PEOPLE, "4");

            assertThat(tx.ids(Scan.of(PEOPLE, BY_NAME))).containsExactly("1", "3");
            assertThat(tx.ids(Scan.of(PEOPLE, BY_NAME).first(2))).containsExactly("1", "3");
            assertThat(tx.ids(Scan.ofIds(PEOPLE).backwards())).containsExactly("3", "1");
        });
    }

    @Test
    default void aScanShowsOwnUpdatesAtTheirNewPlaceOnly() {
        Space space = threePeople();
        space.writing(tx -> {
            tx.replace(Person.of("1").named("Zu").numbered(5));

            List<ScanHit> hits = tx.scan(Scan.of(PEOPLE, BY_NAME));
            assertThat(TenantTransaction.ids(hits)).containsExactly("2", "3", "1");
            assertThat(Bodies.number(hits.get(2).document())).isEqualTo(5);

            tx.replace(Person.of("1").named("Bo").numbered(6));
            hits = tx.scan(Scan.of(PEOPLE, BY_NAME));
            assertThat(TenantTransaction.ids(hits)).containsExactly("1", "2", "3");
            assertThat(Bodies.number(hits.get(0).document())).isEqualTo(6);
        });
    }

    @Test
    default void aDocumentThatWasDeletedCanBeInsertedAgainInTheSameTransaction() {
        Space space = threePeople();
        space.writing(tx -> {
            tx.remove(PEOPLE, "2");
            tx.insert(Person.of("2").named("Al").numbered(2));
            assertThat(tx.ids(Scan.of(PEOPLE, BY_NAME))).containsExactly("2", "1", "3");
        });
        space.reading(tx -> {
            assertThat(tx.ids(Scan.of(PEOPLE, BY_NAME))).containsExactly("2", "1", "3");
            assertThat(tx.number(PEOPLE, "2")).isEqualTo(2);
        });
    }

    @Test
    default void aCursorGoesOnThroughOwnWrites() {
        Space space = threePeople();
        space.writing(tx -> {
            ScanHit first = tx.scan(Scan.of(PEOPLE, BY_NAME).first(1)).get(0);
            tx.insert(Person.of("4").named("Al"));
            tx.insert(Person.of("5").named("Cy"));
            tx.remove(PEOPLE, "2");

            assertThat(tx.ids(Scan.of(PEOPLE, BY_NAME).after(first.position()))).containsExactly("5", "3");
        });
    }
}
