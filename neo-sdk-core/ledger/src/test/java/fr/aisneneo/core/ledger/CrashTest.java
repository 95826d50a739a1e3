package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Town.CHIEF;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.ledger.book.TransferId;
import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
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
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath(),
                        CrashChild.class.getName(),
                        directory.resolve("store").toString(),
                        Integer.toString(round))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            int heard = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.endsWith(CrashChild.END)) {
                    String id = line.substring(line.indexOf(' ') + 1, line.length() - 1);
                    assertThat(line).startsWith("CREATED ");
                    told.add(TransferId.parse(id));
                    heard++;
                }
                if (heard == acknowledgements) {
                    // By its handle: the process object would throw away what is still in the pipe.
                    child.toHandle().destroyForcibly();
                }
            }
            assertThat(heard).isGreaterThanOrEqualTo(acknowledgements);
            assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            child.destroyForcibly();
        }
    }

    /** What this JVM knows, be it from a class path or a module path. */
    private static String classPath() throws Exception {
        Set<String> entries = new LinkedHashSet<>();
        for (Class<?> type : List.of(CrashTest.class, Ledger.class, Neo.class)) {
            entries.add(home(type));
        }
        for (String property : List.of("java.class.path", "jdk.module.path")) {
            entries.addAll(List.of(System.getProperty(property, "").split(File.pathSeparator, -1)));
        }
        entries.remove("");
        return String.join(File.pathSeparator, entries);
    }

    private static String home(Class<?> type) throws Exception {
        String file = type.getName().replace('.', '/') + ".class";
        String place = type.getResource("/" + file).toString();
        String root = place.substring(0, place.length() - file.length());
        return root.startsWith("jar:")
                ? Path.of(new URI(root.substring(4, root.indexOf("!/")))).toString()
                : Path.of(new URI(root)).toString();
    }
}
