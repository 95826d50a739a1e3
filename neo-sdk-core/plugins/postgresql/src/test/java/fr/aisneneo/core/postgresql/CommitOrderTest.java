package fr.aisneneo.core.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.storage.spi.BodyFormat;
import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.DocumentWrite;
import fr.aisneneo.core.storage.spi.IndexEntry;
import fr.aisneneo.core.storage.spi.IndexKey;
import fr.aisneneo.core.storage.spi.IndexSchema;
import fr.aisneneo.core.storage.spi.PartType;
import fr.aisneneo.core.storage.spi.ScanRequest;
import fr.aisneneo.core.tenant.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who waits for whose commit. */
class CommitOrderTest {
    private static final TenantId LAON = new TenantId("laon");
    private static final IndexSchema BY_SPACE = new IndexSchema(
            "by_space",
            false,
            false,
            List.of(
                    new IndexSchema.IndexPart("space", PartType.STRING),
                    new IndexSchema.IndexPart("start", PartType.LONG)));
    private static final CollectionSchema STAYS = new CollectionSchema("stays", BodyFormat.BINARY, List.of(BY_SPACE));

    private static Knowledge.Key key(String id) {
        return new Knowledge.Key("stays", LAON, id);
    }

    private static Footprint of(Consumer<Footprint> what) {
        Footprint footprint = new Footprint();
        what.accept(footprint);
        return footprint;
    }

    private static DocumentWrite write(String id, String space) {
        List<IndexEntry> entries = List.of(new IndexEntry(BY_SPACE, IndexKey.of(space, 5L)));
        return new DocumentWrite(id, 1, new byte[0], entries);
    }

    private static Footprint writing(String id, String space) {
        return of(footprint -> footprint.updated(key(id), write(id, space)));
    }

    private static Footprint inserting(String id) {
        return of(footprint -> footprint.inserted(key(id), write(id, "x")));
    }

    private static Footprint reading(String id) {
        return of(footprint -> footprint.read(key(id)));
    }

    private static Footprint scanning(@Nullable IndexSchema index, IndexKey lower, IndexKey upper) {
        return of(footprint ->
                footprint.scanned(new ScanRequest(STAYS, LAON, index, lower, true, upper, true, false, null, 10)));
    }

    private static void meet(Footprint one, Footprint other, boolean expected) {
        assertThat(one.meets(other)).isEqualTo(expected);
        assertThat(other.meets(one)).isEqualTo(expected);
    }

    @Test
    void whoReadADocumentMeetsWhoWroteOrDeletedIt() {
        meet(reading("a"), writing("a", "x"), true);
        meet(reading("a"), of(footprint -> footprint.deleted(key("a"))), true);
        meet(reading("b"), writing("a", "x"), false);
        meet(reading("a"), reading("a"), false);
        meet(writing("a", "x"), writing("b", "x"), false);
    }

    @Test
    void whoReadARangeMeetsWhoWroteIntoIt() {
        meet(scanning(BY_SPACE, IndexKey.of("x", 1L), IndexKey.of("x", 9L)), writing("a", "x"), true);
        meet(scanning(BY_SPACE, IndexKey.of("x", 1L), IndexKey.of("x")), writing("a", "y"), false);
        meet(scanning(BY_SPACE, IndexKey.of("a"), IndexKey.of("b")), writing("a", "y"), true);
        meet(scanning(BY_SPACE, IndexKey.EMPTY, IndexKey.EMPTY), writing("a", "y"), true);
        meet(scanning(null, IndexKey.EMPTY, IndexKey.EMPTY), writing("a", "y"), true);
        meet(scanning(null, IndexKey.of("a"), IndexKey.of("a")), writing("a", "y"), true);
        meet(scanning(null, IndexKey.of("b"), IndexKey.of("b")), writing("a", "y"), false);
        meet(
                of(footprint -> footprint.asked("stays", LAON, new IndexEntry(BY_SPACE, IndexKey.of("x", 5L)))),
                writing("a", "x"),
                true);
    }

