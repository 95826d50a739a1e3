package fr.aisneneo.core.tck;

import static fr.aisneneo.core.tck.Samples.BOOLEANS;
import static fr.aisneneo.core.tck.Samples.INSTANTS;
import static fr.aisneneo.core.tck.Samples.LONGS;
import static fr.aisneneo.core.tck.Samples.STRINGS;
import static fr.aisneneo.core.tck.Samples.TUPLES;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.IndexKey;
import fr.aisneneo.core.storage.spi.ScanHit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The order of every key type, on every engine the same. */
interface IndexOrder extends StorageContract {

    /** Inserts keys that are given in ascending order, shuffled, and expects them back in order, in both directions. */
    private void expectOrder(CollectionSchema collection, List<IndexKey> ascending) {
        Space space = newSpace();
        List<Integer> shuffled = new ArrayList<>();
        for (int i = 0; i < ascending.size(); i++) {
            shuffled.add(i);
        }
        Collections.shuffle(shuffled, new Random(7));
        space.writing(tx -> {
            for (int i : shuffled) {
                tx.insert(
                        collection,
                        Bodies.keyed(
                                collection, "id-" + i, ascending.get(i).values().toArray()));
            }
            assertThat(keys(tx, Scan.ofKeys(collection)))
                    .as("within the transaction")
                    .isEqualTo(ascending);
        });
        space.reading(tx -> {
            assertThat(keys(tx, Scan.ofKeys(collection))).isEqualTo(ascending);
            List<IndexKey> descending = new ArrayList<>(ascending);
            Collections.reverse(descending);
            assertThat(keys(tx, Scan.ofKeys(collection).backwards())).isEqualTo(descending);
            for (IndexKey key : ascending) {
                assertThat(keys(tx, Scan.ofKeys(collection).within(key.values().toArray())))
                        .as("found again")
                        .containsExactly(key);
            }
        });
    }

    private static List<IndexKey> keys(TenantTransaction tx, Scan scan) {
        return tx.scan(scan).stream().map(hit -> hit.position().key()).toList();
    }

    private static List<IndexKey> single(Object... values) {
        List<IndexKey> keys = new ArrayList<>();
        for (Object value : values) {
            keys.add(IndexKey.of(value));
        }
        return keys;
    }

    @Test
    default void stringsAreOrderedByCodePoint() {
        expectOrder(
                STRINGS,
                single(
                        "", " ", "!", "0", "10", "9", "A", "Z", "Zoe", "a", "e", "e\u0301", "f", "z", "À", "É", "à",
                        "é", "œ"));
    }

    @Test
    default void stringsBeyondTheBasicPlaneComeAfterItsPrivateUseArea() {
        // UTF-16 code units would put the surrogates (D800 to DFFF) before E000.
        expectOrder(
                STRINGS,
                single(
                        "\u007F",
                        "\u0080",
                        "\u07FF",
                        "\u0800",
                        "\uD7FF",
                        "\uE000",
                        "\uFFFD",
                        "\uD800\uDC00",
                        "\uD83D\uDE97",
                        "\uDBFF\uDFFF"));
    }

    @Test
    default void controlCharactersAreCharactersLikeAnyOther() {
        expectOrder(
                STRINGS,
                single(
                        "",
                        "\u0001",
                        "\u0001\u0001",
                        "\u0001a",
                        "\u0002",
                        "\t",
                        "\n",
                        "a",
                        "a\u0001",
                        "a\u0001\u0001",
                        "a\u0001b",
                        "a\u0002",
                        "a ",
                        "ab"));
    }

    @Test
    default void aStringComesBeforeThoseThatItStarts() {
        expectOrder(STRINGS, single("a", "aa", "aaa", "aab", "ab", "b", "ba"));
    }

    @Test
    default void quotesAndPatternsMeanNothing() {
        expectOrder(
                STRINGS,
                single("\"", "$1", "%", "'", "' OR '1'='1", "*", "--", "?", "[a]", "\\", "\\u0000", "_", "null", "{}"));
    }

    @Test
    default void longsAreOrderedByValue() {
        expectOrder(
                LONGS,
                single(
                        Long.MIN_VALUE,
                        Long.MIN_VALUE + 1,
                        -4294967296L,
                        -2147483649L,
                        -256L,
                        -255L,
                        -10L,
                        -9L,
                        -1L,
                        0L,
                        1L,
                        9L,
                        10L,
                        127L,
                        128L,
                        255L,
                        256L,
                        2147483648L,
                        4294967296L,
                        Long.MAX_VALUE - 1,
                        Long.MAX_VALUE));
    }

