package fr.aisneneo.example.benchmarks.experiment;

import fr.aisneneo.example.benchmarks.lab.Lab;
import fr.aisneneo.example.benchmarks.measure.Samples;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A race in which one side takes part in several ways, and the quickest of them stands for it: so that a rival is not
 * held down by a setting that we chose.
 *
 * @param race the race, in which each way is a side of its own
 * @param name what the side is called in the report
 * @param ways the names of the ways
 */
public record BestOf(Experiment race, String name, List<String> ways) implements Experiment {
    /** Copies the ways. */
    public BestOf {
        ways = List.copyOf(ways);
    }

    @Override
    public String key() {
        return race.key();
    }

    @Override
    public void run(Lab lab, Results results) throws Exception {
        race.run(lab, results);
        ways.stream()
                .map(way -> results.of(key(), way))
                .flatMap(Optional::stream)
                .max(Comparator.comparingDouble(Samples::median))
                .ifPresent(best -> best.rounds().forEach(sample -> results.add(key(), name, sample)));
    }
}
