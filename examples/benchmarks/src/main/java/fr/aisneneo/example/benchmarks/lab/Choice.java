package fr.aisneneo.example.benchmarks.lab;

import java.util.regex.Pattern;

/**
 * What of all is measured.
 *
 * @param experiments those whose key this finds something in
 * @param sides those whose name this finds something in; a row with a side that is left out is left out
 */
public record Choice(Pattern experiments, Pattern sides) {
    /**
     * Everything.
     *
     * @return the choice of a report
     */
    public static Choice all() {
        return of("", "");
    }

    /**
     * Some.
     *
     * @param experiments a regular expression; empty for all
     * @param sides a regular expression; empty for all
     * @return the choice
     */
    public static Choice of(String experiments, String sides) {
        return new Choice(Pattern.compile(experiments), Pattern.compile(sides));
    }

    /**
     * Whether it leaves nothing out.
     *
     * @return whether it is everything
     */
    public boolean isAll() {
        return experiments.pattern().isEmpty() && sides.pattern().isEmpty();
    }
}
