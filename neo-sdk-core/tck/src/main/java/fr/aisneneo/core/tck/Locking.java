package fr.aisneneo.core.tck;

import static fr.aisneneo.core.tck.Refusals.refused;
import static fr.aisneneo.core.tck.Samples.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.NeoException;
import fr.aisneneo.core.storage.spi.Storage;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** A store of files is open in one place at a time, and says in which. */
interface Locking extends DurableContract {

    private void assumeExclusive() {
        Assumptions.assumeTrue(exclusive(), "Skipped: this engine is not exclusive");
    }

    @Test
    default void aStoreThatIsOpenCannotBeOpenedAgainInTheSameProcess() {
        assumeExclusive();
        Path directory = newDirectory();
        try (Storage storage = openWithSamples(directory)) {
            for (int attempt = 0; attempt < 2; attempt++) {
                NeoException refusal = refused(CoreError.STORAGE_LOCKED, () -> open(directory));
                assertThat(refusal.facts().get("holder")).asString().isNotBlank();
                assertThat(refusal.facts().get("location")).asString().isNotBlank();
            }
            Space space = new Space(storage, newTenant());
            space.writing(tx -> tx.insert(PLAIN, Bodies.plain("a", 1)));
            assertThat(space.<Long>read(tx -> tx.number(PLAIN, "a"))).isEqualTo(1);
        }
        try (Storage storage = openWithSamples(directory)) {
            assertThat(storage.info().durable()).isTrue();
        }
    }

    @Test
    default void aStoreThatIsOpenCannotBeOpenedByAnotherProcess() {
        assumeExclusive();
        Path directory = newDirectory();
        try (Storage storage = openWithSamples(directory)) {
            // An attempt within this process must not loosen what keeps others out.
            refused(CoreError.STORAGE_LOCKED, () -> open(directory));
            try (ChildJvm child = ChildJvm.start(this, ChildMain.Job.OPEN, directory)) {
                assertThat(child.expectNext())
                        .matches("REFUSED storage\\.locked \\S.*")
                        .doesNotContain("null");
            }
            assertThat(storage.info().durable()).isTrue();
        }
        try (ChildJvm child = ChildJvm.start(this, ChildMain.Job.OPEN, directory)) {
            assertThat(child.expectNext()).startsWith("OPENED ");
        }
    }

    @Test
    default void aStoreIsFreeOnceTheProcessThatHeldItIsDead() {
        assumeExclusive();
        Path directory = newDirectory();
        try (ChildJvm child = ChildJvm.start(this, ChildMain.Job.WRITE, directory)) {
            assertThat(child.expectNext()).isNotEmpty();
            NeoException refusal = refused(CoreError.STORAGE_LOCKED, () -> open(directory));
            assertThat(refusal.facts().get("holder")).asString().isNotBlank();
            child.kill();
        }
        openWithSamples(directory).close();
    }
}
