package fr.aisneneo.example.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.example.benchmarks.lab.Choice;
import fr.aisneneo.example.benchmarks.lab.Effort;
import fr.aisneneo.example.benchmarks.report.Chapter;
import fr.aisneneo.example.benchmarks.report.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that a run does, at a size that says nothing about speed. */
@Tag("heavy")
class BenchmarkRunTest {
    @TempDir
    Path directory;

    @Test
    void aRunWritesEveryRowThatIsDeclaredAndLeavesNothingElseBehind() throws Exception {
        Report report = new BenchmarkRun(Effort.trial(), Choice.all(), line -> {}).in(directory);
        assertThat(directory).isEmptyDirectory();
        report.write(directory);

        List<String> lines = Files.readAllLines(directory.resolve("results.csv"));
        assertThat(lines.get(0)).isEqualTo("name,ours,rival,ratio,aim,met");
        assertThat(lines.subList(1, lines.size()).stream().map(line -> line.substring(0, line.indexOf(','))))
                .containsExactlyElementsOf(BenchmarkRun.chapters().stream()
                        .map(Chapter::comparisons)
                        .flatMap(List::stream)
                        .map(comparison -> comparison.name())
                        .toList());
        assertThat(lines).allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(6));
        assertThat(Files.readString(directory.resolve("RESULTS.md")))
                .contains("PostgreSQL", "fdatasync")
                .doesNotContain(directory.toString());
    }
}
