package fr.aisneneo.core.tck;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The jar, or the directory of classes, that a plugin comes from. */
final class PluginPlace implements AutoCloseable {
    private static final String MODULE_INFO = "module-info.class";

    private final Path root;
    private final @Nullable FileSystem jar;

    private PluginPlace(Path root, @Nullable FileSystem jar) {
        this.root = root;
        this.jar = jar;
    }

    /**
     * Where the class file of a type lies: what its code source says is wrong for a module that tests were patched
     * into.
     */
    static PluginPlace of(Class<?> type) {
        String name = "/" + type.getName().replace('.', '/') + ".class";
        URL url = type.getResource(name);
        if (url == null) {
            throw new AssertionError("No class file of " + type);
        }
        String whole = url.toString();
        String place = whole.substring(0, whole.length() - name.length());
        try {
            if (!place.startsWith("jar:")) {
                return new PluginPlace(Path.of(URI.create(place)), null);
            }
            String file = place.substring("jar:".length(), place.length() - 1); // without the "!"
            FileSystem jar = FileSystems.newFileSystem(Path.of(URI.create(file)), Map.of());
            return new PluginPlace(jar.getPath("/"), jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The providers that the services file of a kind names. */
    List<String> declared(Class<?> kind) {
        Path file = root.resolve("META-INF").resolve("services").resolve(kind.getName());
        if (!Files.exists(file)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean hasModuleInfo() {
        return Files.exists(root.resolve(MODULE_INFO));
    }

    /** The providers that the module's declaration names for a kind. */
    List<String> provided(Class<?> kind) {
        try (InputStream in = Files.newInputStream(root.resolve(MODULE_INFO))) {
            return ModuleDescriptor.read(in).provides().stream()
                    .filter(provides -> provides.service().equals(kind.getName()))
                    .flatMap(provides -> provides.providers().stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Packs everything here into a jar. */
    void copyTo(Path copy) {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(copy));
                Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = root.relativize(file).toString().replace('\\', '/');
                // A signed jar's signatures do not survive being packed anew.
                if (!name.toUpperCase(Locale.ROOT).matches("META-INF/[^/]*\\.(SF|RSA|DSA|EC)")) {
                    out.putNextEntry(new JarEntry(name));
                    Files.copy(file, (OutputStream) out);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (jar != null) {
                jar.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
