package fr.aisneneo.example.benchmarks.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where everything is measured: one directory for all sides, and one PostgreSQL. Used by one thread. */
public final class Lab implements AutoCloseable {
    private final Path directory;
    private final Effort effort;
    private final Choice choice;
    private @Nullable PostgresServer postgres;
    private int names;

    private Lab(Path directory, Effort effort, Choice choice) {
        this.directory = directory;
        this.effort = effort;
        this.choice = choice;
    }

    /**
     * A lab.
     *
     * @param parent where its directory is made, on the file system that is measured
     * @param effort how much is done
     * @param choice what takes part
     * @return the lab, which leaves nothing behind when it is closed
     * @throws IOException if the directory cannot be made
     */
    public static Lab in(Path parent, Effort effort, Choice choice) throws IOException {
        Files.createDirectories(parent);
        return new Lab(Files.createTempDirectory(parent, "lab"), effort, choice);
    }

    /**
     * How much is done.
     *
     * @return the effort
     */
    public Effort effort() {
        return effort;
    }

    /**
     * What takes part.
     *
     * @return the choice
     */
    public Choice choice() {
        return choice;
    }

    /**
     * The directory that all sides are in.
     *
     * @return the directory
     */
    public Path directory() {
        return directory;
    }

    /**
     * A name that was not given before, for a schema or a directory.
     *
     * @param start what it starts with
     * @return letters and digits
     */
    public String newName(String start) {
        return start + ++names;
    }

    /**
     * A place for the files of one side. Not made yet.
     *
     * @param start what its name starts with
     * @return a path where nothing is
     */
    public Path newPath(String start) {
        return directory.resolve(newName(start));
    }

    /**
     * The PostgreSQL server, started when it is first asked for.
     *
     * @return the server
     * @throws IOException if it cannot start
     * @throws SQLException if it does not answer
     */
    public PostgresServer postgres() throws IOException, SQLException {
        PostgresServer running = postgres;
        if (running == null) {
            running = PostgresServer.start(directory.resolve("postgres"));
            postgres = running;
        }
        return running;
    }

    /**
     * Removes a file or a directory with all that is in it.
     *
     * @param path the file or directory; it need not be there
     * @throws IOException if it cannot be removed
     */
    public static void remove(Path path) throws IOException {
        if (Files.exists(path)) {
            try (Stream<Path> all = Files.walk(path)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }

    /**
     * What a file or directory takes.
     *
     * @param path the file or directory
     * @return the bytes of all files in it
     * @throws IOException if they cannot be counted
     */
    public static long bytes(Path path) throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            List<Path> files = all.filter(Files::isRegularFile).toList();
            long bytes = 0;
            for (Path file : files) {
                bytes += Files.size(file);
            }
            return bytes;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (postgres != null) {
                postgres.close();
            }
        } finally {
            remove(directory);
        }
    }
}
