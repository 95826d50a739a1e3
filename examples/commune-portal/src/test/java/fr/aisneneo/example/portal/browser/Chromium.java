package fr.aisneneo.example.portal.browser;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A chromium of this machine; installed by apt where that is possible and it is not there yet. */
final class Chromium {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    private static final long INSTALL_MINUTES = 5;

    private Chromium() {}

    /** The program, if one can be had. */
    static Optional<Path> find() {
        return installed().or(() -> mayInstall() && install() ? installed() : Optional.empty());
    }

    private static Optional<Path> installed() {
        Stream<Path> named = Stream.of(System.getProperty("neo.test.chromium"), System.getenv("NEO_TEST_CHROMIUM"))
                .filter(path -> path != null && !path.isBlank())
                .map(Path::of);
        String path = System.getenv("PATH");
        Stream<Path> onPath = Stream.of((path == null ? "" : path).split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.concat(Stream.concat(named, Stream.of(Path.of("/usr/bin/chromium"))), onPath)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean mayInstall() {
        return "root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/bin/apt-get"));
    }

    private static boolean install() {
        System.out.println("No chromium here; installing it with apt-get, " + INSTALL_MINUTES + " minutes at most.");
        return run("apt-get", "-qq", "update")
                && run("apt-get", "-qq", "install", "-y", "--no-install-recommends", "chromium");
    }

    private static boolean run(String... command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            Process process =
                    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            if (!process.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
