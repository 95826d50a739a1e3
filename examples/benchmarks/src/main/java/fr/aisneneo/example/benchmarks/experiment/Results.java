package fr.aisneneo.example.benchmarks.experiment;

import fr.aisneneo.example.benchmarks.measure.Sample;
import fr.aisneneo.example.benchmarks.measure.Samples;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What was measured so far, by measure and side. Used by one thread. */
public final class Results {
    private record Key(String measure, String side) {}

    private final Map<Key, List<Sample>> samples = new LinkedHashMap<>();

    /** Nothing yet. */
    public Results() {}

    /**
     * Keeps one more.
     *
     * @param measure what was measured, such as {@code commits-8}
     * @param side on which side
     * @param sample the sample
     */
    public void add(String measure, String side, Sample sample) {
        samples.computeIfAbsent(new Key(measure, side), key -> new ArrayList<>())
                .add(sample);
    }

    /**
     * All of one side.
     *
     * @param measure what was measured
     * @param side on which side
     * @return the samples, or empty if it was not measured
     */
    public Optional<Samples> of(String measure, String side) {
        return Optional.ofNullable(samples.get(new Key(measure, side))).map(Samples::new);
    }

    /**
     * What a measure came to, for those who watch.
     *
     * @param measure what was measured
     * @return a line for each side, in the order of their turns
     */
    public List<String> lines(String measure) {
        return samples.entrySet().stream()
                .filter(entry -> entry.getKey().measure().equals(measure))
                .map(entry -> String.format(
                        Locale.ROOT, "%-30s %,12.2f", entry.getKey().side(), new Samples(entry.getValue()).median()))
                .toList();
    }
}
