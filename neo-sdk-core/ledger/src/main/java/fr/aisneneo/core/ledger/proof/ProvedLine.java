package fr.aisneneo.core.ledger.proof;

import static fr.aisneneo.core.ledger.proof.NotProvedException.require;

import fr.aisneneo.core.ledger.book.Counters;
import java.util.List;

/**
 * A line of a statement that can be proved. Immutable.
 *
 * @param transfer shows the transfer
 * @param seal what it left on the account of the statement
 */
public record ProvedLine(TransferProof transfer, SideSeal seal) {

    /** As a statement's text has it: that of the transfer, and one more line. */
    String text() {
        Counters after = seal.after();
        return transfer.text() + "seal " + seal.salt() + " " + seal.previous() + " "
                + (after == null ? "-" : numbers(after)) + "\n";
    }

    static String numbers(Counters counters) {
        return counters.debitsPending() + " " + counters.debitsPosted() + " " + counters.creditsPending() + " "
                + counters.creditsPosted();
    }

    static ProvedLine parse(String text) throws NotProvedException {
        int last = text.lastIndexOf("\nseal ") + 1;
        require(last > 0, "a line has no seal");
        List<String> parts = List.of(text.substring(last).strip().split(" ", 4));
        require(parts.size() == 4, "a seal is malformed");
        Counters after = parts.get(3).equals("-") ? null : counters(parts.get(3));
        return new ProvedLine(
                TransferProof.parse(text.substring(0, last)), new SideSeal(parts.get(1), number(parts.get(2)), after));
    }

    static Counters counters(String text) throws NotProvedException {
        String[] numbers = text.split(" ", -1);
        require(numbers.length == 4, "counters are malformed");
        try {
            return new Counters(number(numbers[0]), number(numbers[1]), number(numbers[2]), number(numbers[3]));
        } catch (IllegalArgumentException e) {
            throw new NotProvedException("counters are malformed");
        }
    }

    private static long number(String text) throws NotProvedException {
        require(text.matches("0|-?[1-9][0-9]{0,18}"), "a number is malformed");
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new NotProvedException("a number is malformed");
        }
    }
}
