package fr.aisneneo.core.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.storage.spi.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two JVMs on one database, with nothing between them but the database. */
@Tag("classpath")
class TwoProcessesTest {
    private static final int THREADS = 4;
    private static final int ROUNDS = 40;

    @TempDir
    private Path directory;

    /** A child: counts on in the store of the directory given. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) {
            try (Storage storage = open(Path.of(arguments[0]))) {
                count(Counters.in(storage));
            }
        }
    }

    /** Eight queue for one counter, each with a sync of its own; a disk that stalls is no failure of the engine. */
    private static Storage open(Path directory) {
        return Server.open(directory, Map.of("writer-wait", "PT60S"));
    }

    private static void count(Counters counters) {
        List<CompletableFuture<Void>> all = IntStream.range(0, THREADS)
                .mapToObj(thread -> CompletableFuture.runAsync(() -> {
                    for (int round = 0; round < ROUNDS; round++) {
                        counters.next("queued", true);
                        if (round % 8 == 0) {
                            counters.next("raced", false);
                        }
                    }
                }))
                .toList();
        all.forEach(CompletableFuture::join);
    }

    @Test
    void nothingIsCountedTwiceOrLost() throws IOException, InterruptedException {
        try (Storage storage = open(directory)) {
            Counters counters = Counters.in(storage);
            Process other = child();
            try {
                count(counters);
                assertThat(other.waitFor()).isZero();
            } finally {
                other.destroyForcibly();
            }
            assertThat(counters.value("queued")).isEqualTo(2L * THREADS * ROUNDS);
            assertThat(counters.value("raced")).isEqualTo(2L * THREADS * ROUNDS / 8);
        }
    }

    private Process child() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-D" + Server.LOCATION + "=" + Server.location(),
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                directory.toString()));
        return new ProcessBuilder(command).inheritIO().start();
    }
}
