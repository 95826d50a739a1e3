package fr.aisneneo.core.tck.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Another JVM, the lines that it prints and those that it is told. Whatever a test waits for, it waits a bounded time,
 * {@value #PATIENCE_SECONDS} seconds, and fails then with an {@link AssertionError}; so it does where its thread is
 * interrupted.
 *
 * <p>Used by one thread. A main class that loops should end when its standard input does, so that it does not outlive
 * its parent.
 */
public final class ChildJvm implements AutoCloseable {
    /** How long it may be silent, and how long it may take to end. */
    public static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();

    ChildJvm(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "child-jvm-reader");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts one as {@link ChildCommand#of} does.
     *
     * @param main the class with the main method
     * @param arguments its arguments
     * @return the other JVM, to be closed
     */
    public static ChildJvm start(Class<?> main, String... arguments) {
        return ChildCommand.of(main, arguments).start();
    }

    private void read() {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(Optional.of(line));
            }
        } catch (IOException e) {
            // The same as its end: nothing more can be heard.
        } finally {
            lines.add(Optional.empty());
        }
    }

    /**
     * Its process id.
     *
     * @return the id
     */
    public long pid() {
        return process.pid();
    }

    /**
     * The next line that it prints, without its end. A process that is killed may leave a part of a line as its last.
     *
     * @return the line; null when it has ended
     */
    public @Nullable String line() {
        try {
            Optional<String> next = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("The other JVM was silent for " + PATIENCE_SECONDS + " seconds");
            }
            if (next.isEmpty()) {
                lines.add(next);
            }
            return next.orElse(null);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /**
     * Everything that it still prints until its end.
     *
     * @return the lines
     */
    public List<String> lines() {
        List<String> rest = new ArrayList<>();
        for (String line = line(); line != null; line = line()) {
            rest.add(line);
        }
        return rest;
    }

    /**
     * What it prints before a certain line, which there must be.
     *
     * @param last that line
     * @return the lines before it
     */
    public List<String> linesBefore(String last) {
        List<String> before = new ArrayList<>();
        for (String line = line(); !last.equals(line); line = line()) {
            if (line == null) {
                throw new AssertionError("The other JVM ended after " + before);
            }
            before.add(line);
        }
        return before;
    }

    /**
     * Writes a line to its standard input.
     *
     * @param line the line, without its end
     */
    public void tell(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new AssertionError("The other JVM does not listen", e);
        }
    }

    /**
     * Waits until it ends by itself.
     *
     * @return its exit status
     */
    public int end() {
        return exitStatus(process);
    }

    /**
     * Kills it with SIGKILL, wherever it is, and waits until it has ended.
     *
     * @return what it had printed and nobody had heard yet
     */
    public List<String> kill() {
        // Not by Process, which would drop what is still in the pipe.
        boolean ignored = process.toHandle().destroyForcibly();
        List<String> rest = lines();
        end();
        return rest;
    }

    static int exitStatus(Process process) {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("The other process does not end");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static AssertionError interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new AssertionError("Interrupted while waiting for another process", e);
    }

    /** Kills it, if it still runs, and waits until it has ended. */
    @Override
    public void close() {
        process.destroyForcibly();
        end();
    }
}
