package fr.aisneneo.core.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Events that had no position when their store was exported. */
@Tag("heavy")
class PendingEventsTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void keepTheirOrderBeforeWhatHappensInTheNewStore(Engine target) throws Exception {
        try (Town from = Engine.POSTGRESQL.town(directory);
                Town to = target.town(directory)) {
            // Far more transactions there than here: whatever that store counts by, it is ahead of this one.
            from.books(Town.LAON, 20);
            for (int value = 1; value <= 3; value++) {
                assertThat(from.appends(Town.LAON, value).position()).isZero();
            }
            to.transfer.importFrom(Exported.from(from).stream(), step -> {});

            to.appends(Town.LAON, 4);

            assertThat(to.measured(Town.LAON)).containsExactly(1.0, 2.0, 3.0, 4.0);
        }
    }
}
