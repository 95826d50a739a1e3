package fr.aisneneo.core.ledger.internal.rules;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is there. Used by one thread. */
public interface Books {

    /**
     * An account.
     *
     * @param id which one
     * @return the account; null if there is none
     */
    @Nullable AccountState account(UUID id);

    /**
     * What is kept under the id of a request.
     *
     * @param id the id
     * @return the record; null if there is none
     */
    @Nullable LedgerRecord record(UUID id);

    /**
     * What became of a pending transfer.
     *
     * @param id the pending transfer
     * @return the hold; null if there is no such pending transfer
     */
    @Nullable Hold hold(UUID id);

    /**
     * How much of a transfer was reversed.
     *
     * @param original the transfer
     * @return the amount; 0 if nothing was
     */
    long reversed(UUID original);

    /**
     * The open holds of an account that are due, earliest first.
     *
     * @param account which account
     * @param upTo due at this instant or before, in microseconds
     * @param limit how many at most
     * @return the holds
     */
    List<Hold> due(UUID account, long upTo, int limit);

    /**
     * An id for the expiry of a hold, which nobody can compute who only knows the hold.
     *
     * @param hold the hold
     * @param number which one of several
     * @return always the same id
     */
    UUID expiryId(UUID hold, long number);
}
