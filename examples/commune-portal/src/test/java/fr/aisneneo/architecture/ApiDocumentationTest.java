package fr.aisneneo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every public and protected element of an exported package has Javadoc, with its parameters, its result and its
 * declared exceptions: the JDK's own check, less one false alarm. (The Javadoc build checks that what is there is
 * right; it cannot make this check, because JDK 17 asks for the parameters of a record again at its compact
 * constructor.)
 */
class ApiDocumentationTest {
    private static final Pattern COMPACT_CONSTRUCTOR = Pattern.compile("\\s*(public|protected) \\w+ \\{.*");

    static List<Library> libraries() {
        return Library.all();
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void nothingThatALibraryExportsIsUndocumented(Library library, @TempDir Path classes) throws IOException {
        assertThat(missingIn(library, classes)).isEmpty();
    }

    private static List<String> missingIn(Library library, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                        compiler.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8);
                Stream<Path> sources = Files.walk(library.sources())) {
            List<Path> units = sources.filter(
                            source -> source.toString().endsWith(".java") && !source.endsWith("module-info.java"))
                    .toList();
            boolean compiled = compiler.getTask(
                            new StringWriter(),
                            files,
                            found,
                            List.of(
                                    "-proc:none",
                                    "-Xdoclint:missing/protected",
                                    "-Xmaxwarns",
                                    "10000",
                                    "-classpath",
                                    System.getProperty("java.class.path"),
                                    "-d",
                                    classes.toString()),
                            null,
                            files.getJavaFileObjectsFromPaths(units))
                    .call();
            assertThat(compiled)
                    .as("sources of %s compile: %s", library.name(), found.getDiagnostics())
                    .isTrue();
        }
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getSource() != null && isExported(library, diagnostic))
                .filter(diagnostic -> !isCompactConstructorWithoutParameters(diagnostic))
                .map(diagnostic -> "%s:%d: %s"
                        .formatted(
                                library.sources()
                                        .relativize(
                                                Path.of(diagnostic.getSource().toUri())),
                                diagnostic.getLineNumber(),
                                diagnostic.getMessage(Locale.ROOT)))
                .toList();
    }

    private static boolean isExported(Library library, Diagnostic<? extends JavaFileObject> diagnostic) {
        Path source =
                library.sources().relativize(Path.of(diagnostic.getSource().toUri()));
        return library.exports(
                source.getParent().toString().replace(source.getFileSystem().getSeparator(), "."));
    }

    private static boolean isCompactConstructorWithoutParameters(Diagnostic<? extends JavaFileObject> diagnostic) {
        if (!diagnostic.getMessage(Locale.ROOT).startsWith("no @param")) {
            return false;
        }
        try {
            String line = diagnostic
                    .getSource()
                    .getCharContent(true)
                    .toString()
                    .lines()
                    .skip(diagnostic.getLineNumber() - 1)
                    .findFirst()
                    .orElse("");
            return COMPACT_CONSTRUCTOR.matcher(line).matches();
        } catch (IOException e) {
            return false;
        }
    }
}
