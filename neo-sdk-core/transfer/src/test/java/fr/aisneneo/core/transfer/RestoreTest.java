package fr.aisneneo.core.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.booking.Booking;
import fr.aisneneo.booking.MyReservations;
import fr.aisneneo.core.Neo;
import fr.aisneneo.core.storage.Contention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The embedded store is copied while it is written to, is lost, and comes back; by the commands of the guide. */
@Tag("heavy")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the guide's commands are those of a Unix shell")
@Timeout(value = 240, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RestoreTest {
    private static final int WRITERS = 4;
    private static final Pattern PAIR = Pattern.compile("\"id\":\"([ab])([0-9]+)\"");

    @TempDir
    private Path directory;

    private final Contention queue = Contention.on(Town.LAON, "pairs", "all");
    private final AtomicInteger next = new AtomicInteger();
    private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();

    private Town town() {
        return new Town(Neo.open("rocksdb:" + directory.resolve("data/neo")));
    }

    /** Two documents of two tenants in one transaction. */
    private void writePair(Town town) {
        int pair = next.getAndIncrement();
        town.neo.store().write(queue, tx -> {
            town.keeps(Town.LAON, new Packed("a" + pair, new byte[0]));
            town.keeps(Town.CHAUNY, new Packed("b" + pair, new byte[0]));
            return true;
        });
        acknowledged.add(pair);
    }

    private void run(String commands) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-e", "-c", commands)
                .directory(directory.toFile())
                .inheritIO()
                .start();
        assertThat(shell.waitFor()).as(commands).isZero();
    }

    private static Set<Integer> pairs(Town town, String half) {
        Set<Integer> found = ConcurrentHashMap.newKeySet();
        for (String line : Exported.from(town).documents()) {
            Matcher pair = PAIR.matcher(line);
            if (pair.find() && pair.group(1).equals(half)) {
                found.add(Integer.valueOf(pair.group(2)));
            }
        }
        return found;
    }

    @Test
    void everythingAcknowledgedBeforeTheCopyIsBack() throws Exception {
        Set<Integer> before;
        try (Town town = town()) {
            town.books(Town.LAON, 2);
            before = copyWhileOthersWrite(town);
        }
        Path store = directory.resolve("data/neo");
        try (Stream<Path> files = Files.walk(store)) {
            files.filter(file -> file.toString().endsWith(".log")).forEach(RestoreTest::damage);
        }
        run(Guide.of("backing-up-and-restoring.md").shell().stream()
                .filter(commands -> commands.contains("data/neo-broken"))
                .findFirst()
                .orElseThrow());
        List<String> restored;
        try (Town town = town()) {
            assertThat(pairs(town, "a")).containsAll(before).isEqualTo(pairs(town, "b"));
            assertThat(town.booking
                            .mine(Town.ANNE, MyReservations.TO_COME, 10, Optional.empty())
                            .values())
                    .hasSize(2);
            restored = Exported.from(town).documents();
            next.addAndGet(1_000_000);
            writePair(town);
            assertThat(pairs(town, "a")).contains(next.get() - 1);
        }
        run("cp -a backups/2026-11-25 backups/trial");
        Path trial = directory.resolve("backups/trial");
        try (Neo copy = Neo.open("rocksdb:" + trial)) {
            Booking booking = Booking.of(copy);
            assertThat(booking.mine(Town.ANNE, MyReservations.TO_COME, 10, Optional.empty())
                            .values())
                    .hasSize(2);
        }
        try (Town copy = new Town(Neo.open("rocksdb:" + trial))) {
            assertThat(Exported.from(copy).documents())
                    .as("the backup stays what it is")
                    .isEqualTo(restored);
        }
    }

    private Set<Integer> copyWhileOthersWrite(Town town) throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        ExecutorService crowd = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                writers.add(crowd.submit(() -> {
                    while (!stop.get()) {
                        writePair(town);
                    }
                }));
            }
            while (acknowledged.size() < 50) {
                TimeUnit.MILLISECONDS.sleep(1);
                for (Future<?> writer : writers) {
                    if (writer.isDone()) {
                        writer.get();
                    }
                }
            }
            Set<Integer> before = Set.copyOf(acknowledged);
            Path backups = directory.resolve("backups");
            Neo neo = town.neo;
            neo.store().checkpoint(backups.resolve("2026-11-25"));
            stop.set(true);
            for (Future<?> writer : writers) {
                writer.get();
            }
            return before;
        } finally {
            stop.set(true);
            crowd.shutdownNow();
        }
    }

    private static void damage(Path file) {
        try {
            Files.write(file, new byte[] {1, 2, 3});
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
