package fr.aisneneo.core.plugin;

import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.json.bind.Jsonb;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.slf4j.Logger;

/** A real jar, compiled from source text while the test runs. */
final class PluginJar {
    private static final String JSON = "jakarta.json.Json";

    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, String> resources = new LinkedHashMap<>();
    private final Set<String> left = new HashSet<>();
    private final List<Path> libraries = new ArrayList<>();
    private final List<Path> librariesFirst = new ArrayList<>();

    /** What a plugin is compiled against: the core and what its module requires. */
    static List<Path> sdk() {
        // By name: the module of the JSON-B API requires that of the JSON-P API, but the core does not read it.
        return Stream.of(Plugin.class, NullMarked.class, Logger.class, Jsonb.class, Caffeine.class, named(JSON))
                .map(PluginJar::place)
                .toList();
    }

    private static Class<?> named(String type) {
        try {
            return Class.forName(type);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path place(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A storage plugin {@code acme.AcmePlugin} with this id and range, and nothing that declares it. */
    static PluginJar plugin(String id, String range) {
        return new PluginJar().source("acme.AcmePlugin", Sources.sound("acme", "AcmePlugin", id, range));
    }

    /** As above, declared under {@code META-INF/services}. */
    static PluginJar declared(String id) {
        return plugin(id, "[0.1,0.2)").service(Sources.STORAGE, "acme.AcmePlugin");
    }

    PluginJar source(String name, String text) {
        sources.put(name.replace('.', '/') + ".java", text);
        return this;
    }

    PluginJar moduleInfo(String text) {
        return source("module-info", text);
    }

    PluginJar resource(String name, String text) {
        resources.put(name, text);
        return this;
    }

    PluginJar service(String kind, String... providers) {
        return resource("META-INF/services/" + kind, String.join("\n", providers) + "\n");
    }

    /** Compiles a class but leaves it out of the jar. */
    PluginJar without(String type) {
        left.add(type.replace('.', '/') + ".class");
        return this;
    }

    PluginJar library(Path jar) {
        libraries.add(jar);
        return this;
    }

    /** Compiles against this jar before the SDK and its libraries. */
    PluginJar libraryFirst(Path jar) {
        librariesFirst.add(jar);
        return this;
    }

    Path write(Path jar) {
        try {
            Path work = Files.createTempDirectory(
                    Files.createDirectories(jar.getParent().resolve(".work")), "jar");
            Path classes = compile(work);
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                    Stream<Path> files = Files.walk(classes)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                    if (!left.contains(name)) {
                        out.putNextEntry(new JarEntry(name));
                        Files.copy(file, (OutputStream) out);
                    }
                }
                for (Map.Entry<String, String> resource : resources.entrySet()) {
                    out.putNextEntry(new JarEntry(resource.getKey()));
                    out.write(resource.getValue().getBytes(StandardCharsets.UTF_8));
                }
            }
            return jar;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Path compile(Path work) throws IOException {
        Path classes = Files.createDirectory(work.resolve("classes"));
        List<String> arguments = new ArrayList<>(List.of("-d", classes.toString(), "--release", "17", "-nowarn"));
        arguments.add(sources.containsKey("module-info.java") ? "--module-path" : "--class-path");
        arguments.add(Stream.of(librariesFirst, sdk(), libraries)
                .flatMap(List::stream)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator)));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = work.resolve(source.getKey());
            Files.createDirectories(file.getParent());
            arguments.add(Files.writeString(file, source.getValue()).toString());
        }
        StringWriter errors = new StringWriter();
        PrintWriter printer = new PrintWriter(errors);
        if (!sources.isEmpty()
                && ToolProvider.findFirst("javac").orElseThrow().run(printer, printer, arguments.toArray(String[]::new))
                        != 0) {
            throw new IllegalStateException(errors.toString());
        }
        return classes;
    }
}
