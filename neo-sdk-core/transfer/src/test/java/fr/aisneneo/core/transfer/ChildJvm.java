package fr.aisneneo.core.transfer;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Another Java process with the classes of this one. */
final class ChildJvm implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final BufferedReader out;

    private ChildJvm(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    static ChildJvm start(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx128m");
        command.add("-cp");
        command.add(classPath());
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return new ChildJvm(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Test classes lie in neither path when they patch a module. */
    private static String classPath() {
        return Stream.of(
                        root(ChildJvm.class),
                        root(Transfer.class),
                        System.getProperty("java.class.path"),
                        System.getProperty("jdk.module.path"))
                .filter(path -> path != null && !path.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String root(Class<?> type) {
        try {
            String name = type.getName().replace('.', '/') + ".class";
            Path file = Path.of(Objects.requireNonNull(type.getResource(type.getSimpleName() + ".class"))
                    .toURI());
            Path root = file;
            for (int i = 0; i < Path.of(name).getNameCount(); i++) {
                root = root.getParent();
            }
            return root.toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The next line that it prints; null at the end. */
    @Nullable String line() throws IOException {
        return out.readLine();
    }

    List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = line(); line != null; line = line()) {
            lines.add(line);
        }
        return lines;
    }

    /** Its exit status. */
    int end() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("The child did not end");
        }
        return process.exitValue();
    }

    /** SIGKILL, and what it printed before. Not by {@link Process}, which would drop what is still in the pipe. */
    List<String> kill() throws IOException, InterruptedException {
        process.toHandle().destroyForcibly();
        List<String> rest = lines();
        end();
        return rest;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
