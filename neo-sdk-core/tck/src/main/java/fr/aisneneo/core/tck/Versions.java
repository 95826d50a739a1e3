package fr.aisneneo.core.tck;

import static fr.aisneneo.core.tck.Refusals.refused;
import static fr.aisneneo.core.tck.Samples.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.error.CoreError;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A version stands for one state of a document, for ever: what was read can be compared, cached, sent to a browser. */
interface Versions extends StorageContract {

    @Test
    default void everyCommittedWriteOfADocumentGetsAnotherVersion() {
        Space space = newSpace();
        Set<Long> versions = new HashSet<>();
        versions.add(space.write(tx -> tx.insert(PLAIN, Bodies.plain("a", 0))));
        for (int round = 1; round <= 50; round++) {
            int number = round;
            versions.add(space.write(tx -> tx.replace(PLAIN, Bodies.plain("a", number))));
        }
        assertThat(versions).hasSize(51).allMatch(version -> version > 0);
    }

    @Test
    default void theVersionsOfADeletedDocumentNeverReturn() {
        Space space = newSpace();
        Set<Long> versions = new HashSet<>();
        for (int round = 1; round <= 20; round++) {
            assertThat(versions.add(space.write(tx -> tx.insert(PLAIN, Bodies.plain("a", 0)))))
                    .as("a new version")
                    .isTrue();
            assertThat(versions.add(space.write(tx -> tx.replace(PLAIN, Bodies.plain("a", 1)))))
                    .as("a new version")
                    .isTrue();
            space.writing(tx -> tx.remove(PLAIN, "a"));
        }
    }

    @Test
    default void aDocumentThatWasDeletedAndInsertedAgainIsNotTheOneThatWasRead() {
        Space space = newSpace();
        long read = space.write(tx -> tx.insert(PLAIN, Bodies.plain("a", 1)));
        space.writing(tx -> {
            tx.delete(PLAIN, "a", read);
            tx.insert(PLAIN, Bodies.plain("a", 1));
        });

        space.writing(tx -> {
            refused(CoreError.DOCUMENT_CHANGED, () -> tx.update(PLAIN, Bodies.plain("a", 2), read));
            refused(CoreError.DOCUMENT_CHANGED, () -> tx.delete(PLAIN, "a", read));
        });
    }

    @Test
    default void aTransactionGivesADocumentOneVersion() {
        Space space = newSpace();
        space.writing(tx -> {
            long inserted = tx.insert(PLAIN, Bodies.plain("new", 1));
            assertThat(tx.update(PLAIN, Bodies.plain("new", 2), inserted)).isEqualTo(inserted);
            assertThat(tx.update(PLAIN, Bodies.plain("new", 3), inserted)).isEqualTo(inserted);
            assertThat(tx.get(PLAIN, "new").version()).isEqualTo(inserted);
        });
        long before = space.<Long>read(tx -> tx.get(PLAIN, "new").version());
        space.writing(tx -> {
            long updated = tx.update(PLAIN, Bodies.plain("new", 4), before);
            assertThat(updated).isNotEqualTo(before);
            assertThat(tx.update(PLAIN, Bodies.plain("new", 5), updated)).isEqualTo(updated);
            refused(CoreError.DOCUMENT_CHANGED, () -> tx.update(PLAIN, Bodies.plain("new", 6), before));
        });
        assertThat(space.<Long>read(tx -> tx.number(PLAIN, "new"))).isEqualTo(5);
    }

    @Test
    default void theVersionThatAWriteReturnedIsTheOneThatIsReadLater() {
        Space space = newSpace();
        long inserted = space.write(tx -> tx.insert(PLAIN, Bodies.plain("a", 1)));
        assertThat(space.<Long>read(tx -> tx.get(PLAIN, "a").version())).isEqualTo(inserted);

        long updated = space.write(tx -> tx.update(PLAIN, Bodies.plain("a", 2), inserted));
        assertThat(space.<Long>read(tx -> tx.get(PLAIN, "a").version())).isEqualTo(updated);
        assertThat(space.<Long>read(
                        tx -> tx.scan(Scan.ofIds(PLAIN)).get(0).document().version()))
                .as("in a scan")
                .isEqualTo(updated);
    }

    @Test
    default void aDocumentThatIsNotWrittenKeepsItsVersion() {
        Space space = newSpace();
        long version = space.write(tx -> tx.insert(PLAIN, Bodies.plain("a", 1)));
        for (int round = 0; round < 5; round++) {
            String other = "other-" + round;
            space.writing(tx -> tx.insert(PLAIN, Bodies.plain(other, 1)));
        }
        assertThat(space.<Long>read(tx -> tx.get(PLAIN, "a").version())).isEqualTo(version);
    }
}
