package fr.aisneneo.core.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.ErrorCode;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.plugin.Settings;
import fr.aisneneo.core.storage.spi.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server is killed in the middle of commits; nothing that was acknowledged is lost, and the engine goes on. */
@Tag("heavy")
class KilledServerTest {
    private static final int WRITERS = 8;
    private static final int KILLS = 3;
    /** What a caller may hear of a commit that the kill cut off, or of a server that is not back yet. */
    static final Set<ErrorCode> HONEST = Set.of(
            CoreError.STORAGE_OUTCOME_UNKNOWN,
            CoreError.STORAGE_BUSY,
            PostgresqlError.UNREACHABLE,
            PostgresqlError.CONNECTIONS);

    @TempDir
    private Path directory;

    @Test
    void nothingAcknowledgedIsLostAndTheEngineGoesOnByItself() throws IOException {
        AtomicLongArray acknowledged = new AtomicLongArray(WRITERS);
        AtomicLongArray unknown = new AtomicLongArray(WRITERS);
        PostgresqlStoragePlugin plugin = new PostgresqlStoragePlugin();
        Settings settings = Settings.check(
                plugin.descriptor(), Map.of("user", "postgres", "writer-wait", "PT3S", "connections", "12"));
        try (KillableServer server = new KillableServer(directory);
                Storage storage = plugin.open(server.location(), settings)) {
            Counters counters = Counters.in(storage);
            for (int round = 0; round < KILLS; round++) {
                CountDownLatch someWork = new CountDownLatch(WRITERS * 20);
                CountDownLatch everybodyFailed = new CountDownLatch(WRITERS);
                List<CompletableFuture<Void>> writers = IntStream.range(0, WRITERS)
                        .mapToObj(writer -> CompletableFuture.runAsync(
                                () -> {
                                    try {
                                        while (true) {
                                            counters.next("counter-" + writer, writer % 2 == 0);
                                            acknowledged.incrementAndGet(writer);
                                            someWork.countDown();
                                        }
                                    } catch (StorageException e) {
                                        assertThat(e.errorCode()).isIn(HONEST);
                                        if (e.errorCode() == CoreError.STORAGE_OUTCOME_UNKNOWN) {
                                            unknown.incrementAndGet(writer);
                                        }
                                        everybodyFailed.countDown();
                                    }
                                },
                                command -> new Thread(command, "writer").start()))
                        .toList();
                someWork.await();
                server.kill();
                everybodyFailed.await();
                writers.forEach(CompletableFuture::join);
                server.startAgain();
                for (int writer = 0; writer < WRITERS; writer++) {
                    String id = "counter-" + writer;
                    long counted = KillableServer.onceItAnswers(() -> counters.value(id));
                    assertThat(counted)
                            .as("acknowledged, and at most those whose reply was lost")
                            .isBetween(acknowledged.get(writer), acknowledged.get(writer) + unknown.get(writer));
                    acknowledged.set(writer, counted);
                    unknown.set(writer, 0);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
