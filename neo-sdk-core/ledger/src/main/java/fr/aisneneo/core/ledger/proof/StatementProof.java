package fr.aisneneo.core.ledger.proof;

import static fr.aisneneo.core.ledger.proof.NotProvedException.require;

import fr.aisneneo.core.ledger.book.Counters;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Shows that the lines of a statement are all that happened to an account between two instants, and what they made of
 * its counters. It is for those who may see the account; whoever has it learns nothing of any other account.
 *
 * <p>Each line's seal says when the account's transfer before was, and no two of an account are at the same instant: so
 * nothing was left out between two lines, nor between {@code from} and the first line. That nothing was left out
 * between the last line and {@code to} is shown by the seal of the account's next transfer, as soon as there is one;
 * until then it is {@linkplain #complete() not shown}, and would come out later, when the next line names the one that
 * was kept back. For an account that keeps its history, the seals have the counters too: {@code opening}, each line's
 * and the closing ones are then shown, and each line changed them by what its transfer says, neither more nor less. For
 * one that keeps none, the lines and what they come to are shown, and {@code opening} is not, unless the first line is
 * the first transfer of the account.
 *
 * <p>The counters are those that the transfers left: what was set aside and expires is a line of its own.
 *
 * <p>The text has a line {@code aisneneo.fr/ledger-statement-proof@v1}, then {@code account}, {@code from}, {@code to},
 * {@code opening} with four counters and {@code lines}; then, each behind an empty line, the proofs of the transfers
 * with a line {@code seal} that has the salt, the microsecond of the transfer before, and four counters or {@code -};
 * one more than there are lines if the next transfer is there.
 *
 * <p>Immutable.
 *
 * @param account which account
 * @param from the first instant, to the microsecond
 * @param to the first instant after it, to the microsecond
 * @param opening the counters right before {@code from}
 * @param lines what happened, earliest first
 * @param next the first transfer of the account at {@code to} or later; null if there was none yet
 */
public record StatementProof(
        UUID account,
        Instant from,
        Instant to,
        Counters opening,
        List<ProvedLine> lines,
        @Nullable ProvedLine next) {
    private static final String FORM = "aisneneo.fr/ledger-statement-proof@v1";

    /** Copies the lines. */
    public StatementProof {
        lines = List.copyOf(lines);
    }

    /**
     * Whether it shows that nothing happened between the last line and {@link #to}.
     *
     * @return true if a later transfer is there
     */
    public boolean complete() {
        return next != null;
    }

    /**
     * Checks it against the events of its lines.
     *
     * @param provedEvents the events by their ids, as verified receipts show them
     * @return what is proved: the counters right before {@link #to}
     * @throws NotProvedException with the first thing that does not hold, also if there is neither a line nor a later
     *     transfer
     */
    public Counters verify(Map<UUID, String> provedEvents) throws NotProvedException {
        List<ProvedLine> all = all();
        for (ProvedLine line : all) {
            String event = provedEvents.get(line.transfer().event());
            if (event == null) {
                throw new NotProvedException("the event of a line is not proved");
            }
            line.transfer().verify(event);
        }
        require(!all.isEmpty(), "there is no transfer that shows anything");
        requireLinks(all);
        return closing(all);
    }

    private List<ProvedLine> all() {
        List<ProvedLine> all = new ArrayList<>(lines);
        if (next != null) {
            all.add(next);
        }
        return all;
    }

    private void requireLinks(List<ProvedLine> all) throws NotProvedException {
        long before = all.get(0).seal().previous();
        require(
                before == SideSeal.FIRST
                        ? opening.equals(Counters.ZERO)
                        : TransferLeaf.instant(before).isBefore(from),
                "a line before the first one is missing");
        for (int index = 0; index < all.size(); index++) {
            ProvedLine line = all.get(index);
            TransferLeaf leaf = line.transfer().leaf();
            require(leaf.seal(account).equals(line.seal().hash()), "a seal is not that of its transfer");
            require(line.seal().previous() == before, "a line between two others is missing");
            require(leaf.micros() > before, "the lines are not in the order of time");
            boolean later = !leaf.at().isBefore(to);
            require(
                    later == (index == lines.size()) && !leaf.at().isBefore(from),
                    "a line is not of the time of the statement");
            before = leaf.micros();
        }
    }

    private Counters closing(List<ProvedLine> all) throws NotProvedException {
        boolean history = all.get(0).seal().after() != null;
        Counters counters = opening;
        Counters closing = opening;
        for (int index = 0; index < all.size(); index++) {
            Counters after = all.get(index).seal().after();
            counters = changed(counters, all.get(index).transfer().leaf());
            require(
                    history ? counters.equals(after) : after == null,
                    "the counters behind a line are not what its transfer made of those before it");
            closing = index < lines.size() ? counters : closing;
        }
        return closing;
    }

    private Counters changed(Counters before, TransferLeaf leaf) throws NotProvedException {
        try {
            return account.equals(leaf.debit())
                    ? before.debited(leaf.pending(), leaf.posted())
                    : before.credited(leaf.pending(), leaf.posted());
        } catch (IllegalArgumentException e) {
            throw new NotProvedException("a line leaves counters that no account can have");
        }
    }

    /**
     * The proof as a text, to be kept in a file.
     *
     * @return the text
     */
    public String text() {
        StringBuilder text = new StringBuilder(FORM)
                .append("\naccount ")
                .append(account)
                .append("\nfrom ")
                .append(from)
                .append("\nto ")
                .append(to)
                .append("\nopening ")
                .append(ProvedLine.numbers(opening))
                .append("\nlines ")
                .append(lines.size())
                .append('\n');
        all().forEach(line -> text.append('\n').append(line.text()));
        return text.toString();
    }

    /**
     * Reads a proof.
     *
     * @param text as {@link #text()} gives it
     * @return the proof, not yet verified
     * @throws NotProvedException if it is no such text
     */
    public static StatementProof parse(String text) throws NotProvedException {
        List<String> blocks = List.of(text.split("\n\n", -1));
        List<String> head = blocks.get(0).lines().toList();
        require(head.size() == 6 && head.get(0).equals(FORM), "the text is not of the form " + FORM);
        String count = TransferProof.after("lines ", head.get(5));
        require(count.matches("0|[1-9][0-9]{0,8}"), "the number of lines is malformed");
        int size = Integer.parseInt(count);
        require(blocks.size() == size + 1 || blocks.size() == size + 2, "there are not as many lines as it says");
        List<ProvedLine> all = new ArrayList<>();
        for (String block : blocks.subList(1, blocks.size())) {
            all.add(ProvedLine.parse(block));
        }
        return new StatementProof(
                TransferProof.uuid(TransferProof.after("account ", head.get(1))),
                instant(TransferProof.after("from ", head.get(2))),
                instant(TransferProof.after("to ", head.get(3))),
                ProvedLine.counters(TransferProof.after("opening ", head.get(4))),
                all.subList(0, size),
                all.size() > size ? all.get(size) : null);
    }

    private static Instant instant(String text) throws NotProvedException {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new NotProvedException("an instant is malformed");
        }
    }
}
