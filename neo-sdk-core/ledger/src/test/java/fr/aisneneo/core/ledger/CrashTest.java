package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Town.CHIEF;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.tck.process.ChildJvm;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process in which money moves is killed again and again. */
@Tag("heavy")
class CrashTest {
    private static final int ROUNDS = 3;

    @TempDir
    private Path directory;

    @Test
    @Timeout(value = 4, unit = TimeUnit.MINUTES)
    void whatWasAcknowledgedIsThereAndMoneyIsConservedWhenTheProcessIsKilled() throws Exception {
        Set<TransferId> told = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            payAndKill(told, round, 150 + 100 * round);
            String state;
            try (Town town = new Town("rocksdb:" + directory.resolve("store"))) {
                told.forEach(id -> assertThat(
                                town.ledger.history().transfer(CHIEF, id).id())
                        .isEqualTo(id));
                AuditReport audit = town.ledger.history().audit(CHIEF);
                assertThat(audit.wrong()).isEmpty();
                assertThat(audit.transfers()).isGreaterThanOrEqualTo(told.size());
                assertThat(town.ledger.history().trialBalance(CHIEF).balances()).isTrue();
                town.neo.store().checkpoint(directory.resolve("backup" + round));
                state = audit.stateHash();
            }
            try (Town restored = new Town("rocksdb:" + directory.resolve("backup" + round))) {
                AuditReport audit = restored.ledger.history().audit(CHIEF);
                assertThat(audit.sound()).isTrue();
                assertThat(audit.stateHash()).as("a restored backup").isEqualTo(state);
            }
        }
    }

    private void payAndKill(Set<TransferId> told, int round, int acknowledgements) throws Exception {
        try (ChildJvm child =
                ChildJvm.start(CrashChild.class, directory.resolve("store").toString(), Integer.toString(round))) {
            for (int heard = 0; heard < acknowledgements; heard++) {
                String line = child.line();
                assertThat(line).as("the process ended by itself").isNotNull();
                note(told, line);
            }
            child.kill().forEach(line -> note(told, line));
        }
    }

    /** The last line may have been cut off. */
    private static void note(Set<TransferId> told, String line) {
        if (line.endsWith(CrashChild.END)) {
            assertThat(line).startsWith("CREATED ");
            told.add(TransferId.parse(line.substring(line.indexOf(' ') + 1, line.length() - 1)));
        }
    }
}
