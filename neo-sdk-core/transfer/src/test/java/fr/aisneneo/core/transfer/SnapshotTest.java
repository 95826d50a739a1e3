package fr.aisneneo.core.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.storage.Contention;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An export is one durable state, while others go on writing. */
@Tag("heavy")
class SnapshotTest {
    private static final int WRITERS = 4;

    private final Contention queue = Contention.on(Town.CHAUNY, "journal", "head");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void everythingAcknowledgedBeforeIsInItAndNothingHalf(Engine engine) throws Exception {
        try (Town town = engine.town(directory)) {
            AtomicBoolean stop = new AtomicBoolean();
            AtomicInteger next = new AtomicInteger();
            Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
            ExecutorService crowd = Executors.newFixedThreadPool(WRITERS);
            try {
                List<Future<?>> writers = new ArrayList<>();
                for (int i = 0; i < WRITERS; i++) {
                    writers.add(crowd.submit(() -> {
                        while (!stop.get()) {
                            int pair = next.getAndIncrement();
                            town.neo.store().write(queue, tx -> {
                                // Far apart in the file: in the first collection, and in the last tenant of another.
                                town.appends(Town.CHAUNY, pair);
                                town.keeps(Town.LAON, new Packed("p" + pair, new byte[0]));
                                return true;
                            });
                            acknowledged.add(pair);
                        }
                    }));
                }
                for (int export = 0; export < 5; export++) {
                    while (acknowledged.size() < export * 20) {
                        TimeUnit.MILLISECONDS.sleep(1);
                        for (Future<?> writer : writers) {
                            if (writer.isDone()) {
                                writer.get();
                            }
                        }
                    }
                    Set<Integer> before = Set.copyOf(acknowledged);
                    List<String> documents = Exported.from(town).documents();
                    Set<Integer> events = numbers(documents, ".*\"collection\":\"event\".*\"value\":([0-9]+).*");
                    assertThat(events).containsAll(before);
                    assertThat(numbers(documents, ".*\"collection\":\"packed\".*\"id\":\"p([0-9]+)\".*"))
                            .isEqualTo(events);
                }
                stop.set(true);
                for (Future<?> writer : writers) {
                    writer.get();
                }
            } finally {
                stop.set(true);
                crowd.shutdownNow();
            }
        }
    }

    private static Set<Integer> numbers(List<String> documents, String form) {
        return documents.stream()
                .filter(line -> line.matches(form))
                .map(line -> Integer.valueOf(line.replaceAll(form, "$1")))
                .collect(Collectors.toSet());
    }
}
