package fr.aisneneo.core.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.error.NeoException;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.Index;
import fr.aisneneo.core.storage.Scan;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export of an older release goes into a newer one, never the other way. */
class SchemaVersionsTest {
    @TempDir
    private Path directory;

    /** As it was. */
    public record Then(String id, String name) {}

    /** As it is. */
    public record Now(String id, String title) {}

    private static final DocumentCollection<Then> THEN =
            DocumentCollection.json("thing", Then.class, Then::id).build();
    private static final Index<Now> BY_TITLE =
            Index.<Now>named("by_title").string("title", Now::title).build();
    private static final DocumentCollection<Now> NOW = DocumentCollection.json("thing", Now.class, Now::id)
            .upgrade(body -> body.put("title", body.remove("name")))
            .index(BY_TITLE)
            .build();

    private static byte[] export(Neo neo) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Transfer.of(neo).exportTo(out, step -> {});
        return out.toByteArray();
    }

    @Test
    void documentsAreUpgradedOnTheirWay() {
        try (Neo before = Neo.open("memory:");
                Neo after = Neo.open("memory:")) {
            before.store().declare(THEN);
            before.store()
                    .write(
                            Contention.none(),
                            tx -> tx.documents(THEN, Town.LAON).insert(new Then("a", "Hub")));
            after.store().declare(NOW);
            byte[] file = export(before);
            Transfer.of(after).importFrom(new ByteArrayInputStream(file), step -> {});
            List<Now> found = after.store()
                    .read(tx -> tx.documents(NOW, Town.LAON)
                            .scan(Scan.by(BY_TITLE).equalTo("Hub"))
                            .values());
            assertThat(found).containsExactly(new Now("a", "Hub"));
            // What is complete is recognised although its documents are others than those of the file.
            Transfer.of(after).resume(new ByteArrayInputStream(file), step -> {});

            byte[] newer = export(after);
            try (Neo again = Neo.open("memory:")) {
                again.store().declare(THEN);
                NeoException refusal = Refusal.of(
                        TransferError.SCHEMA,
                        () -> Transfer.of(again).importFrom(new ByteArrayInputStream(newer), step -> {}));
                assertThat(refusal.facts()).containsEntry("found", 2).containsEntry("known", 1);
            }
        }
    }

    @Test
    void aCollectionThatThisProcessDoesNotKnowIsNotLeftOut() {
        String place = "rocksdb:" + directory.resolve("store");
        try (Neo with = Neo.open(place)) {
            with.store().declare(THEN);
        }
        try (Neo without = Neo.open(place)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            NeoException refusal = Refusal.of(
                    TransferError.UNDECLARED, () -> Transfer.of(without).exportTo(out, step -> {}));
            assertThat(refusal.facts()).containsEntry("collections", "thing");
            assertThat(out.size()).isZero();
            try (Neo empty = Neo.open("memory:")) {
                byte[] file = export(empty);
                Refusal.of(
                        TransferError.UNDECLARED,
                        () -> Transfer.of(without).importFrom(new ByteArrayInputStream(file), step -> {}));
            }
        }
    }

    @Test
    void anEmptyStoreMovesToo() {
        try (Neo from = Neo.open("memory:");
                Neo to = Neo.open("memory:")) {
            byte[] file = export(from);
            for (int time = 0; time < 2; time++) {
                Transfer.of(to).importFrom(new ByteArrayInputStream(file), step -> {});
                Transfer.of(to).requireComplete();
            }
            assertThat(Transfer.of(to)
                            .resume(new ByteArrayInputStream(file), step -> {})
                            .documents())
                    .isEmpty();
        }
    }
}
