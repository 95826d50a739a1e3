package fr.aisneneo.core.tck.history;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds out whether a history is strictly serializable: whether the transactions that were committed, and of those with
 * an unknown outcome the ones whose values were read, could have run one after the other, each at some instant between
 * its begin and its end.
 *
 * <p>For histories of the list-append kind the answer is exact: there is a finding if and only if there is no such
 * order. A transaction with an unknown outcome that nobody saw counts as not done, which is always an explanation; one
 * that somebody saw may have been done at any time after its begin. What rolled back transactions read counts for
 * nothing.
 *
 * <p>The time needed grows with the number of operations, and of values read, while nothing is found: histories of some
 * ten thousand transactions take about a second if the lists stay short.
 *
 * <p>Thread-safe: has no state.
 */
public final class HistoryChecker {
    private HistoryChecker() {}

    /**
     * Judges a history.
     *
     * @param history the transactions in any order
     * @return what is wrong, one finding for each anomaly that was met; empty if the history is strictly serializable
     * @throws IllegalArgumentException if a value is appended to a list twice: such a history cannot be judged
     */
    public static List<Finding> check(List<RecordedTransaction> history) {
        Observations observations = new Observations(history);
        List<Finding> findings = new ArrayList<>(new ReadChecks(observations).findings());
        findings.addAll(new CycleSearch(history.size(), Dependencies.of(observations)).findings());
        return List.copyOf(findings);
    }
}
