package fr.aisneneo.example.benchmarks.report;

import java.util.Locale;

/** What a comparison is to come to. */
public sealed interface Aim {
    /** Nothing is promised; the row is there to be seen. */
    record None() implements Aim {
        @Override
        public String text() {
            return "";
        }

        @Override
        public boolean isMet(double ours, double ratio) {
            return true;
        }
    }

    /**
     * At least so many times the rival.
     *
     * @param least the lowest ratio
     */
    record Ratio(double least) implements Aim {
        @Override
        public String text() {
            return String.format(Locale.ROOT, "ratio >= %.2f", least);
        }

        @Override
        public boolean isMet(double ours, double ratio) {
            return ratio >= least;
        }
    }

    /**
     * Less than so much.
     *
     * @param limit the first value that misses it
     */
    record Below(double limit) implements Aim {
        @Override
        public String text() {
            return String.format(Locale.ROOT, "ours < %s", Numbers.text(limit));
        }

        @Override
        public boolean isMet(double ours, double ratio) {
            return ours < limit;
        }
    }

    /**
     * No aim.
     *
     * @return the aim
     */
    static Aim none() {
        return new None();
    }

    /**
     * As it stands in the report.
     *
     * @return the text; empty for none
     */
    String text();

    /**
     * Whether it is met.
     *
     * @param ours what our side has
     * @param ratio ours by the rival's
     * @return whether it is met; true for none
     */
    boolean isMet(double ours, double ratio);
}
