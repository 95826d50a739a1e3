package fr.aisneneo.booking;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.tck.process.ChildJvm;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process in which 64 threads book and cancel is killed again and again. */
@Tag("heavy")
class CrashTest {
    private static final int ROUNDS = 4;

    @TempDir
    Path directory;

    /** What the processes that were killed had told. */
    private static final class Told {
        private final Set<String> reserved = new HashSet<>();
        private final Set<String> cancelling = new HashSet<>();
        private final Set<String> cancelled = new HashSet<>();

        boolean note(String line) {
            int space = line.indexOf(' ');
            String id = line.substring(space + 1);
            return switch (line.substring(0, space)) {
                case "reserved" -> reserved.add(id);
                case "cancelling" -> !cancelling.add(id);
                case "cancelled" -> cancelled.add(id);
                default -> throw new AssertionError(line);
            };
        }

        void expectAllIn(World world) {
            Map<String, Reservation> stored = Audit.reservations(world).stream()
                    .collect(Collectors.toMap(reservation -> reservation.id().text(), Function.identity()));
            assertThat(stored.keySet()).as("acknowledged reservations").containsAll(reserved);
            for (String id : reserved) {
                ReservationStatus status = stored.get(id).status();
                if (cancelled.contains(id)) {
                    assertThat(status).isEqualTo(ReservationStatus.CANCELLED);
                } else if (!cancelling.contains(id)) {
                    assertThat(status).isEqualTo(ReservationStatus.CONFIRMED);
                }
            }
        }
    }

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void nothingAcknowledgedIsLostAndNothingOverlapsWhenTheProcessIsKilled() throws Exception {
        Told told = new Told();
        SplittableRandom random = new SplittableRandom(23);
        for (int round = 0; round < ROUNDS; round++) {
            bookAndKill(told, round, 100 + random.nextInt(400));
            try (World world = new World("rocksdb:" + directory)) {
                told.expectAllIn(world);
                Audit.expectSound(world);
            }
        }
        assertThat(told.cancelled).isNotEmpty();
    }

    private void bookAndKill(Told told, int round, int acknowledgements) throws Exception {
        try (ChildJvm child = ChildJvm.start(CrashChild.class, directory.toString(), Integer.toString(round))) {
            int heard = 0;
            while (heard < acknowledgements) {
                String line = child.line();
                assertThat(line).as("the process ended by itself").isNotNull();
                heard += note(told, line) ? 1 : 0;
            }
            child.kill().forEach(line -> note(told, line));
        }
    }

    /** Whether it is a whole line, of something acknowledged. */
    private static boolean note(Told told, String line) {
        return line.endsWith(CrashChild.END) && told.note(line.substring(0, line.length() - CrashChild.END.length()));
    }
}
