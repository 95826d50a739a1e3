package fr.aisneneo.core.tck;

import static fr.aisneneo.core.tck.Samples.BY_BADGE;
import static fr.aisneneo.core.tck.Samples.BY_NAME;
import static fr.aisneneo.core.tck.Samples.BY_VISIT;
import static fr.aisneneo.core.tck.Samples.PEOPLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A document stands in a partial index only as long as it has an entry. */
interface PartialIndexes extends StorageContract {

    private static void expect(Space space, String... visitors) {
        space.reading(tx -> {
            assertThat(tx.ids(Scan.of(PEOPLE, BY_VISIT))).containsExactly(visitors);
            assertThat(tx.ids(Scan.ofIds(PEOPLE))).containsExactly("1", "2", "3");
            assertThat(tx.ids(Scan.of(PEOPLE, BY_NAME))).containsExactly("1", "2", "3");
        });
    }

    @Test
    default void anEntryAppearsMovesAndDisappearsWithItsDocument() {
        Space space = newSpace();
        Instant noon = Instant.parse("2026-11-23T11:00:00Z");
        space.writing(tx -> {
            tx.insert(Person.of("1"));
            tx.insert(Person.of("2").seen(noon, false));
            tx.insert(Person.of("3"));
        });
        expect(space, "2");

        space.writing(tx -> tx.replace(Person.of("1").seen(noon.plusSeconds(1), true)));
        expect(space, "2", "1");

        space.writing(tx -> tx.replace(Person.of("1").seen(noon.minusSeconds(1), true)));
        expect(space, "1", "2");

        space.writing(tx -> tx.replace(Person.of("2").neverSeen()));
        expect(space, "1");

        space.writing(tx -> tx.replace(Person.of("1").neverSeen().numbered(3)));
        expect(space);
    }

    @Test
    default void anyNumberOfDocumentsMayHaveNoEntryInAUniqueIndex() {
        Space space = newSpace();
        space.writing(tx -> {
            for (int number = 0; number < 5; number++) {
                tx.insert(Person.of("p" + number));
            }
            tx.insert(Person.of("q").withBadge("laon", 1));
        });
        space.writing(tx -> tx.replace(Person.of("q").withoutBadge()));
        space.writing(tx -> tx.insert(Person.of("r").withBadge("laon", 1)));
        space.reading(tx -> {
            assertThat(tx.scan(Scan.ofIds(PEOPLE))).hasSize(7);
            assertThat(tx.ids(Scan.of(PEOPLE, BY_BADGE))).containsExactly("r");
        });
    }

    @Test
    default void anEntryComesAndGoesWithinOneTransaction() {
        Space space = newSpace();
        space.writing(tx -> {
            tx.insert(Person.of("1").withBadge("laon", 1));
            tx.replace(Person.of("1").withoutBadge());
            assertThat(tx.scan(Scan.of(PEOPLE, BY_BADGE))).isEmpty();
            tx.insert(Person.of("2").withBadge("laon", 1));
            tx.replace(Person.of("1").withBadge("laon", 2));
            assertThat(tx.ids(Scan.of(PEOPLE, BY_BADGE))).containsExactly("2", "1");
        });
        assertThat(space.<Object>read(tx -> tx.ids(Scan.of(PEOPLE, BY_BADGE).backwards())))
                .isEqualTo(List.of("1", "2"));
    }

    @Test
    default void documentsShareATupleOfAnIndexThatIsNotUnique() {
        Space space = newSpace();
        space.writing(tx -> {
            for (String id : List.of("3", "1", "2")) {
                tx.insert(Person.of(id).named("Dominique").seen(Instant.EPOCH, true));
            }
        });
        space.writing(tx -> tx.remove(PEOPLE, "2"));
        space.reading(tx -> {
            assertThat(tx.ids(Scan.of(PEOPLE, BY_NAME).within("Dominique"))).containsExactly("1", "3");
            assertThat(tx.ids(Scan.of(PEOPLE, BY_VISIT).within(Instant.EPOCH, true)))
                    .containsExactly("1", "3");
        });
    }
}
