package fr.aisneneo.core.ledger;

import fr.aisneneo.core.ledger.book.Account;
import fr.aisneneo.core.ledger.book.Counters;
import java.time.Instant;
import java.util.List;

/**
 * What happened to an account between two instants. The closing counters are the opening ones and all lines between;
 * the closing ones of one statement are the opening ones of the next. {@link LedgerProofs#statement} proves it.
 *
 * @param account the account as it is now
 * @param from the first instant
 * @param to the first instant after it
 * @param opening the counters right before {@code from}
 * @param openingBalance the posted balance right before {@code from}, on the side of the account
 * @param lines what happened, earliest first
 * @param closing the counters right before {@code to}
 * @param closingBalance the posted balance right before {@code to}
 */
public record Statement(
        Account account,
        Instant from,
        Instant to,
        Counters opening,
        long openingBalance,
        List<StatementLine> lines,
        Counters closing,
        long closingBalance) {

    /** Copies the lines. */
    public Statement {
        lines = List.copyOf(lines);
    }
}
