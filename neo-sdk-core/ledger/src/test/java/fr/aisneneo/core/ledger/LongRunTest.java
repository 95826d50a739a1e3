package fr.aisneneo.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.ledger.book.TransferStatus;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Long runs from fixed seeds, so that what takes many steps is reached, and is known to be. */
class LongRunTest {
    private static final int RUNS = 5;
    private static final int STEPS = 600;

    @Test
    void aLongRunStaysWithTheModelAndMeetsMostAnswers() {
        Map<TransferStatus, Integer> seen = new EnumMap<>(TransferStatus.class);
        for (int seed = 1; seed <= RUNS; seed++) {
            run(new Random(seed)).forEach((status, times) -> seen.merge(status, times, Integer::sum));
        }
        assertThat(seen.get(TransferStatus.CREATED)).isGreaterThan(RUNS * STEPS / 10);
        assertThat(seen).hasSizeGreaterThan(35);
        assertThat(seen).containsKeys(TransferStatus.CLEARING_NOT_ZERO, TransferStatus.CLEARING_TAKES_NO_PENDING);
    }

    private static Map<TransferStatus, Integer> run(Random random) {
        try (Town town = new Town()) {
            SideBySide run = new SideBySide(town);
            for (int count = 0; count < STEPS; count++) {
                run.step(new SideBySide.Step(
                        random.nextInt(20),
                        random.nextInt(12),
                        random.nextInt(12),
                        random.nextInt(60) == 0 ? Long.MAX_VALUE - random.nextInt(99) : 1 + random.nextInt(60),
                        random.nextInt(31),
                        random.nextInt(SideBySide.TIMEOUTS.length),
                        Math.max(0, random.nextInt(14) - 10)));
                if (count % 5 == 0) {
                    run.compare();
                }
            }
            run.flush();
            run.compare();
            assertThat(town.ledger.history().audit(Town.CHIEF).sound()).isTrue();
            return run.seen;
        }
    }
}
