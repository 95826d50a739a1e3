package fr.aisneneo.core.tck;

import static fr.aisneneo.core.tck.Samples.LONGS;
import static fr.aisneneo.core.tck.Samples.PLAIN;
import static fr.aisneneo.core.tck.Samples.TUPLES;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.storage.spi.IndexKey;
import fr.aisneneo.core.storage.spi.ScanHit;
import fr.aisneneo.core.storage.spi.StorageLimits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Ranges of an order: bounds, directions, limits. */
interface Scanning extends StorageContract {

    /** Documents a1 to a4, b1 to b4, c1 to c4, each at its letter and number. */
    private Space lettersAndNumbers() {
        Space space = newSpace();
        space.writing(tx -> {
            for (String letter : List.of("b", "c", "a")) {
                for (long number = 4; number >= 1; number--) {
                    tx.insert(
                            TUPLES,
                            Bodies.keyed(TUPLES, letter + number, letter, number, number % 2 == 0, Instant.EPOCH));
                }
            }
        });
        return space;
    }

    private static void expect(Space space, Scan scan, String... ids) {
        List<String> backwards = new ArrayList<>(List.of(ids));
        Collections.reverse(backwards);
        space.reading(tx -> {
            assertThat(tx.ids(scan)).as("%s", scan).containsExactly(ids);
            assertThat(tx.ids(scan.backwards())).as("%s", scan.backwards()).isEqualTo(backwards);
        });
    }

    @Test
    default void inclusiveBoundsTakeEverythingThatStartsWithThem() {
        Space space = lettersAndNumbers();
        Scan all = Scan.ofKeys(TUPLES);
        expect(space, all.from("b").to("b"), "b1", "b2", "b3", "b4");
        expect(space, all.from("b", 3L), "b3", "b4", "c1", "c2", "c3", "c4");
        expect(space, all.to("a", 2L), "a1", "a2");
        expect(space, all.from("a", 4L).to("b", 1L), "a4", "b1");
        expect(space, all.from("b", 2L, true).to("b", 2L, true), "b2");
        expect(space, all.from("b", 2L, false).to("b", 3L, false), "b2", "b3");
    }

    @Test
    default void exclusiveBoundsLeaveEverythingThatStartsWithThemOut() {
        Space space = lettersAndNumbers();
        Scan all = Scan.ofKeys(TUPLES);
        expect(space, all.behind("a").before("c"), "b1", "b2", "b3", "b4");
        expect(space, all.behind("b", 3L), "b4", "c1", "c2", "c3", "c4");
        expect(space, all.before("a", 3L), "a1", "a2");
        expect(space, all.behind("a", 3L, false, Instant.EPOCH).before("b", 2L), "a4", "b1");
        expect(space, all.behind("b").before("b"));
    }

    @Test
    default void boundsNeedNotExist() {
        Space space = lettersAndNumbers();
        Scan all = Scan.ofKeys(TUPLES);
        expect(space, all.from("").to("a", 1L), "a1");
        expect(space, all.from("a\u0001").to("b", Long.MIN_VALUE));
        expect(space, all.from("a", 5L).to("b", 2L), "b1", "b2");
        expect(space, all.behind("bb").before("\uDBFF\uDFFF"), "c1", "c2", "c3", "c4");
        expect(space, all.from("d"));
        expect(space, all.before("a"));
        expect(space, all.from("A").to("Z"));
    }

    @Test
    default void anEmptyBoundIsOpenWhenInclusiveAndLeavesNothingWhenExclusive() {
        Space space = lettersAndNumbers();
        Scan all = Scan.ofKeys(TUPLES);
        assertThat(space.<List<String>>read(tx -> tx.ids(all))).hasSize(12);
        expect(space, all.lower(IndexKey.EMPTY, false));
        expect(space, all.upper(IndexKey.EMPTY, false));
        expect(space, all.to("a"), "a1", "a2", "a3", "a4");
        expect(space, all.from("c"), "c1", "c2", "c3", "c4");
    }

    @Test
    default void aRangeThatEndsBeforeItStartsIsEmpty() {
        Space space = lettersAndNumbers();
        Scan all = Scan.ofKeys(TUPLES);
        expect(space, all.from("c").to("a"));
        expect(space, all.from("b", 3L).to("b", 2L));
        expect(space, all.from("b", 3L).before("b", 3L));
        expect(space, all.behind("b").to("b", 2L));
        expect(space, Scan.ofIds(TUPLES).from("c").to("b"));
    }

