package fr.aisneneo.core.tck.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/** On small histories the checker says what trying every order says: neither too much nor too little. */
@Tag("heavy")
class HistoryCheckerProperties {

    /** Histories that did happen, in one order, whatever their callers noted of the time and of the outcome. */
    @Property(tries = 3_000)
    void aSerialHistoryIsFine(@ForAll long seed) {
        List<RecordedTransaction> history = serial(new SplittableRandom(seed), 30);
        assertThat(HistoryChecker.check(history)).isEmpty();
    }

    @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
    void aHistoryThatWasAlteredIsJudgedAsTryingEveryOrderDoes(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<RecordedTransaction> history = serial(random, 2 + random.nextInt(4));
        for (int times = random.nextInt(4); times > 0; times--) {
            alter(random, history);
        }
        List<Finding> findings = HistoryChecker.check(history);
        boolean explained = new EveryOrder(history).explains();
        assertThat(findings.isEmpty()).as("%s in %s", findings, history).isEqualTo(explained);
    }

    /** Reads are made up, but short, so that a good part of them can be explained. */
    @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
    void aHistoryOfMadeUpReadsIsJudgedAsTryingEveryOrderDoes(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<RecordedTransaction> history = new ArrayList<>();
        long next = 1;
        List<Long> known = new ArrayList<>();
        for (int count = 2 + random.nextInt(3); count > 0; count--) {
            List<Operation> operations = new ArrayList<>();
            for (int each = 1 + random.nextInt(2); each > 0; each--) {
                String list = random.nextBoolean() ? "a" : "b";
                if (random.nextBoolean()) {
                    operations.add(new Operation.Append(list, next));
                    known.add(next++);
                } else {
                    List<Long> values = new ArrayList<>(known);
                    Collections.rotate(values, random.nextInt(3));
                    values.removeIf(value -> random.nextInt(3) > 0);
                    operations.add(new Operation.Read(list, values));
                }
            }
            history.add(transaction(random, history.size(), random.nextInt(6), operations));
        }
        List<Finding> findings = HistoryChecker.check(history);
        boolean explained = new EveryOrder(history).explains();
        assertThat(findings.isEmpty()).as("%s in %s", findings, history).isEqualTo(explained);
    }

    private static RecordedTransaction transaction(
            SplittableRandom random, int caller, long at, List<Operation> operations) {
        int chance = random.nextInt(10);
        Outcome outcome = chance == 0 ? Outcome.ABORTED : chance < 3 ? Outcome.UNKNOWN : Outcome.COMMITTED;
        return new RecordedTransaction(caller, at - random.nextInt(3), at + random.nextInt(3), outcome, operations);
    }

    /** Transactions that ran one after the other; some did not happen, and of some nobody knows whether they did. */
    private static List<RecordedTransaction> serial(SplittableRandom random, int count) {
        List<RecordedTransaction> history = new ArrayList<>();
        Map<String, List<Long>> state = new HashMap<>();
        long value = 1;
        for (int number = 0; number < count; number++) {
            Map<String, List<Long>> mine = new HashMap<>(state);
            List<Operation> operations = new ArrayList<>();
            for (int each = 1 + random.nextInt(4); each > 0; each--) {
                String list = random.nextBoolean() ? "a" : "b";
                List<Long> values = mine.getOrDefault(list, List.of());
                if (random.nextBoolean()) {
                    operations.add(new Operation.Read(list, values));
                } else {
                    List<Long> more = new ArrayList<>(values);
                    more.add(value);
                    mine.put(list, more);
                    operations.add(new Operation.Append(list, value++));
                }
            }
            RecordedTransaction done = transaction(random, number, 2L * number, operations);
            history.add(done);
            if (done.outcome() == Outcome.COMMITTED || (done.outcome() == Outcome.UNKNOWN && random.nextBoolean())) {
                state = mine;
            }
        }
        return history;
    }

    /** Changes one thing that somebody noted. */
    private static void alter(SplittableRandom random, List<RecordedTransaction> history) {
        int index = random.nextInt(history.size());
        RecordedTransaction old = history.get(index);
        List<Operation> operations = new ArrayList<>(old.operations());
        int at = random.nextInt(operations.size());
        if (operations.get(at) instanceof Operation.Read read) {
            List<Long> values = new ArrayList<>(read.values());
            switch (random.nextInt(4)) {
                case 0 -> values.add(1 + (long) random.nextInt(6));
                case 1 -> {
                    if (!values.isEmpty()) {
                        values.remove(values.size() - 1);
                    }
                }
                case 2 -> {
                    if (!values.isEmpty()) {
                        values.remove(0);
                    }
                }
                default -> Collections.reverse(values);
            }
            operations.set(at, new Operation.Read(read.list(), values));
        }
        int shift = random.nextInt(3) == 0 ? random.nextInt(7) - 3 : 0;
        history.set(
                index,
                new RecordedTransaction(
                        old.caller(), old.began() + shift, old.ended() + shift, old.outcome(), operations));
    }
}
