package fr.aisneneo.example.portal.process;

import fr.aisneneo.example.portal.PortalMain;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The portal in a JVM of its own, as people run it, on a free port. */
public final class PortalProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("Le portail est prêt : (http://\\S+)");
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final URI address;
    private final Path errors;

    private PortalProcess(Process process, URI address, Path errors) {
        this.process = process;
        this.address = address;
        this.errors = errors;
    }

    /** Starts on a folder, with further options of the JVM, and waits until the portal says where it answers. */
    public static PortalProcess start(Path folder, String... options) throws IOException {
        Path errors = Files.createTempFile(folder, "portal", ".log");
        List<String> properties = new ArrayList<>(List.of(options));
        properties.addAll(List.of("-Dneo.portal.port=0", "-Dneo.portal.data=" + folder.resolve("data")));
        Process process = launch(errors, properties.toArray(String[]::new));
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String line = output.readLine();
        Matcher ready = READY.matcher(line == null ? "" : line);
        if (!ready.matches()) {
            process.destroyForcibly();
            throw new AssertionError("The portal said «" + line + "»; its log: " + Files.readString(errors));
        }
        return new PortalProcess(process, URI.create(ready.group(1)), errors);
    }

    /** Starts with settings; the log goes to a file. */
    static Process launch(Path errors, String... properties) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m"));
        command.addAll(List.of(properties));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), PortalMain.class.getName()));
        return new ProcessBuilder(command).redirectError(errors.toFile()).start();
    }

    public URI address() {
        return address;
    }

    String log() throws IOException {
        return Files.readString(errors);
    }

    /** {@code kill -9}: nothing of the process runs any more when this returns. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** {@code kill}, the polite one; the exit status. */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("The portal does not stop");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