    @Test
    default void instantsAreOrderedByTimeToTheMicrosecond() {
        expectOrder(
                INSTANTS,
                single(
                        Instant.parse("-4712-01-01T00:00:00Z"),
                        Instant.parse("0001-01-01T00:00:00Z"),
                        Instant.parse("1582-10-14T23:59:59.999999Z"),
                        Instant.parse("1969-12-31T23:59:58.999999Z"),
                        Instant.parse("1969-12-31T23:59:59Z"),
                        Instant.parse("1969-12-31T23:59:59.000001Z"),
                        Instant.parse("1969-12-31T23:59:59.999999Z"),
                        Instant.EPOCH,
                        Instant.parse("1970-01-01T00:00:00.000001Z"),
                        Instant.parse("2026-03-29T00:59:59.999999Z"),
                        Instant.parse("2026-03-29T01:00:00Z"),
                        Instant.parse("2038-01-19T03:14:08Z"),
                        Instant.parse("9999-12-31T23:59:59.999999Z"),
                        Instant.parse("+10000-01-01T00:00:00Z")));
    }

    @Test
    default void falseComesBeforeTrue() {
        expectOrder(BOOLEANS, single(false, true));
    }

    @Test
    default void tuplesAreOrderedPartByPart() {
        Instant early = Instant.parse("1969-07-20T20:17:40Z");
        Instant late = Instant.parse("2026-11-23T00:00:00Z");
        expectOrder(
                TUPLES,
                List.of(
                        IndexKey.of("", -1L, true, late),
                        IndexKey.of("", 0L, false, early),
                        IndexKey.of("a", Long.MIN_VALUE, true, late),
                        IndexKey.of("a", -5L, true, early),
                        IndexKey.of("a", 3L, false, early),
                        IndexKey.of("a", 3L, false, late),
                        IndexKey.of("a", 3L, true, early),
                        IndexKey.of("a", Long.MAX_VALUE, false, early),
                        IndexKey.of("a\u0001", -9L, false, early),
                        IndexKey.of("ab", Long.MIN_VALUE, false, early),
                        IndexKey.of("b", 0L, false, early)));
    }

    @Test
    default void documentsWithTheSameTupleFollowTheirIds() {
        Space space = newSpace();
        List<String> ids =
                List.of("\u0001", "1", "10", "2", "A", "a", "a\u0001", "a/b", "ab", "é", "\uE000", "\uD83D\uDE97");
        space.writing(tx -> {
            for (int i = ids.size() - 1; i >= 0; i--) {
                tx.insert(STRINGS, Bodies.keyed(STRINGS, ids.get(i), "same"));
            }
        });
        space.reading(tx -> {
            List<String> backwards = new ArrayList<>(ids);
            Collections.reverse(backwards);
            assertThat(tx.ids(Scan.ofKeys(STRINGS))).isEqualTo(ids);
            assertThat(tx.ids(Scan.ofKeys(STRINGS).backwards())).isEqualTo(backwards);
            assertThat(tx.ids(Scan.ofIds(STRINGS))).as("in the order of ids").isEqualTo(ids);
            assertThat(tx.ids(Scan.ofIds(STRINGS).backwards())).isEqualTo(backwards);
        });
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    default void anyTuplesComeBackInTheirOrder(@ForAll(supplier = AnyTuples.class) List<IndexKey> tuples) {
        Space space = newSpace();
        space.writing(tx -> {
            for (int i = 0; i < tuples.size(); i++) {
                String id = String.format(Locale.ROOT, "%02d", i);
                tx.insert(
                        TUPLES, Bodies.keyed(TUPLES, id, tuples.get(i).values().toArray()));
            }
        });
        // A stable sort: equal tuples stay in the order of their ids.
        List<IndexKey> sorted = new ArrayList<>(tuples);
        sorted.sort(KeyOrder.TUPLES);
        List<ScanHit> hits = space.read(tx -> tx.scan(Scan.ofKeys(TUPLES)));
        assertThat(hits).extracting(hit -> hit.position().key()).isEqualTo(sorted);
        assertThat(hits)
                .isSortedAccordingTo(Comparator.<ScanHit, IndexKey>comparing(
                                hit -> hit.position().key(), KeyOrder.TUPLES)
                        .thenComparing(hit -> hit.position().id()));
        assertThat(hits)
                .allMatch(hit -> hit.position().id().equals(hit.document().id()));
    }
}
