package fr.aisneneo.core.ledger;

import fr.aisneneo.core.ledger.book.Transfer;
import fr.aisneneo.core.ledger.book.TransferId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a command was answered, in a line that goes from one process to another. */
final class CrashAnswer {
    private CrashAnswer() {}

    /** A status each, and for what is done what does not change any more. */
    static String of(List<TransferResult> results) {
        return results.stream()
                .map(result -> result.transfer() == null
                        ? result.status().name()
                        : result.status() + "/" + done(result.transfer()))
                .collect(Collectors.joining(","));
    }

    static String done(Transfer transfer) {
        return transfer.id() + "/" + transfer.kind() + "/" + transfer.amount() + "/" + transfer.at() + "/"
                + transfer.event();
    }

    /** What was done, without whether it was this time. */
    static List<String> done(String answer) {
        List<String> done = new ArrayList<>();
        for (String part : List.of(answer.split(",", -1))) {
            int slash = part.indexOf('/');
            if (slash > 0) {
                done.add(part.substring(slash + 1));
            }
        }
        return done;
    }

    static TransferId id(String done) {
        return TransferId.parse(done.substring(0, done.indexOf('/')));
    }

    /** How many requests were answered. */
    static int size(String answer) {
        return answer.split(",", -1).length;
    }
}
