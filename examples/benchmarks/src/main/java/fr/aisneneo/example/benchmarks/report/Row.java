package fr.aisneneo.example.benchmarks.report;

import fr.aisneneo.example.benchmarks.experiment.Results;
import fr.aisneneo.example.benchmarks.measure.Samples;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A comparison with what came of it.
 *
 * @param comparison the comparison
 * @param ours our side
 * @param rival the other side, or null where there is none
 */
record Row(Comparison comparison, Samples ours, @Nullable Samples rival) {
    /** The row, or empty if it was not measured in this run. */
    static Optional<Row> of(Comparison comparison, Results results) {
        String rivalName = comparison.rival();
        Optional<Samples> ours = results.of(comparison.measure(), comparison.ours());
        if (rivalName == null) {
            return ours.map(found -> new Row(comparison, found, null));
        }
        Optional<Samples> rival = results.of(comparison.measure(), rivalName);
        return ours.flatMap(found -> rival.map(other -> new Row(comparison, found, other)));
    }

    /** Ours by the rival's, of the medians; not a number where there is no rival. */
    double ratio() {
        return rival == null ? Double.NaN : ours.median() / rival.median();
    }

    boolean hasAim() {
        return !(comparison.aim() instanceof Aim.None);
    }

    boolean isMet() {
        return comparison.aim().isMet(ours.median(), ratio());
    }

    String oursText() {
        return Numbers.text(ours.median());
    }

    String rivalText() {
        return rival == null ? "" : Numbers.text(rival.median());
    }

    String ratioText() {
        return rival == null ? "" : Numbers.text(ratio());
    }

    String metText() {
        return hasAim() ? isMet() ? "yes" : "no" : "";
    }
}
