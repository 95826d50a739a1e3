package fr.aisneneo.core.ledger.internal.rules;

import static fr.aisneneo.core.ledger.book.TransferStatus.CREATED;
import static fr.aisneneo.core.ledger.book.TransferStatus.EXCEEDS_RESERVE;

import fr.aisneneo.core.ledger.book.TransferStatus;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether the reserve still covers what is in circulation. What is set aside to be issued counts as issued, what is set
 * aside to be paid out of the reserve as paid. Thread-safe.
 */
final class Reserve {
    private Reserve() {}

    /** Checks a transfer that would issue more, or take from a reserve. */
    static TransferStatus check(Books books, AccountState debit, AccountState credit, long amount) {
        return covers(books, debit.backing(), debit, credit, amount)
                        && covers(books, credit.backing(), debit, credit, amount)
                ? CREATED
                : EXCEEDS_RESERVE;
    }

    private static boolean covers(
            Books books, @Nullable Backing backing, AccountState debit, AccountState credit, long amount) {
        if (backing == null) {
            return true;
        }
        boolean issues = backing.issue().equals(debit.id());
        boolean pays = backing.reserve().equals(credit.id());
        if (!issues && !pays) {
            return true;
        }
        AccountState issue = Objects.requireNonNull(books.account(backing.issue()));
        AccountState reserve = Objects.requireNonNull(books.account(backing.reserve()));
        BigInteger more = BigInteger.valueOf(amount);
        BigInteger circulating = circulating(issue).add(issues ? more : BigInteger.ZERO);
        BigInteger reserved =
                BigInteger.valueOf(-reserve.counters().highestNet()).subtract(pays ? more : BigInteger.ZERO);
        BigInteger due = circulating.multiply(BigInteger.valueOf(backing.worth()));
        return due.compareTo(reserved.multiply(BigInteger.valueOf(backing.units()))) <= 0;
    }

    private static BigInteger circulating(AccountState issue) {
        return BigInteger.valueOf(-issue.counters().lowestNet());
    }
}
