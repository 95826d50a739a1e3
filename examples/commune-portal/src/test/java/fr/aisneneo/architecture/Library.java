package fr.aisneneo.architecture;

import com.tngtech.archunit.core.importer.Location;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One of our published libraries, as it stands on this module's class path.
 *
 * @param compiled its classes: a folder or a jar
 * @param root its Maven module, such as {@code neo-sdk-core/plugins/rocksdb}, relative to the repository
 * @param reference the module: its module-info and its files
 */
record Library(Path compiled, Path root, ModuleReference reference) {
    private static final Path REPOSITORY = repository();

    /** Which part of the house a library is; it decides whom it may know. */
    enum Kind {
        CORE,
        DOMAIN,
        PLUGIN,
        CONTRACT_TESTS
    }

    /** Every library of ours on the class path. */
    static List<Library> all() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().normalize())
                .filter(entry -> entry.startsWith(REPOSITORY) && Files.exists(entry))
                .flatMap(entry -> read(entry).stream())
                .sorted(Comparator.comparing(Library::name))
                .toList();
    }

    /** The Maven modules of the repository that are libraries, whether this module depends on them or not. */
    static Set<Path> rootsInRepository() {
        try (Stream<Path> files = Files.find(
                REPOSITORY,
                8,
                (file, attributes) -> file.endsWith(Path.of("src", "main", "java", "module-info.java")))) {
            return files.map(file -> REPOSITORY.relativize(
                            file.getParent().resolve("../../..").normalize()))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The compiled classes of the runnable examples. */
    static List<Path> examples() {
        try (Stream<Path> folders = Files.list(REPOSITORY.resolve("examples"))) {
            return folders.map(folder -> folder.resolve("target/classes"))
                    .filter(Files::isDirectory)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return descriptor().name();
    }

    /** Where ArchUnit finds the classes: after {@code package} a library on the class path is a jar. */
    Location location() {
        if (Files.isDirectory(compiled)) {
            return Location.of(compiled);
        }
        try (JarFile jar = new JarFile(compiled.toFile())) {
            return Location.of(jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ModuleDescriptor descriptor() {
        return reference.descriptor();
    }

    /** The folder at the top that the library lives in, such as {@code neo-sdk-core}. */
    String domain() {
        return root.getName(0).toString();
    }

    Kind kind() {
        if (root.endsWith("tck")) {
            return Kind.CONTRACT_TESTS;
        }
        if (root.getNameCount() > 1 && root.getName(1).toString().equals("plugins")) {
            return Kind.PLUGIN;
        }
        // A library of the core, or a part of it that has a jar of its own.
        return domain().equals("neo-sdk-core") ? Kind.CORE : Kind.DOMAIN;
    }

    Path sources() {
        return REPOSITORY.resolve(root).resolve("src/main/java");
    }

    boolean exports(String packageName) {
        return descriptor().exports().stream()
                .anyMatch(export -> !export.isQualified() && export.source().equals(packageName));
    }

    boolean exportsTo(String packageName, String module) {
        return descriptor().exports().stream()
                .anyMatch(export -> export.source().equals(packageName)
                        && (!export.isQualified() || export.targets().contains(module)));
    }

    /** Every package of the library that has a class, exported or not. */
    Set<String> packages() {
        return files().filter(name -> name.endsWith(".class") && name.contains("/"))
                .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
                .collect(Collectors.toSet());
    }

    /** What {@code META-INF/services} says: the providers of each service. */
    Map<String, Set<String>> servicesOfTheClassPath() {
        String folder = "META-INF/services/";
        return files().filter(name -> name.startsWith(folder) && !name.endsWith("/"))
                .collect(Collectors.toMap(name -> name.substring(folder.length()), this::providersIn));
    }

    /** What the module-info says: the providers of each service. */
    Map<String, Set<String>> servicesOfTheModulePath() {
        return descriptor().provides().stream()
                .collect(Collectors.toMap(
                        ModuleDescriptor.Provides::service, provides -> Set.copyOf(provides.providers())));
    }

    private Set<String> providersIn(String file) {
        try (ModuleReader reader = reference.open();
                InputStream text = reader.open(file).orElseThrow()) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<String> files() {
        try (ModuleReader reader = reference.open();
                Stream<String> names = reader.list()) {
            return names.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Library> read(Path entry) {
        return ModuleFinder.of(entry).findAll().stream()
                .filter(module -> module.descriptor().name().startsWith("fr.aisneneo."))
                .map(module -> new Library(entry, REPOSITORY.relativize(mavenModule(entry)), module))
                .findFirst();
    }

    /** The folder above {@code target/classes} or {@code target/X.jar}. */
    private static Path mavenModule(Path entry) {
        return entry.getParent().getParent();
    }

    private static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
