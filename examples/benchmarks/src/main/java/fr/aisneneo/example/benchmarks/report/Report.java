package fr.aisneneo.example.benchmarks.report;

import fr.aisneneo.example.benchmarks.experiment.Results;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The two files of a run.
 *
 * @param facts of the machine, the versions and the run, in order
 * @param chapters what was compared
 * @param results what came of it
 */
public record Report(Map<String, String> facts, List<Chapter> chapters, Results results) {
    /** The name of the report for people. */
    public static final String MARKDOWN = "RESULTS.md";

    /** The name of the report for programs. */
    public static final String CSV = "results.csv";

    private static final String CSV_HEAD = "name,ours,rival,ratio,aim,met\n";

    /**
     * Writes both.
     *
     * @param directory where to
     * @throws IOException if they cannot be written
     */
    public void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(CSV), csv(), StandardCharsets.UTF_8);
        Files.writeString(directory.resolve(MARKDOWN), markdown(), StandardCharsets.UTF_8);
    }

    /**
     * For programs. A name has no comma, so that nothing is quoted.
     *
     * @return a header and a line for each row that was measured
     */
    public String csv() {
        StringBuilder csv = new StringBuilder(CSV_HEAD);
        for (Row row : rows()) {
            csv.append(String.join(
                            ",",
                            row.comparison().name(),
                            row.oursText(),
                            row.rivalText(),
                            row.ratioText(),
                            row.comparison().aim().text(),
                            row.metText()))
                    .append('\n');
        }
        return csv.toString();
    }

    private List<Row> rows() {
        return chapters.stream().flatMap(chapter -> rows(chapter).stream()).toList();
    }

    private List<Row> rows(Chapter chapter) {
        return chapter.comparisons().stream()
                .map(comparison -> Row.of(comparison, results))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * For people.
     *
     * @return Markdown
     */
    public String markdown() {
        StringBuilder text = new StringBuilder("""
                # Results

                Written by `./mvnw -q -Pbenchmarks`; never by hand. How to read it is in the [README](README.md): *ratio* is ours by the
                rival's, both the medians of the rounds; behind each stand the lowest and the highest round.

                """);
        text.append("| | |\n|---|---|\n");
        facts.forEach((name, value) ->
                text.append("| ").append(name).append(" | ").append(value).append(" |\n"));
        text.append('\n').append(summary());
        for (Chapter chapter : chapters) {
            List<Row> rows = rows(chapter);
            if (!rows.isEmpty()) {
                text.append(new ChapterTable(chapter, rows).markdown());
            }
        }
        return text.toString();
    }

    private String summary() {
        List<Row> aims = rows().stream().filter(Row::hasAim).toList();
        List<Row> missed = aims.stream().filter(row -> !row.isMet()).toList();
        StringBuilder text = new StringBuilder("## Aims\n\n");
        text.append(aims.size() - missed.size())
                .append(" of ")
                .append(aims.size())
                .append(" aims are met.\n");
        for (Row row : missed) {
            text.append("\n- **Missed: ")
                    .append(row.comparison().name())
                    .append("** (")
                    .append(row.comparison().aim().text())
                    .append("; here ")
                    .append(row.rival() == null ? row.oursText() : row.ratioText())
                    .append("). ")
                    .append(row.comparison().ifMissed());
        }
        return text.append(missed.isEmpty() ? "" : "\n").toString();
    }
}
