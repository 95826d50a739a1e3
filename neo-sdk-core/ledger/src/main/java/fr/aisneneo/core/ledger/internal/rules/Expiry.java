package fr.aisneneo.core.ledger.internal.rules;

import fr.aisneneo.core.ledger.book.TransferFlag;
import fr.aisneneo.core.ledger.book.TransferKind;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Releases what is due before anything else happens to an account, so that nobody needs a job to run on time. Used by
 * one thread.
 */
public final class Expiry {
    /** How much is released on the way of a command, or by one transaction that does nothing else. */
    public static final int MOST = 1_000;

    /** All there are; room is left to add to it. */
    public static final int ALL = Integer.MAX_VALUE / 2;

    private Expiry() {}

    /**
     * Releases all that is due on an account, so that what is told of it and what counts on it is the same.
     *
     * @param books where
     * @param account which account
     * @param at due at this instant or before, in microseconds
     * @param most how much at most
     * @throws TooManyDueException if it is more
     */
    static void releaseAll(WorkingBooks books, UUID account, long at, int most) {
        AccountState state = Objects.requireNonNull(books.account(account));
        if (state.nextDue() <= at && books.due(account, at, most + 1).size() > most) {
            throw new TooManyDueException(account);
        }
        release(books, account, at, most);
    }

    /**
     * Releases what is due on an account, earliest first.
     *
     * @param books where
     * @param account which account
     * @param at due at this instant or before, in microseconds
     * @param most how much at most
     */
    public static void release(WorkingBooks books, UUID account, long at, int most) {
        AccountState state = Objects.requireNonNull(books.account(account));
        if (state.nextDue() > at) {
            return;
        }
        List<Hold> due = List.copyOf(books.due(account, at, most));
        due.forEach(hold -> expire(books, hold));
        AccountState released = Objects.requireNonNull(books.account(account));
        List<Hold> next = books.due(account, Long.MAX_VALUE - 1, 1);
        books.put(released.dueAt(next.isEmpty() ? Long.MAX_VALUE : next.get(0).due()));
    }

    /**
     * Releases a hold that is due.
     *
     * @param books where
     * @param hold the hold, open
     */
    public static void expire(WorkingBooks books, Hold hold) {
        Entry pending = (Entry) Objects.requireNonNull(books.record(hold.id()));
        AccountState debit = Objects.requireNonNull(books.account(hold.debit()));
        AccountState credit = Objects.requireNonNull(books.account(hold.credit()));
        long at = Math.max(hold.due(), Math.max(debit.last(), credit.last()) + 1);
        Entry draft = new Entry(
                freeId(books, hold.id()),
                TransferKind.EXPIRY,
                hold.debit(),
                hold.credit(),
                hold.amount(),
                hold.amount(),
                true,
                pending.code(),
                hold.id(),
                null,
                0,
                Set.of(),
                pending.reference(),
                pending.number(),
                at,
                null,
                null,
                null);
        boolean opensDebit = pending.flags().contains(TransferFlag.CLOSING_DEBIT);
        boolean opensCredit = pending.flags().contains(TransferFlag.CLOSING_CREDIT);
        Posting.book(books, draft, debit, credit, new Posting.Closing(false, opensDebit, opensCredit));
        books.put(hold.now(Hold.State.EXPIRED));
    }

    /** Should the id be taken all the same, the next one is as good. */
    private static UUID freeId(Books books, UUID hold) {
        int number = 0;
        UUID id = books.expiryId(hold, number);
        while (books.record(id) != null) {
            id = books.expiryId(hold, ++number);
        }
        return id;
    }
}
