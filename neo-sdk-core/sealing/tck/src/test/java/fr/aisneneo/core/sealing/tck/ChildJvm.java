package fr.aisneneo.core.sealing.tck;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.sealing.Sealing;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Another Java process with the classes of this one, that is told lines and answers lines. */
final class ChildJvm implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    private ChildJvm(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    static ChildJvm start(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx64m");
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
                        root(KeyStoreTck.class),
                        root(Sealing.class),
                        root(Neo.class),
                        System.getProperty("java.class.path"),
                        System.getProperty("jdk.module.path"))
                .filter(path -> path != null && !path.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The folder or jar that a class is from. */
    private static String root(Class<?> type) {
        String resource = "/" + type.getName().replace('.', '/') + ".class";
        String place = Objects.requireNonNull(type.getResource(resource)).toString();
        String root = place.substring(0, place.length() - resource.length());
        if (root.startsWith("jar:")) {
            root = root.substring("jar:".length(), root.length() - "!".length());
        }
        return Path.of(URI.create(root)).toString();
    }

    void tell(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /** What it says up to the line {@code done}. */
    List<String> answer() throws IOException {
        List<String> lines = new ArrayList<>();
        for (@Nullable String line = out.readLine(); !"done".equals(line); line = out.readLine()) {
            if (line == null) {
                throw new AssertionError("The other JVM ended after " + lines);
            }
            lines.add(line);
        }
        return lines;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