    @Test
    void whoWroteTheSameDocumentLosesAnywayAndIsNotWaitedFor() {
        Footprint one = writing("a", "x");
        one.read(key("b"));
        Footprint other = writing("a", "x");
        other.deleted(key("b"));
        meet(one, other, false);
        Footprint newcomer = inserting("c");
        newcomer.read(key("b"));
        other.inserted(key("c"), write("c", "x"));
        meet(newcomer, other, false);
    }

    @Test
    void whatIsWrittenAndTakenBackAgainIsAnybodys() {
        Footprint reader = writing("a", "x");
        reader.read(key("b"));
        Footprint writer = writing("a", "x");
        writer.updated(key("b"), write("b", "x"));
        meet(reader, writer, false);
        reader.tookBack();
        meet(reader, writer, true);
        reader.updated(key("a"), write("a", "x"));
        meet(reader, writer, false);
    }

    @Test
    void whatIsAddedAndDeletedAgainIsAnybodys() {
        Footprint reader = inserting("a");
        reader.read(key("b"));
        Footprint writer = inserting("a");
        writer.updated(key("b"), write("b", "x"));
        meet(reader, writer, false);
        writer.deleted(key("a"));
        meet(reader, writer, true);
    }

    @Test
    void documentsThatOnlyShareAHashAreNotTakenForOneThatBothWrote() {
        assertThat("Aa").hasSameHashCodeAs("BB");
        Footprint reader = writing("Aa", "x");
        reader.read(key("b"));
        Footprint writer = writing("BB", "x");
        writer.updated(key("b"), write("b", "x"));
        meet(reader, writer, true);
    }

    @Test
    void whoReadOrWroteVeryMuchMeetsEverybodyItMay() {
        Footprint reader = new Footprint();
        Footprint writer = new Footprint();
        for (int number = 0; number < 5_000; number++) {
            reader.read(key("r" + number));
            writer.deleted(key("w" + number));
        }
        meet(reader, writing("a", "x"), true);
        meet(writer, reading("a"), true);
        meet(writer, writing("a", "x"), false);
        meet(of(Footprint::readAll), writing("a", "x"), true);
        meet(of(Footprint::readAll), reading("a"), false);
    }

    @Test
    void aCommitWaitsForTheAnswerToOneThatItMeetsAndForNoOther() throws Exception {
        CommitOrder order = new CommitOrder(Duration.ofHours(1));
        CommitOrder.Place first = order.enter(writing("a", "x"), false);
        order.enter(writing("b", "x"), false).close();
        order.enter(reading("c"), false).close();
        CountDownLatch about = new CountDownLatch(1);
        FutureTask<Boolean> second = new FutureTask<>(() -> {
            about.countDown();
            try (CommitOrder.Place place = order.enter(reading("a"), false)) {
                return place != null;
            }
        });
        new Thread(second).start();
        about.await();
        assertThat(second.isDone()).isFalse();
        first.close();
        assertThat(second.get()).isTrue();
    }

    @Test
    void whoWaitsTooLongWithLocksLosesSoonAndKeepsItsInterruption() {
        CommitOrder order = new CommitOrder(Duration.ofHours(1));
        try (CommitOrder.Place first = order.enter(writing("a", "x"), true)) {
            assertThat(first).isNotNull();
            Thread.currentThread().interrupt();
            expectRefused(order, true, CoreError.STORAGE_CONFLICT);
            assertThat(Thread.interrupted()).isTrue();
        }
        order.enter(reading("a"), true).close();
    }

    @Test
    void whoIsInNobodysWayWaitsAsLongAsForAnythingElse() {
        CommitOrder order = new CommitOrder(Duration.ofMillis(20));
        try (CommitOrder.Place first = order.enter(writing("a", "x"), false)) {
            assertThat(first).isNotNull();
            expectRefused(order, false, CoreError.STORAGE_BUSY);
            expectRefused(order, true, CoreError.STORAGE_CONFLICT);
        }
        order.enter(reading("a"), false).close();
    }

    private static void expectRefused(CommitOrder order, boolean locks, CoreError expected) {
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> order.enter(reading("a"), locks))
                .matches(e -> e.errorCode() == expected);
    }
}
