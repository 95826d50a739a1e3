package fr.aisneneo.core.ledger.internal.rules;

import fr.aisneneo.core.ledger.book.Account;
import fr.aisneneo.core.ledger.book.AccountFlag;
import fr.aisneneo.core.ledger.book.Counters;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account with what the ledger needs to know of it.
 *
 * @param account the account
 * @param opened when it was opened, in microseconds since 1970
 * @param last when its last transfer was; of one account no two have the same
 * @param nextDue no pending transfer of it expires before this; {@link Long#MAX_VALUE} where none expires
 * @param backing what its money is backed by, or what it backs; null for others
 */
public record AccountState(
        Account account,
        long opened,
        long last,
        long nextDue,
        @Nullable Backing backing) {

    /**
     * Its id.
     *
     * @return the id
     */
    public UUID id() {
        return account.id().value();
    }

    /**
     * Its counters.
     *
     * @return the counters
     */
    public Counters counters() {
        return account.counters();
    }

    /**
     * Whether each transfer keeps its counters.
     *
     * @return true if so
     */
    public boolean keepsHistory() {
        return account.terms().flags().contains(AccountFlag.HISTORY);
    }

    /**
     * Whether its balance must be zero at the end of each command.
     *
     * @return true if so
     */
    public boolean onlyPasses() {
        return account.terms().flags().contains(AccountFlag.CLEARING);
    }

    /**
     * Whether more can be debited than was credited, and stay so: then it makes money.
     *
     * @return true if so
     */
    public boolean mayGoBelowZero() {
        boolean held = account.terms().flags().contains(AccountFlag.NO_DEBIT_OVER_CREDIT);
        return !held
                && !onlyPasses()
                && account.limits().lowerNet(account.terms().side()) < 0;
    }

    /**
     * The same with what a transfer left behind.
     *
     * @param changed the account
     * @param at when
     * @return the state
     */
    public AccountState after(Account changed, long at) {
        return new AccountState(changed, opened, at, nextDue, backing);
    }

    /**
     * The same account with another look at what expires.
     *
     * @param due when the next pending transfer expires
     * @return the state
     */
    public AccountState dueAt(long due) {
        return new AccountState(account, opened, last, due, backing);
    }

    /**
     * The same account, changed otherwise than by a transfer.
     *
     * @param changed the account
     * @return the state
     */
    public AccountState with(Account changed) {
        return new AccountState(changed, opened, last, nextDue, backing);
    }

    /**
     * The same account, backed or backing.
     *
     * @param by what it is tied to
     * @return the state
     */
    public AccountState backedBy(Backing by) {
        return new AccountState(account, opened, last, nextDue, by);
    }
}
