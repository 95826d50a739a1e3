package fr.aisneneo.core.tck;

import fr.aisneneo.core.tck.history.Operation;
import fr.aisneneo.core.tck.history.Outcome;
import fr.aisneneo.core.tck.history.RecordedTransaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * A history on its way through a pipe: the writing side says before and after each transaction what it is about to do
 * and what came of it, the reading side puts it together, in the order in which the lines arrive. Of a transaction
 * whose end is missing since its process was killed nobody knows whether it happened. Used by one thread.
 */
final class HistoryLines {
    private final List<RecordedTransaction> history = new ArrayList<>();
    private final Map<Integer, Begun> running = new HashMap<>();
    private long clock;

    private record Begun(long at, List<Operation> operations, boolean ending) {}

    /** The writing side of one caller. */
    static TransactionLog writing(int caller) {
        return new TransactionLog() {
            @Override
            public void began() {
                ChildMain.report("B " + caller);
            }

            @Override
            public void did(List<Operation> operations) {
                StringJoiner line = new StringJoiner(" ");
                line.add("D").add(Integer.toString(caller));
                operations.forEach(operation -> line.add(text(operation)));
                ChildMain.report(line.toString());
            }

            @Override
            public void ended(Outcome outcome) {
                ChildMain.report("E " + caller + " " + outcome.name());
            }
        };
    }

    private static String text(Operation operation) {
        if (operation instanceof Operation.Append append) {
            return append.list() + "+" + append.value();
        }
        StringJoiner values = new StringJoiner(",");
        ((Operation.Read) operation).values().forEach(value -> values.add(value.toString()));
        return operation.list() + "=" + values;
    }

    private static Operation operation(String text) {
        int plus = text.indexOf('+');
        if (plus > 0) {
            return new Operation.Append(text.substring(0, plus), Long.parseLong(text.substring(plus + 1)));
        }
        int equals = text.indexOf('=');
        List<Long> values = new ArrayList<>();
        String list = text.substring(equals + 1);
        for (String value : list.isEmpty() ? new String[0] : list.split(",", -1)) {
            values.add(Long.parseLong(value));
        }
        return new Operation.Read(text.substring(0, equals), values);
    }

    /** Takes a line in; false if it is none of a history. */
    boolean note(String line) {
        String[] words = line.split(" ", -1);
        if (words.length < 2 || words[0].length() != 1) {
            return false;
        }
        int caller = Integer.parseInt(words[1]);
        clock++;
        switch (words[0]) {
            case "B" -> running.put(caller, new Begun(clock, List.of(), false));
            case "D" -> {
                List<Operation> operations = new ArrayList<>();
                for (int word = 2; word < words.length; word++) {
                    operations.add(operation(words[word]));
                }
                running.computeIfPresent(caller, (any, begun) -> new Begun(begun.at(), operations, true));
            }
            case "E" -> {
                Begun begun = running.remove(caller);
                if (begun != null) {
                    Outcome outcome = Outcome.valueOf(words[2].toUpperCase(Locale.ROOT));
                    history.add(new RecordedTransaction(caller, begun.at(), clock, outcome, begun.operations()));
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The process is dead: what had not ended may have happened, if it was about to end. */
    void cutOff() {
        running.forEach((caller, begun) -> {
            if (begun.ending()) {
                history.add(
                        new RecordedTransaction(caller, begun.at(), begun.at(), Outcome.UNKNOWN, begun.operations()));
            }
        });
        running.clear();
    }

    /** What the reading side itself does then, as another caller. */
    TransactionLog auditing(int caller) {
        return new TransactionLog() {
            private long began;
            private List<Operation> did = List.of();

            @Override
            public void began() {
                began = ++clock;
            }

            @Override
            public void did(List<Operation> operations) {
                did = operations;
            }

            @Override
            public void ended(Outcome outcome) {
                history.add(new RecordedTransaction(caller, began, ++clock, outcome, did));
            }
        };
    }

    List<RecordedTransaction> history() {
        return history;
    }
}
