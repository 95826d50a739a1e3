package fr.aisneneo.core.tck.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each anomaly, made by hand, is found by its name; what only looks like one is not. */
class HistoryCheckerTest {

    @Test
    void nothingHappenedIsFine() {
        assertThat(new Histories().anomalies()).isEmpty();
    }

    @Test
    void oneAfterTheOtherIsFine() {
        assertThat(new Histories()
                        .committed(1, 2, "a=", "a+1", "a=1", "b+1")
                        .committed(3, 4, "a=1", "b=1", "a+2", "a+3")
                        .committed(5, 6, "a=1,2,3", "b=1")
                        .anomalies())
                .isEmpty();
    }

    @Test
    void concurrentTransactionsMayHaveRunInEitherOrder() {
        assertThat(new Histories()
                        .committed("a=2", "a+1")
                        .committed("a=", "a+2")
                        .committed("a=")
                        .committed("a=2")
                        .committed("a=2,1")
                        .anomalies())
                .isEmpty();
    }

    @Test
    void aValueOutOfNowhere() {
        assertThat(new Histories().committed("a=7").anomalies()).containsExactly(Anomaly.UNWRITTEN_VALUE);
    }

    @Test
    void anAppendThatHappenedTwice() {
        assertThat(new Histories().committed("a+1").committed("a=1,1").anomalies())
                .containsExactly(Anomaly.DUPLICATE_APPEND);
    }

    @Test
    void readsThatDisagreeAboutTheOrder() {
        assertThat(new Histories()
                        .committed("a+1")
                        .committed("a+2")
                        .committed("a=1,2")
                        .committed("a=2,1")
                        .anomalies())
                .contains(Anomaly.INCOMPATIBLE_ORDER);
    }

    @Test
    void aListThatChangesUnderATransaction() {
        assertThat(new Histories().committed("a+1").committed("a=", "a=1").anomalies())
                .contains(Anomaly.UNREPEATABLE_READ);
    }

    @Test
    void anAppendThatItsOwnTransactionDoesNotSee() {
        assertThat(new Histories().committed("a+1", "a=").anomalies()).contains(Anomaly.UNREPEATABLE_READ);
        assertThat(new Histories().committed("a+1", "b+1", "a+2", "a=1").anomalies())
                .contains(Anomaly.UNREPEATABLE_READ);
    }

    @Test
    void anAppendThatIsSeenBeforeItIsMade() {
        assertThat(new Histories().committed("a=1", "a+1").anomalies()).contains(Anomaly.UNREPEATABLE_READ);
    }

    @Test
    void abortedReadG1a() {
        assertThat(new Histories().aborted("a+1").committed("a=1").anomalies()).containsExactly(Anomaly.ABORTED_READ);
    }

    @Test
    void intermediateReadG1b() {
        assertThat(new Histories()
                        .committed("a+1", "a+2")
                        .committed("a=1")
                        .committed("a=1,2")
                        .anomalies())
                .contains(Anomaly.INTERMEDIATE_READ);
    }

    @Test
    void writeCycleG0() {
        assertThat(new Histories()
                        .committed("a+1", "b+1")
                        .committed("a+2", "b+2")
                        .committed("a=1,2")
                        .committed("b=2,1")
                        .anomalies())
                .contains(Anomaly.WRITE_CYCLE);
    }

    @Test
    void circularInformationFlowG1c() {
        List<Finding> findings =
                new Histories().committed("a+1", "b=1").committed("b+1", "a=1").findings();
        assertThat(findings).extracting(Finding::anomaly).containsExactly(Anomaly.CIRCULAR_INFORMATION_FLOW);
        assertThat(findings.get(0).transactions()).containsExactlyInAnyOrder(0, 1);
        assertThat(findings.get(0).what()).contains("0 -wr-> 1", "1 -wr-> 0");
    }

    @Test
    void readSkewGSingle() {
        // The reader sees the second transfer in b and misses it in a.
        assertThat(new Histories()
                        .committed("a+1", "b+1")
                        .committed("a=", "b=1")
                        .committed("a=1")
                        .anomalies())
                .containsExactly(Anomaly.SINGLE_ANTI_DEPENDENCY);
    }

    @Test
    void readSkewIsFoundThoughNobodyEverSeesTheValueThatWasMissed() {
        assertThat(new Histories()
                        .committed("a+1", "b+1")
                        .committed("a=", "b=1")
                        .anomalies())
                .containsExactly(Anomaly.SINGLE_ANTI_DEPENDENCY);
    }

    @Test
    void lostUpdate() {
        assertThat(new Histories()
                        .committed("a=", "a+1")
                        .committed("a=", "a+2")
                        .committed("a=1,2")
                        .anomalies())
                .contains(Anomaly.LOST_UPDATE);
    }

    @Test
    void lostUpdateThatLeavesOnlyOneOfTheAppends() {
        assertThat(new Histories()
                        .committed("a=", "a+1")
                        .committed("a=", "a+2")
                        .committed("a=2")
                        .anomalies())
                .contains(Anomaly.LOST_UPDATE);
    }

    @Test
    void writeSkew() {
        assertThat(new Histories().committed("a=", "b+1").committed("b=", "a+1").anomalies())
                .containsExactly(Anomaly.WRITE_SKEW);
    }

    @Test
    void antiDependencyCycleG2() {
        assertThat(new Histories()
                        .committed("a=", "b+1")
                        .committed("b=", "c+1")
                        .committed("c=", "a+1")
                        .anomalies())
                .containsExactly(Anomaly.ANTI_DEPENDENCY_CYCLE);
    }

