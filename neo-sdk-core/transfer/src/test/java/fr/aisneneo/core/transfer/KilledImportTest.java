package fr.aisneneo.core.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.error.NeoException;
import fr.aisneneo.core.tck.process.ChildJvm;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An import is killed in the middle, as often as it takes, and comes to exactly the same store. */
@Tag("heavy")
@Timeout(value = 240, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KilledImportTest {
    private static final int DOCUMENTS = 9_500;
    /** Where the child waits to be killed, should it come so far. */
    private static final int HELD = 8_000;

    @TempDir
    private Path directory;

    @Test
    void whatWasKilledGoesOnWhereItsLastChunkWasWritten() throws Exception {
        Path file = directory.resolve("neo.jsonl");
        String place = "rocksdb:" + directory.resolve("store");
        try (Town from = Engine.inMemory()) {
            from.books(Town.LAON, 2);
            from.keeps(
                    Town.LAON,
                    IntStream.range(0, DOCUMENTS)
                            .mapToObj(i -> new Packed("p" + i, new byte[i % 300]))
                            .toArray(Packed[]::new));
            from.transfer.exportTo(file, step -> {});
            Random random = new Random();
            long killedAt = 0;
            for (int time = 0; time < 2; time++) {
                try (ChildJvm child =
                        ChildJvm.start(ImportingChild.class, place, file.toString(), Long.toString(HELD))) {
                    int chunks = 1 + random.nextInt(3);
                    for (int chunk = 0; chunk < chunks && killedAt < HELD; chunk++) {
                        long documents = Long.parseLong(String.valueOf(child.line()));
                        assertThat(documents).as("nothing is written twice").isGreaterThan(killedAt);
                        killedAt = documents;
                    }
                    for (String line : child.kill()) {
                        killedAt = Long.parseLong(line);
                    }
                }
                if (killedAt >= HELD) {
                    break;
                }
            }
            try (Town to = new Town(Neo.open(place))) {
                NeoException unfinished = Refusal.of(TransferError.UNFINISHED, to.transfer::requireComplete);
                assertThat((Long) unfinished.facts().get("documents"))
                        .as("what was acknowledged is there")
                        .isGreaterThanOrEqualTo(killedAt);
                to.transfer.resume(file, step -> {});
                assertThat(Exported.from(to).documents())
                        .isEqualTo(Exported.from(from).documents());
            }
        }
    }
}
