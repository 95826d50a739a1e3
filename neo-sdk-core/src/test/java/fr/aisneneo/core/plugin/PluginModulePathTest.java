package fr.aisneneo.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program of its own process, with a kind of plugin of its own, on the module path and on the class path. */
class PluginModulePathTest {
    private static final String MAIN = """
            package app;
            import fr.aisneneo.core.plugin.PluginRegistry;
            public class Main {
                public static void main(String[] args) {
                    try (PluginRegistry registry = PluginRegistry.builder().build()) {
                        System.out.println(registry.require(Greeter.class, "acme").greeting());
                        registry.report().forEach(report -> System.out.println(
                                report.kind() + " " + report.id() + " " + report.source() + " " + report.location()
                                        + " " + report.status()));
                    }
                }
            }
            """;
    private static final String PLUGIN = """
            package acme;
            public class AcmeGreeter implements app.Greeter {
                public String greeting() { return "hello"; }
                public fr.aisneneo.core.plugin.PluginDescriptor descriptor() {
                    %s
                }
            }
            """;

    @TempDir
    Path jars;

    private Path app;
    private Path plugin;

    @BeforeEach
    void compile() {
        app = new PluginJar()
                .moduleInfo("module app { requires transitive fr.aisneneo.core; exports app; uses app.Greeter; }")
                .source(
                        "app.Greeter",
                        "package app; public interface Greeter extends fr.aisneneo.core.plugin.Plugin"
                                + " { String greeting(); }")
                .source("app.Main", MAIN)
                .write(jars.resolve("app.jar"));
        plugin = new PluginJar()
                .moduleInfo("module acme { requires app; provides app.Greeter with acme.AcmeGreeter; }")
                .source("acme.AcmeGreeter", PLUGIN.formatted(Sources.describing("acme", "[0.1,0.2)")))
                .service("app.Greeter", "acme.AcmeGreeter")
                .library(app)
                .write(jars.resolve("acme.jar"));
    }

    private String path() {
        return Stream.concat(PluginJar.sdk().stream(), Stream.of(app, plugin))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static List<String> run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            return printed.lines().toList();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void aPluginOfAnotherModulesKindIsFoundOnTheModulePath() throws Exception {
        String folder = jars.getFileName().toString();

        assertThat(run("--module-path", path(), "--module", "app/app.Main"))
                .containsExactly("hello", "Greeter acme MODULE_PATH " + folder + "/acme.jar CHOSEN");
    }

    @Test
    void theSamePluginIsFoundOnTheClassPath() throws Exception {
        String folder = jars.getFileName().toString();

        assertThat(run("--class-path", path(), "app.Main"))
                .containsExactly("hello", "Greeter acme CLASS_PATH " + folder + "/acme.jar CHOSEN");
    }
}
