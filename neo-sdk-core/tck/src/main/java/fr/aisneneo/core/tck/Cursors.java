package fr.aisneneo.core.tck;

import static fr.aisneneo.core.tck.Samples.LONGS;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.storage.spi.ScanHit;
import fr.aisneneo.core.storage.spi.ScanPosition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A page ends, the world changes, the next page begins: nothing that stayed is skipped or shown twice. */
interface Cursors extends StorageContract {

    private Space numbers(long... numbers) {
        Space space = newSpace();
        space.writing(tx -> {
            for (long number : numbers) {
                tx.insert(LONGS, Bodies.keyed(LONGS, "id-" + number, number));
            }
        });
        return space;
    }

    private static ScanPosition after(Space space, Scan scan, int hits) {
        return space.read(tx -> tx.scan(scan.first(hits)).get(hits - 1).position());
    }

    private static List<String> rest(Space space, Scan scan, ScanPosition after) {
        return space.read(tx -> tx.ids(scan.after(after)));
    }

    @Test
    default void aCursorResumesBehindADocumentThatWasDeletedSince() {
        Space space = numbers(1, 2, 3, 4);
        Scan all = Scan.ofKeys(LONGS);
        ScanPosition forwards = after(space, all, 2);
        ScanPosition backwards = after(space, all.backwards(), 3);
        space.writing(tx -> tx.remove(LONGS, "id-2"));

        assertThat(rest(space, all, forwards)).containsExactly("id-3", "id-4");
        assertThat(rest(space, all.backwards(), backwards)).containsExactly("id-1");
    }

    @Test
    default void aCursorResumesBehindADocumentThatMovedSince() {
        Space space = numbers(1, 2, 3, 4);
        Scan all = Scan.ofKeys(LONGS);
        ScanPosition forwards = after(space, all, 2);
        space.writing(tx -> {
            tx.replace(LONGS, Bodies.keyed(LONGS, "id-2", 9L));
            tx.replace(LONGS, Bodies.keyed(LONGS, "id-4", 0L));
        });

        assertThat(rest(space, all, forwards)).containsExactly("id-3", "id-2");
    }

    @Test
    default void aCursorSeesWhatWasInsertedBehindItAndNotWhatWasInsertedBefore() {
        Space space = numbers(1, 3, 5);
        Scan all = Scan.ofKeys(LONGS);
        ScanPosition forwards = after(space, all, 2);
        ScanPosition backwards = after(space, all.backwards(), 2);
        space.writing(tx -> {
            tx.insert(LONGS, Bodies.keyed(LONGS, "id-2", 2L));
            tx.insert(LONGS, Bodies.keyed(LONGS, "id-4", 4L));
            tx.insert(LONGS, Bodies.keyed(LONGS, "id-2b", 3L));
            tx.insert(LONGS, Bodies.keyed(LONGS, "id-3b", 3L));
        });

        assertThat(rest(space, all, forwards)).containsExactly("id-3b", "id-4", "id-5");
        assertThat(rest(space, all.backwards(), backwards)).containsExactly("id-2b", "id-2", "id-1");
    }

    @Test
    default void aCursorInTheOrderOfIdsResumesBehindADeletedDocument() {
        Space space = numbers(1, 2, 3, 4);
        Scan all = Scan.ofIds(LONGS);
        ScanPosition forwards = after(space, all, 2);
        space.writing(tx -> {
            tx.remove(LONGS, "id-2");
            tx.remove(LONGS, "id-3");
            tx.insert(LONGS, Bodies.keyed(LONGS, "id-2b", 0L));
        });

        assertThat(rest(space, all, forwards)).containsExactly("id-2b", "id-4");
        assertThat(rest(space, all.backwards(), forwards)).containsExactly("id-1");
    }

    @Test
    default void aCursorKeepsToTheBoundsOfItsRange() {
        Space space = numbers(1, 2, 3, 4, 5, 6);
        Scan middle = Scan.ofKeys(LONGS).from(2L).to(5L);
        assertThat(rest(space, middle, after(space, middle, 2))).containsExactly("id-4", "id-5");
        assertThat(rest(space, middle.backwards(), after(space, middle.backwards(), 2)))
                .containsExactly("id-3", "id-2");
        assertThat(rest(space, middle, after(space, middle, 4))).isEmpty();
        ScanPosition beforeTheRange = after(space, Scan.ofKeys(LONGS), 1);
        assertThat(rest(space, middle, beforeTheRange)).containsExactly("id-2", "id-3", "id-4", "id-5");
        assertThat(rest(space, middle.backwards(), beforeTheRange)).isEmpty();
    }

    @Test
    default void aWalkThroughAChangingCollectionMeetsEachDocumentThatStaysOnce() {
        long[] even = new long[200];
        for (int i = 0; i < even.length; i++) {
            even[i] = i * 2L;
        }
        Space space = numbers(even);
        AtomicBoolean done = new AtomicBoolean();
        try (Peer peer = new Peer()) {
            Future<Boolean> churn = peer.start(() -> {
                SplittableRandom random = new SplittableRandom(3);
                Set<Long> odd = new HashSet<>();
                for (int change = 0; change < 2_000 && !done.get(); change++) {
                    long number = random.nextInt(200) * 2L + 1;
                    boolean add = odd.add(number);
                    space.writing(tx -> {
                        if (add) {
                            tx.insert(LONGS, Bodies.keyed(LONGS, "id-" + number, number));
                        } else {
                            tx.remove(LONGS, "id-" + number);
                        }
                    });
                    if (!add) {
                        odd.remove(number);
                    }
                }
                return true;
            });
            try {
                expectEachEvenNumberOnce(space, Scan.ofKeys(LONGS).first(7));
                expectEachEvenNumberOnce(space, Scan.ofKeys(LONGS).first(3).backwards());
                expectEachEvenNumberOnce(space, Scan.ofIds(LONGS).first(1));
            } finally {
                done.set(true);
            }
            Peer.result(churn);
        }
    }

    /** Walks page by page, each in a transaction of its own. */
    private static void expectEachEvenNumberOnce(Space space, Scan scan) {
        List<String> met = new ArrayList<>();
        ScanPosition after = null;
        while (true) {
            Scan next = scan.after(after);
            List<ScanHit> page = space.read(tx -> tx.scan(next));
            met.addAll(TenantTransaction.ids(page));
            if (page.size() < scan.limit()) {
                break;
            }
            after = page.get(page.size() - 1).position();
        }
        assertThat(met).doesNotHaveDuplicates();
        assertThat(met.stream().filter(id -> Long.parseLong(id.substring(3)) % 2 == 0))
                .hasSize(200);
    }
}
