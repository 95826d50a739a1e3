package fr.aisneneo.example.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aisneneo.example.benchmarks.experiment.Results;
import fr.aisneneo.example.benchmarks.measure.Sample;
import fr.aisneneo.example.benchmarks.report.Aim;
import fr.aisneneo.example.benchmarks.report.Chapter;
import fr.aisneneo.example.benchmarks.report.Comparison;
import fr.aisneneo.example.benchmarks.report.Report;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {
    private final Results results = new Results();

    private Report report(Comparison... rows) {
        return new Report(Map.of(), List.of(new Chapter("Chapter", "What it is.", List.of(), List.of(rows))), results);
    }

    private static Comparison row(String name, Aim aim) {
        return new Comparison(name, "rate", "a", "b", aim, "What it means.", "Why it is missed.");
    }

    @Test
    void theRatioIsThatOfTheMediansAndAnAimIsMetFromItsOwnValueOn() {
        for (double value : new double[] {1_000, 10, 40}) {
            results.add("rate", "a", Sample.of(value));
            results.add("rate", "b", Sample.of(value / 4));
        }
        assertThat(report(
                                row("four times", new Aim.Ratio(4)),
                                row("more", new Aim.Ratio(4.01)),
                                row("seen", Aim.none()))
                        .csv())
                .isEqualTo("""
                        name,ours,rival,ratio,aim,met
                        four times,40,10,4,ratio >= 4.00,yes
                        more,40,10,4,ratio >= 4.01,no
                        seen,40,10,4,,
                        """);
    }

    @Test
    void aMissedAimIsExplainedAtTheTopAndOneThatIsMetIsNot() {
        results.add("rate", "a", Sample.of(1));
        results.add("rate", "b", Sample.of(2));
        assertThat(report(row("too slow", new Aim.Ratio(1))).markdown())
                .contains("0 of 1 aims are met", "**Missed: too slow** (ratio >= 1.00; here 0.5). Why it is missed.");
        assertThat(report(row("quick", new Aim.Ratio(0.5))).markdown())
                .contains("1 of 1 aims are met")
                .doesNotContain("Why it is missed.");
    }

    @Test
    void aValueWithoutARivalIsHeldAgainstItsLimit() {
        results.add("rate", "a", Sample.of(2));
        assertThat(report(new Comparison("seconds", "rate", "a", null, new Aim.Below(2), "What it means.", "Why."))
                        .csv())
                .endsWith("seconds,2,,,ours < 2,no\n");
    }

    @Test
    void aRowWithASideThatWasNotMeasuredIsLeftOut() {
        results.add("rate", "a", Sample.of(2));
        assertThat(report(row("half", Aim.none())).csv()).isEqualTo("name,ours,rival,ratio,aim,met\n");
    }

    @Test
    void anAimWithoutAReasonForMissingItIsRefused() {
        assertThatThrownBy(() -> new Comparison("row", "rate", "a", "b", new Aim.Ratio(1), "What it means.", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
