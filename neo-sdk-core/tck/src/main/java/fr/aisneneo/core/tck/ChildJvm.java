package fr.aisneneo.core.tck;

import fr.aisneneo.core.tck.process.ChildClassPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Another JVM that runs {@link ChildMain}, and the lines that it reports. */
final class ChildJvm implements AutoCloseable {
    /** Starts every line that is a report; the rest is what the JVM or the engine had to say. */
    static final String REPORT = "tck:";
    /** Ends it, so that a line that was cut off is not taken for a whole one. */
    static final String END_OF_REPORT = ";";

    private static final String END_OF_OUTPUT = "";
    private static final int SECONDS = 60;

    private final Process process;
    private final BlockingQueue<String> reports = new LinkedBlockingQueue<>();
    private final List<String> noise = new ArrayList<>();

    private ChildJvm(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "tck-child-reader");
        reader.setDaemon(true);
        reader.start();
    }

    static ChildJvm start(DurableContract contract, ChildMain.Job job, Path directory, long... numbers) {
        return start(List.of(), contract, job, directory, numbers);
    }

    /** Starts it with a number and a word. */
    static ChildJvm start(DurableContract contract, ChildMain.Job job, Path directory, String word, long number) {
        return start(List.of(), contract, job, directory, List.of(Long.toString(number), word));
    }

    /** Starts it behind a command that ends with running its arguments. */
    static ChildJvm start(
            List<String> before, DurableContract contract, ChildMain.Job job, Path directory, long... numbers) {
        List<String> arguments = Arrays.stream(numbers).mapToObj(Long::toString).toList();
        return start(before, contract, job, directory, arguments);
    }

    private static ChildJvm start(
            List<String> before, DurableContract contract, ChildMain.Job job, Path directory, List<String> arguments) {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(contract.childOptions());
        command.add("-cp");
        command.add(ChildClassPath.of(contract.getClass()));
        command.add(ChildMain.class.getName());
        command.add(job.name());
        command.add(contract.getClass().getName());
        command.add(directory.toString());
        command.addAll(arguments);
        try {
            return new ChildJvm(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new IllegalStateException("No other JVM could be started", e);
        }
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(REPORT) && line.endsWith(END_OF_REPORT)) {
                    reports.add(line.substring(REPORT.length(), line.length() - END_OF_REPORT.length()));
                } else {
                    synchronized (noise) {
                        noise.add(line);
                    }
                }
            }
        } catch (IOException e) {
            synchronized (noise) {
                noise.add("(its output broke off: " + e + ")");
            }
        } finally {
            reports.add(END_OF_OUTPUT);
        }
    }

    /** Gives the word that {@link ParentWatch} may be waiting for. */
    void tell() {
        try {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new AssertionError("The other JVM does not listen: " + noise(), e);
        }
    }

    /** Its process id. */
    long pid() {
        return process.pid();
    }

    /** The next report, or null when there are no more. */
    @Nullable String next() {
        try {
            String report = reports.poll(SECONDS, TimeUnit.SECONDS);
            if (report == null) {
                throw new AssertionError("The other JVM was silent for " + SECONDS + " seconds: " + noise());
            }
            if (report.equals(END_OF_OUTPUT)) {
                reports.add(END_OF_OUTPUT);
                return null;
            }
            return report;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for the other JVM", e);
        }
    }

    /** The next report, which there must be. */
    String expectNext() {
        String report = next();
        if (report == null) {
            throw new AssertionError("The other JVM ended: " + noise());
        }
        return report;
    }

    /** Waits some time while it runs; less if it ends. */
    void letRun(long millis) {
        try {
            boolean ignored = process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted beside the other JVM", e);
        }
    }

    /** Everything that it still reports until its end. */
    List<String> rest() {
        List<String> rest = new ArrayList<>();
        for (String report = next(); report != null; report = next()) {
            rest.add(report);
        }
        return rest;
    }

    /** SIGKILL, and what it reported before. Not by {@link Process}, which would drop what is still in the pipe. */
    List<String> kill() {
        process.toHandle().destroyForcibly();
        List<String> rest = rest();
        awaitEnd();
        return rest;
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("The other JVM does not end: " + noise());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for the other JVM", e);
        }
    }

    String noise() {
        synchronized (noise) {
            return String.join("\n", noise);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        awaitEnd();
    }
}
