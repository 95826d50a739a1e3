package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Town.CHIEF;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.ledger.book.TransferKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process in which money moves is killed again and again; the soak does it for longer, and on every engine. */
@Tag("heavy")
class CrashTest {
    private static final int LIVES = 4;

    @TempDir
    private Path directory;

    @Test
    @Timeout(value = 4, unit = TimeUnit.MINUTES)
    void whatWasAcknowledgedIsThereAndMoneyIsConservedWhenTheProcessIsKilled() {
        String storage = "rocksdb:" + directory.resolve("store");
        CrashHistory history = new CrashHistory(storage, 4);
        for (int life = 0; life < LIVES; life++) {
            history.live(150 + 60 * life, 3);
            AuditReport state;
            try (Town town = open(storage)) {
                state = history.judge(town);
                town.neo.store().checkpoint(directory.resolve("backup" + life));
            }
            try (Town restored = open("rocksdb:" + directory.resolve("backup" + life))) {
                assertThat(history.judge(restored)).as("a restored backup").isEqualTo(state);
            }
        }
        assertThat(history.done(TransferKind.POST)).isPositive();
        assertThat(history.done(TransferKind.VOID)).isPositive();
        assertThat(history.done(TransferKind.REVERSAL)).isPositive();
        assertThat(history.retried)
                .as("commands without an answer that were sent again")
                .isPositive();
        expire(history, storage);
    }

    private static Town open(String storage) {
        return new Town(Neo.open(storage), new AtomicReference<>(Instant.EPOCH));
    }

    /** A day later: what was set aside for a time is released, once, also where the process was killed over it. */
    private static void expire(CrashHistory history, String storage) {
        AtomicReference<Instant> clock = new AtomicReference<>(Instant.now().plus(Duration.ofDays(1)));
        try (Town town = new Town(storage, clock)) {
            assertThat(town.ledger.expireDue(CHIEF, 1_000)).isPositive();
            assertThat(town.ledger.expireDue(CHIEF, 1_000)).isZero();
            history.judge(town);
            history.sendAgain(town, new Random(4), 100);
            history.judge(town);
        }
    }
}