    @Test
    void twoReadersThatSeeTwoWritersInDifferentOrders() {
        // The long fork that snapshot isolation over several nodes allows.
        assertThat(new Histories()
                        .committed("a+1")
                        .committed("b+1")
                        .committed("a=1", "b=")
                        .committed("a=", "b=1")
                        .anomalies())
                .containsExactly(Anomaly.ANTI_DEPENDENCY_CYCLE);
    }

    @Test
    void lostAppend() {
        List<Finding> findings =
                new Histories().committed(1, 2, "a+1").committed(3, 4, "a=").findings();
        assertThat(findings.get(0).anomaly()).isEqualTo(Anomaly.LOST_APPEND);
        assertThat(findings.get(0).transactions()).containsExactly(0, 1);
    }

    @Test
    void anAppendThatWasSeenAndVanished() {
        assertThat(new Histories()
                        .committed(1, 2, "a+1")
                        .committed(3, 4, "a=1")
                        .committed(5, 6, "a=")
                        .anomalies())
                .contains(Anomaly.STALE_READ);
        assertThat(new Histories()
                        .committed(1, 2, "a+1")
                        .committed(3, 4, "a=1")
                        .committed(5, 6, "a+2")
                        .committed(7, 8, "a=2")
                        .anomalies())
                .contains(Anomaly.INCOMPATIBLE_ORDER);
    }

    @Test
    void staleReadThatOnlyRealTimeTells() {
        Histories stale =
                new Histories().committed(1, 2, "a+1").committed(3, 4, "a=").committed(3, 9, "a=1");
        assertThat(stale.anomalies()).containsExactly(Anomaly.STALE_READ);
        assertThat(new Histories()
                        .committed(1, 3, "a+1")
                        .committed(3, 4, "a=")
                        .committed(3, 9, "a=1")
                        .anomalies())
                .as("it began before the other one had ended")
                .isEmpty();
    }

    @Test
    void anOrderThatOnlyRealTimeForbids() {
        assertThat(new Histories()
                        .committed(5, 6, "a+1")
                        .committed(1, 2, "a=1", "b+1")
                        .anomalies())
                .as("reads what is appended later")
                .containsExactly(Anomaly.REAL_TIME_VIOLATION);
        assertThat(new Histories()
                        .committed(1, 2, "a+1", "c+1")
                        .committed(3, 4, "a+2")
                        .committed(0, 9, "a=2,1")
                        .anomalies())
                .containsExactly(Anomaly.REAL_TIME_VIOLATION);
    }

    @Test
    void anUnknownOutcomeMayBeEither() {
        assertThat(new Histories().unknown(1, "a+1").committed(3, 4, "a=").anomalies())
                .isEmpty();
        assertThat(new Histories().unknown(1, "a+1").committed(3, 4, "a=1").anomalies())
                .isEmpty();
        assertThat(new Histories()
                        .unknown(1, "a+1")
                        .committed(3, 4, "a=")
                        .committed(5, 6, "a=1")
                        .anomalies())
                .as("it may happen late")
                .isEmpty();
    }

    @Test
    void anUnknownOutcomeIsNotBothAndNotHalf() {
        assertThat(new Histories()
                        .unknown(1, "a+1")
                        .committed(3, 4, "a=1")
                        .committed(5, 6, "a=")
                        .anomalies())
                .contains(Anomaly.STALE_READ);
        assertThat(new Histories()
                        .unknown(1, "a+1", "b+1")
                        .committed(3, 4, "a=1", "b=")
                        .anomalies())
                .containsExactly(Anomaly.SINGLE_ANTI_DEPENDENCY);
        assertThat(new Histories().unknown(5, "a+1").committed(3, 4, "a=1").anomalies())
                .as("not before it began")
                .containsExactly(Anomaly.REAL_TIME_VIOLATION);
    }

    @Test
    void anUnknownTransactionThatWasSeenIsHeldToWhatItRead() {
        assertThat(new Histories()
                        .committed("b+1")
                        .unknown(0, "b=", "a+1")
                        .committed("a=1", "b=1")
                        .committed("a=", "b=1")
                        .anomalies())
                .isNotEmpty();
    }

    @Test
    void whatARolledBackTransactionReadCountsForNothing() {
        assertThat(new Histories()
                        .committed("a+1")
                        .aborted("a=7,7", "a+2")
                        .committed("a=1")
                        .anomalies())
                .isEmpty();
    }

    @Test
    void aHistoryThatAppendsAValueTwiceIsNotJudged() {
        assertThatThrownBy(
                        () -> new Histories().committed("a+1").committed("a+1").findings())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLongHistoryIsJudgedWithoutRecursionAndInPassing() {
        List<RecordedTransaction> history = new ArrayList<>();
        for (long number = 0; number < 6_000; number++) {
            String list = "list-" + number / 10;
            List<Long> before = new ArrayList<>();
            for (long value = number / 10 * 10; value < number; value++) {
                before.add(value);
            }
            history.add(new RecordedTransaction(
                    0,
                    2 * number,
                    2 * number + 1,
                    Outcome.COMMITTED,
                    List.of(new Operation.Read(list, before), new Operation.Append(list, number))));
        }
        assertThat(HistoryChecker.check(history)).isEmpty();
        RecordedTransaction last = history.remove(history.size() - 1);
        history.add(0, last);
        history.add(new RecordedTransaction(
                1, 0, 1, Outcome.COMMITTED, List.of(new Operation.Read("list-599", List.of(5_990L)))));
        assertThat(HistoryChecker.check(history)).isNotEmpty();
    }
}
