package fr.aisneneo.core.tck;

import static fr.aisneneo.core.tck.Samples.LONGS;
import static fr.aisneneo.core.tck.Samples.PACKED;
import static fr.aisneneo.core.tck.Samples.PLAIN;
import static fr.aisneneo.core.tck.Samples.STRINGS;
import static fr.aisneneo.core.tck.Samples.WIDE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.storage.spi.DocumentWrite;
import fr.aisneneo.core.storage.spi.IndexKey;
import fr.aisneneo.core.storage.spi.StorageLimits;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What {@link StorageLimits} allows, every engine can do. */
interface Limits extends StorageContract {

    /** Texts of exactly so many bytes of UTF-8, in characters of one, two, three and four bytes. */
    private static List<String> texts(int bytes) {
        List<String> texts = new ArrayList<>();
        for (String character : List.of("x", "é", "€", "\uD83D\uDE97")) {
            int width = character.getBytes(StandardCharsets.UTF_8).length;
            texts.add("y".repeat(bytes % width) + character.repeat(bytes / width));
        }
        return texts;
    }

    @Test
    default void idsOfTheLongestSizeAreFine() {
        Space space = newSpace();
        List<String> ids = texts(StorageLimits.ID_BYTES);
        ids.add("\u0001".repeat(StorageLimits.ID_BYTES));
        space.writing(tx -> ids.forEach(id -> tx.insert(STRINGS, Bodies.keyed(STRINGS, id, "same"))));
        List<String> sorted = ids.stream().sorted(KeyOrder.TEXTS).toList();
        space.reading(tx -> {
            ids.forEach(id -> assertThat(tx.get(STRINGS, id).id()).isEqualTo(id));
            assertThat(tx.ids(Scan.ofIds(STRINGS))).isEqualTo(sorted);
            assertThat(tx.ids(Scan.ofKeys(STRINGS))).isEqualTo(sorted);
        });
    }

    @Test
    default void textKeysOfTheLongestSizeAreFine() {
        Space space = newSpace();
        List<String> keys = texts(StorageLimits.STRING_PART_BYTES);
        keys.add("x".repeat(StorageLimits.STRING_PART_BYTES - 1));
        keys.add("x".repeat(StorageLimits.STRING_PART_BYTES - 1) + "\u0001");
        keys.add("x".repeat(StorageLimits.STRING_PART_BYTES - 1) + "y");
        space.writing(tx -> {
            for (int i = 0; i < keys.size(); i++) {
                tx.insert(STRINGS, Bodies.keyed(STRINGS, "id-" + i, keys.get(i)));
            }
        });
        List<String> sorted = keys.stream().sorted(KeyOrder.TEXTS).toList();
        space.reading(tx -> assertThat(tx.scan(Scan.ofKeys(STRINGS)))
                .extracting(hit -> hit.position().key().values().get(0))
                .isEqualTo(sorted));
    }

    @Test
    default void tuplesOfTheLongestSizeAreFine() {
        Space space = newSpace();
        String half = "x".repeat(StorageLimits.STRING_PART_BYTES);
        int rest = StorageLimits.TUPLE_BYTES - 2 * StorageLimits.STRING_PART_BYTES - 5 * Long.BYTES;
        IndexKey first = IndexKey.of(half, half, "y".repeat(rest), 1L, 2L, 3L, Instant.EPOCH, false);
        IndexKey second = IndexKey.of(half, half, "y".repeat(rest), 1L, 2L, 3L, Instant.EPOCH, true);
        String id = "i".repeat(StorageLimits.ID_BYTES);
        space.writing(tx -> {
            tx.insert(WIDE, Bodies.keyed(WIDE, "j", second.values().toArray()));
            tx.insert(WIDE, Bodies.keyed(WIDE, id, first.values().toArray()));
        });
        space.reading(tx -> {
            assertThat(tx.ids(Scan.ofKeys(WIDE))).containsExactly(id, "j");
            assertThat(tx.scan(Scan.ofKeys(WIDE).backwards()).get(0).position().key())
                    .isEqualTo(second);
            assertThat(tx.ids(Scan.ofKeys(WIDE).behind(first.values().toArray())))
                    .containsExactly("j");
        });
    }

    @Test
    default void tenThousandDocumentsAreWrittenAllOrNone() {
        Space space = newSpace();
        try (TenantTransaction tx = space.beginWrite()) {
            insertNumbers(tx, 10_000);
            tx.rollback();
        }
        assertThat(space.<Boolean>read(tx -> tx.scan(Scan.ofIds(LONGS)).isEmpty()))
                .isTrue();

        space.writing(tx -> insertNumbers(tx, 10_000));
        space.reading(tx -> {
            assertThat(tx.pages(Scan.ofKeys(LONGS))).hasSize(10_000);
            assertThat(tx.pages(Scan.ofIds(LONGS).backwards())).hasSize(10_000);
        });
        space.writing(tx -> tx.pages(Scan.ofIds(LONGS))
                .forEach(hit ->
                        tx.delete(LONGS, hit.document().id(), hit.document().version())));
        assertThat(space.<Boolean>read(tx -> tx.scan(Scan.ofKeys(LONGS)).isEmpty()))
                .isTrue();
    }

    @Test
    default void aTransactionWritesAHundredThousandDocuments() {
        Space space = newSpace();
        space.writing(tx -> {
            for (int number = 0; number < StorageLimits.TRANSACTION_WRITES; number++) {
                tx.insert(PLAIN, Bodies.plain("id-" + number, number));
            }
        });
        space.reading(tx -> {
            assertThat(tx.number(PLAIN, "id-0")).isZero();
            assertThat(tx.number(PLAIN, "id-99999")).isEqualTo(99_999);
            assertThat(tx.pages(Scan.ofIds(PLAIN))).hasSize(StorageLimits.TRANSACTION_WRITES);
        });
    }

    private static void insertNumbers(TenantTransaction tx, int count) {
        for (long number = 0; number < count; number++) {
            tx.insert(LONGS, Bodies.keyed(LONGS, "id-" + number, number));
        }
    }

    @Test
    default void aTransactionWritesManyLargeBodies() {
        Space space = newSpace();
        byte[] body = new byte[StorageLimits.BODY_BYTES];
        new SplittableRandom(2).nextBytes(body);
        space.writing(tx -> {
            for (int number = 0; number < 8; number++) {
                tx.insert(PACKED, new DocumentWrite("id-" + number, 1, body, List.of()));
            }
        });
        space.reading(tx -> assertThat(tx.scan(Scan.ofIds(PACKED)))
                .hasSize(8)
                .allSatisfy(hit -> assertThat(hit.document().body()).isEqualTo(body)));
    }

    @Test
    default void idsHoldAnyCharacter() {
        Space space = newSpace();
        List<String> ids = List.of(
                " ",
                "\u0001",
                "\t\n",
                "..",
                "/",
                "a/b",
                "\\",
                "'; drop table x; --",
                "%",
                "_",
                "é",
                "e\u0301",
                "\uE000",
                "\uD83D\uDE97");
        space.writing(tx -> ids.forEach(id -> tx.insert(PLAIN, Bodies.plain(id, id.length()))));
        space.reading(tx -> {
            ids.forEach(id -> assertThat(tx.number(PLAIN, id)).isEqualTo(id.length()));
            assertThat(tx.ids(Scan.ofIds(PLAIN))).containsExactlyInAnyOrderElementsOf(ids);
        });
    }
}
