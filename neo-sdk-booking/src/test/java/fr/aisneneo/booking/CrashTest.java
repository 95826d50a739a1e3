package fr.aisneneo.booking;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.Neo;
import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
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
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath(),
                        CrashChild.class.getName(),
                        directory.toString(),
                        Integer.toString(round))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            int heard = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.endsWith(CrashChild.END)) {
                    heard += told.note(line.substring(0, line.length() - CrashChild.END.length())) ? 1 : 0;
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
        for (Class<?> type : List.of(CrashTest.class, Booking.class, Neo.class)) {
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
