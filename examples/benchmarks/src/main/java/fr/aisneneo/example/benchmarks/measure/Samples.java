package fr.aisneneo.example.benchmarks.measure;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one side gave in all rounds.
 *
 * @param rounds at least one
 */
public record Samples(List<Sample> rounds) {
    /** Copies them. */
    public Samples {
        rounds = List.copyOf(rounds);
        if (rounds.isEmpty()) {
            throw new IllegalArgumentException("Nothing was measured");
        }
    }

    /**
     * The middle of the rounds.
     *
     * @return the median; of two middle ones their mean
     */
    public double median() {
        return median(Sample::value);
    }

    /**
     * The middle of the 99th percentiles.
     *
     * @return microseconds, or 0
     */
    public double p99Micros() {
        return median(Sample::p99Micros);
    }

    private double median(ToDoubleFunction<Sample> part) {
        double[] sorted = rounds.stream().mapToDouble(part).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /**
     * The lowest round.
     *
     * @return the minimum
     */
    public double min() {
        return rounds.stream().mapToDouble(Sample::value).min().orElseThrow();
    }

    /**
     * The highest round.
     *
     * @return the maximum
     */
    public double max() {
        return rounds.stream().mapToDouble(Sample::value).max().orElseThrow();
    }
}
