package fr.aisneneo.example.benchmarks;

import fr.aisneneo.example.benchmarks.booking.BookingRaces;
import fr.aisneneo.example.benchmarks.document.Commits;
import fr.aisneneo.example.benchmarks.experiment.Experiment;
import fr.aisneneo.example.benchmarks.experiment.Results;
import fr.aisneneo.example.benchmarks.inside.Insides;
import fr.aisneneo.example.benchmarks.lab.Choice;
import fr.aisneneo.example.benchmarks.lab.Effort;
import fr.aisneneo.example.benchmarks.lab.Lab;
import fr.aisneneo.example.benchmarks.reading.Reads;
import fr.aisneneo.example.benchmarks.receipt.ReceiptRaces;
import fr.aisneneo.example.benchmarks.report.Chapter;
import fr.aisneneo.example.benchmarks.report.Machine;
import fr.aisneneo.example.benchmarks.report.Report;
import fr.aisneneo.example.benchmarks.sealing.SealingRaces;
import fr.aisneneo.example.benchmarks.transfer.TransferRaces;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One run of the comparisons.
 *
 * @param effort how much is done
 * @param choice what of all is measured
 * @param progress takes a line about what is done next
 */
public record BenchmarkRun(Effort effort, Choice choice, Consumer<String> progress) {
    /** All that can be compared, in the order of the report. A new comparison is in one of these, or in a new one. */
    static List<Chapter> chapters() {
        return List.of(
                Commits.chapter(),
                BookingRaces.chapter(),
                TransferRaces.chapter(),
                Reads.chapter(),
                ReceiptRaces.chapter(),
                SealingRaces.chapter(),
                Insides.chapter());
    }

    /**
     * Measures.
     *
     * @param parent the directory that all sides get a place in
     * @return the report
     * @throws Exception if a side failed or was wrong
     */
    public Report in(Path parent) throws Exception {
        Results results = new Results();
        try (Lab lab = Lab.in(parent, effort, choice)) {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("date", LocalDate.now(ZoneOffset.UTC).toString());
            facts.put(
                    "rounds",
                    effort.rounds() + " of " + effort.time().toMillis()
                            + " ms a side, after one that does not count, which is one of "
                            + effort.firstTime().toMillis()
                            + " ms for all where callers race, so that the JVM has compiled");
            facts.putAll(Machine.look(lab.directory()).facts());
            facts.putAll(Versions.of(lab));
            for (Chapter chapter : chapters()) {
                for (Experiment experiment : chapter.experiments()) {
                    if (choice.experiments().matcher(experiment.key()).find()) {
                        progress.accept(experiment.key());
                        experiment.run(lab, results);
                        experiment
                                .measures()
                                .forEach(measure -> results.lines(measure)
                                        .forEach(line -> progress.accept("  " + measure + "  " + line)));
                    }
                }
            }
            return new Report(facts, chapters(), results);
        }
    }
}
