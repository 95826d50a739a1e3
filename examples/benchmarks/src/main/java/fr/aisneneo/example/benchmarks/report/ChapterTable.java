package fr.aisneneo.example.benchmarks.report;

import fr.aisneneo.example.benchmarks.measure.Samples;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A chapter as Markdown.
 *
 * @param chapter the chapter
 * @param rows those that were measured
 */
record ChapterTable(Chapter chapter, List<Row> rows) {
    String markdown() {
        StringBuilder text = new StringBuilder("\n## ")
                .append(chapter.title())
                .append("\n\n")
                .append(chapter.introduction().strip())
                .append("\n\n| what | ours | rival | ratio | aim | met |\n|---|--:|--:|--:|---|---|\n");
        for (Row row : rows) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %s | %s |\n",
                    row.comparison().name(),
                    cell(row.ours()),
                    cell(row.rival()),
                    row.ratioText(),
                    row.comparison().aim().text(),
                    row.metText()));
        }
        text.append('\n');
        for (Row row : rows) {
            text.append("- *")
                    .append(row.comparison().name())
                    .append(":* ")
                    .append(row.comparison().meaning())
                    .append('\n');
        }
        return text.toString();
    }

    private static String cell(@Nullable Samples samples) {
        if (samples == null) {
            return "";
        }
        String median = "**" + Numbers.text(samples.median()) + "**";
        String spread = samples.rounds().size() < 2
                ? ""
                : " (" + Numbers.text(samples.min()) + "–" + Numbers.text(samples.max()) + ")";
        String tail = samples.p99Micros() > 0 ? ", p99 " + Numbers.text(samples.p99Micros() / 1e3) + " ms" : "";
        return median + spread + tail;
    }
}
