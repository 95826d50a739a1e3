package fr.aisneneo.example.benchmarks.report;

import org.jspecify.annotations.Nullable;

/**
 * A row of the report.
 *
 * @param name what is compared, with its unit
 * @param measure what was measured, such as {@code commits-8}
 * @param ours our side
 * @param rival the other side, or null where there is none
 * @param aim what it is to come to
 * @param meaning what the row means, a sentence
 * @param ifMissed why the aim is missed, should it be; empty where there is no aim
 */
public record Comparison(
        String name, String measure, String ours, @Nullable String rival, Aim aim, String meaning, String ifMissed) {
    /** Checks that an aim comes with an explanation. */
    public Comparison {
        if (name.contains(",") || name.contains("|")) {
            throw new IllegalArgumentException("The name is a column: " + name);
        }
        if (!(aim instanceof Aim.None) && ifMissed.isBlank()) {
            throw new IllegalArgumentException("Say why the aim might be missed: " + name);
        }
    }
}