    @Test
    default void aStringBoundIsAWholeValueNotAPrefixOfOne() {
        Space space = newSpace();
        space.writing(tx -> {
            for (String key : List.of("a", "ab", "abc", "b")) {
                tx.insert(Samples.STRINGS, Bodies.keyed(Samples.STRINGS, key, key));
            }
        });
        Scan all = Scan.ofKeys(Samples.STRINGS);
        expect(space, all.within("a"), "a");
        expect(space, all.behind("a"), "ab", "abc", "b");
        expect(space, all.before("ab"), "a");
    }

    @Test
    default void idsAreARangeToo() {
        Space space = lettersAndNumbers();
        Scan all = Scan.ofIds(TUPLES);
        expect(space, all.from("a3").to("b2"), "a3", "a4", "b1", "b2");
        expect(space, all.behind("a3").before("b2"), "a4", "b1");
        expect(space, all.from("b").before("c"), "b1", "b2", "b3", "b4");
        expect(space, all.within("b"));
        expect(space, all.within("b2"), "b2");
    }

    @Test
    default void anEmptyCollectionHasNoHits() {
        Space space = newSpace();
        expect(space, Scan.ofKeys(TUPLES));
        expect(space, Scan.ofIds(PLAIN));
    }

    @Test
    default void aScanStopsAtItsLimit() {
        Space space = lettersAndNumbers();
        space.reading(tx -> {
            Scan all = Scan.ofKeys(TUPLES);
            assertThat(tx.ids(all.first(1))).containsExactly("a1");
            assertThat(tx.ids(all.backwards().first(2))).containsExactly("c4", "c3");
            assertThat(tx.ids(all.from("b").first(3))).containsExactly("b1", "b2", "b3");
            assertThat(tx.ids(all.within("b").first(5))).hasSize(4);
            assertThat(tx.ids(Scan.ofIds(TUPLES).first(12))).hasSize(12);
        });
    }

    @Test
    default void aScanReturnsAThousandHits() {
        Space space = newSpace();
        space.writing(tx -> {
            for (long number = 0; number < StorageLimits.SCAN_HITS + 5; number++) {
                tx.insert(LONGS, Bodies.keyed(LONGS, "id-" + number, number));
            }
        });
        space.reading(tx -> {
            List<ScanHit> hits = tx.scan(Scan.ofKeys(LONGS));
            assertThat(hits).hasSize(StorageLimits.SCAN_HITS);
            assertThat(hits.get(999).position().key()).isEqualTo(IndexKey.of(999L));
        });
    }

    @Property(tries = 30)
    default void pagesOfAnySizeJoinToTheWhole(
            @ForAll @IntRange(min = 1, max = 14) int size, @ForAll boolean backwards, @ForAll boolean byIds) {
        Space space = lettersAndNumbers();
        Scan order = byIds ? Scan.ofIds(TUPLES) : Scan.ofKeys(TUPLES);
        Scan scan = backwards ? order.backwards() : order;
        space.reading(tx ->
                assertThat(TenantTransaction.ids(tx.pages(scan.first(size)))).isEqualTo(tx.ids(scan)));
    }

    @Test
    default void aHitHoldsTheWholeDocumentAndItsPlace() {
        Space space = newSpace();
        Instant at = Instant.parse("1969-12-31T23:59:59.999999Z");
        long version = space.write(
                tx -> tx.insert(Person.of("é1").named("Zoé").seen(at, true).numbered(42)));
        space.reading(tx -> {
            ScanHit hit = tx.scan(Scan.of(Samples.PEOPLE, Samples.BY_VISIT)).get(0);
            assertThat(hit.position().key()).isEqualTo(IndexKey.of(at, true));
            assertThat(hit.position().id()).isEqualTo("é1");
            assertThat(hit.document().id()).isEqualTo("é1");
            assertThat(hit.document().version()).isEqualTo(version);
            assertThat(hit.document().schemaVersion()).isEqualTo(1);
            assertThat(Bodies.number(hit.document())).isEqualTo(42);

            ScanHit byId = tx.scan(Scan.ofIds(Samples.PEOPLE)).get(0);
            assertThat(byId.position().key()).isEqualTo(IndexKey.EMPTY);
            assertThat(byId.position().id()).isEqualTo("é1");
        });
    }
}
