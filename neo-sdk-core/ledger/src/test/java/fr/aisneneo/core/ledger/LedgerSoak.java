package fr.aisneneo.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.tck.process.Crowd;
import fr.aisneneo.core.transfer.Transfer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A long run under random kills, run by {@code ./mvnw -Psoak}: six callers in another JVM pay, set aside, settle,
 * reverse, chain and let expire until it is killed, be it while it opens the store; what had no answer is sent again by
 * the next one. After every kill the store is opened and judged. {@code neo.soak.length} and {@code neo.soak.seed}
 * choose how long it runs and what it does.
 */
@Tag("soak")
abstract class LedgerSoak {
    private static final int LIVES_OF_A_STORE = 8;

    @TempDir
    Path directory;

    private int kills;
    private int acknowledged;
    private int retried;
    private int foundDone;
    private int audits;
    private int moves;
    private String verdict = "FAILED";

    /** A new and empty store of the engine. */
    abstract String newStore(int number) throws Exception;

    /** A new and empty store of the other engine. */
    abstract String otherStore(int number) throws Exception;

    @Test
    @Timeout(value = 1, unit = TimeUnit.DAYS)
    void moneyIsConservedAndNothingAcknowledgedIsLost() throws Exception {
        long seed = Long.getLong("neo.soak.seed", new SplittableRandom().nextLong(1_000_000_000));
        Duration length = Duration.parse(System.getProperty("neo.soak.length", "PT10M"));
        long end = System.nanoTime() + length.toNanos();
        Random random = new Random(seed);
        try {
            for (int store = 0; System.nanoTime() - end < 0; store++) {
                String storage = newStore(store);
                CrashHistory history = new CrashHistory(storage, seed + store);
                try {
                    for (int life = 0; life < LIVES_OF_A_STORE && System.nanoTime() - end < 0; life++) {
                        boolean opening = random.nextInt(10) == 0;
                        history.live(opening ? 0 : 1 + random.nextInt(800), random.nextInt(opening ? 1_500 : 50));
                        within(() -> judge(storage, history, random));
                    }
                    int number = store;
                    within(() -> move(storage, otherStore(number), history, directory.resolve("moved" + number)));
                } finally {
                    kills += history.kills;
                    acknowledged += history.acknowledged;
                    retried += history.retried;
                    foundDone += history.foundDone;
                }
            }
            assertThat(acknowledged).as("commands of seed %s", seed).isPositive();
            verdict = "0 acknowledged lost, 0 holds half done, 0 stuck";
        } finally {
            System.out.println(String.format(
                    Locale.ROOT,
                    "soak of %s, seed %d, %s: %d kills; %d commands acknowledged, %d of them retries of what had no"
                            + " answer, of which %d were done before; %d audits, %d moves to the other engine; %s",
                    getClass().getSimpleName(),
                    seed,
                    length,
                    kills,
                    acknowledged,
                    retried,
                    foundDone,
                    audits,
                    moves,
                    verdict));
        }
    }

    /** Opening, reading and closing come to an end. */
    private static void within(Callable<Boolean> work) {
        assertThat(Crowd.together(1, caller -> work)).isEqualTo(List.of(true));
    }

    private static Town open(String storage) {
        return new Town(Neo.open(storage), new AtomicReference<>(Instant.EPOCH));
    }

    private boolean judge(String storage, CrashHistory history, Random random) {
        AuditReport state;
        try (Town town = open(storage)) {
            history.judge(town);
            history.sendAgain(town, random, 20);
            state = history.judge(town);
        }
        try (Town town = open(storage)) {
            assertThat(town.ledger.history().audit(Town.CHIEF))
                    .as("the state when the store is opened again")
                    .isEqualTo(state);
        }
        audits++;
        return true;
    }

    private boolean move(String storage, String other, CrashHistory history, Path file) {
        try (Town from = open(storage);
                Neo to = Neo.open(other)) {
            Ledger moved = Ledger.of(to);
            Transfer.of(from.neo).exportTo(file, step -> {});
            Transfer.of(to).importFrom(file, step -> {});
            Town there = new Town(to, new AtomicReference<>(Instant.EPOCH));
            assertThat(history.judge(there)).as("the state in the other engine").isEqualTo(history.judge(from));
            assertThat(moved.history().audit(Town.CHIEF).sound()).isTrue();
        }
        moves++;
        return true;
    }
}
