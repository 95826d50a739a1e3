package fr.aisneneo.example.benchmarks.measure;

/**
 * What one side gave in one round.
 *
 * @param value the measure, in the unit of the comparison
 * @param p99Micros what 99 of 100 calls took no longer than, in microseconds; 0 where that says nothing
 */
public record Sample(double value, double p99Micros) {
    /**
     * A measure that is no distribution.
     *
     * @param value the measure
     * @return the sample
     */
    public static Sample of(double value) {
        return new Sample(value, 0);
    }
}
