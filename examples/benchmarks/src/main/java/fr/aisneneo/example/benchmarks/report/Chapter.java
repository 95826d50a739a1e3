package fr.aisneneo.example.benchmarks.report;

import fr.aisneneo.example.benchmarks.experiment.Experiment;
import java.util.List;

/**
 * Rows that belong together, and what is measured for them.
 *
 * @param title its heading
 * @param introduction what is compared, how, and what is fair about it
 * @param experiments what is measured, in order
 * @param comparisons the rows, in order
 */
public record Chapter(String title, String introduction, List<Experiment> experiments, List<Comparison> comparisons) {
    /** Copies the lists. */
    public Chapter {
        experiments = List.copyOf(experiments);
        comparisons = List.copyOf(comparisons);
    }
}
