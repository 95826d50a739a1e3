package fr.aisneneo.example.benchmarks.experiment;

import fr.aisneneo.example.benchmarks.lab.Lab;
import java.util.List;

/** Several sides that are measured in turn, in one go. */
public interface Experiment {
    /**
     * What {@code neo.benchmarks.only} chooses it by.
     *
     * @return a short name
     */
    String key();

    /**
     * What it measures.
     *
     * @return the measures that results are kept under
     */
    default List<String> measures() {
        return List.of(key());
    }

    /**
     * Measures all sides in turn, round by round.
     *
     * @param lab where
     * @param results takes what was measured
     * @throws Exception if a side failed or was wrong
     */
    void run(Lab lab, Results results) throws Exception;
}
