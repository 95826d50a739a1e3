package fr.aisneneo.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {
    /** The README stands at the top of the repository, two folders above this module. */
    private static final Path README = Path.of("..", "..", "README.md");

    private static final Path SOURCE = Path.of("src/main/java/fr/aisneneo/example/quickstart/Quickstart.java");

    @Test
    void theReadmeShowsTheCodeThatRuns() throws IOException {
        String readme = Files.readString(README, StandardCharsets.UTF_8);
        int start = readme.indexOf("```java\n") + "```java\n".length();
        String shown = readme.substring(start, readme.indexOf("```", start));
        assertThat(shown).isEqualTo(region());
    }

    @Test
    void theReadmeNamesEveryValueThatStandsOutsideWhatItShows() throws IOException {
        String source = Files.readString(SOURCE, StandardCharsets.UTF_8);
        String before = source.substring(source.indexOf("void main"), source.indexOf("// readme: begin"));
        List<String> values = Pattern.compile("(\\w+) = ")
                .matcher(before)
                .results()
                .map(found -> "`" + found.group(1) + "`")
                .toList();

        assertThat(values).hasSize(3);
        assertThat(Files.readString(README, StandardCharsets.UTF_8)).contains(values);
    }

    private static String region() throws IOException {
        List<String> lines = Files.readAllLines(SOURCE, StandardCharsets.UTF_8);
        List<String> trimmed = lines.stream().map(String::strip).toList();
        int first = trimmed.indexOf("// readme: begin") + 1;
        int end = trimmed.indexOf("// readme: end");
        return lines.subList(first, end).stream()
                .map(line -> line.replaceFirst("^ {8}", "") + "\n")
                .collect(Collectors.joining("", "", "}\n"));
    }

    @Test
    void itRunsTwiceOnTheSameStore(@TempDir Path folder) throws Exception {
        for (int run = 1; run <= 2; run++) {
            Path output = folder.resolve("output" + run + ".txt");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Dfile.encoding=UTF-8",
                            "-Dstdout.encoding=UTF-8",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Quickstart.class.getName())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try {
                assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(Files.readString(output, StandardCharsets.UTF_8))
                        .contains("Studio", "T09:00", "Europe/Paris");
                assertThat(process.exitValue()).isZero();
            } finally {
                process.destroyForcibly();
            }
        }
        assertThat(folder.resolve("data/quickstart")).isDirectory();
    }
}
