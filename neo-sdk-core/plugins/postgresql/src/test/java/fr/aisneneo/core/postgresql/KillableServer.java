package fr.aisneneo.core.postgresql;

import fr.aisneneo.core.error.StorageException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** A server of one test, which is killed and started again on the same port. */
final class KillableServer implements AutoCloseable {
    private final Path data;
    private EmbeddedPostgres server;
    private final int port;

    KillableServer(Path directory) throws IOException {
        data = directory.resolve("data");
        server = start(0);
        port = server.getPort();
    }

    private EmbeddedPostgres start(int wanted) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(2))
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on");
        return (wanted == 0 ? builder : builder.setPort(wanted)).start();
    }

    String location() {
        return "//localhost:" + port + "/postgres";
    }

    /** Kills every process of it at once. */
    void kill() throws IOException {
        long postmaster = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        ProcessHandle process = ProcessHandle.of(postmaster).orElseThrow();
        // Stopped first, so that none is born behind the list.
        signal("STOP", postmaster);
        List<ProcessHandle> backends = process.descendants().toList();
        process.destroyForcibly();
        backends.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
        backends.forEach(backend -> backend.onExit().join());
        Files.deleteIfExists(data.resolve("postmaster.pid"));
        // Gives the library's own lock of the directory back; there is nothing left to stop.
        server.close();
    }

    private static void signal(String name, long process) throws IOException {
        Process sent = new ProcessBuilder("sh", "-c", "kill -" + name + " " + process)
                .inheritIO()
                .start();
        sent.onExit().join();
    }

    /** A process of the killed server may have the shared memory for a moment yet: then once more. */
    void startAgain() throws IOException {
        try {
            server = start(port);
        } catch (IOException | IllegalStateException e) {
            // The library keeps its own lock of the directory where a start fails.
            Files.deleteIfExists(data.resolve("epg-lock"));
            server = start(port);
        }
    }

    /** Answers as soon as the server does: it has a log to go through, and the pool tries again now and then only. */
    static <R> R onceItAnswers(Supplier<R> question) {
        while (true) {
            try {
                return question.get();
            } catch (StorageException e) {
                if (!KilledServerTest.HONEST.contains(e.errorCode())) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
