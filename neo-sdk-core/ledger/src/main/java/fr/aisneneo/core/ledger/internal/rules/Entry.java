package fr.aisneneo.core.ledger.internal.rules;

import fr.aisneneo.core.ledger.book.Counters;
import fr.aisneneo.core.ledger.book.TransferFlag;
import fr.aisneneo.core.ledger.book.TransferKind;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A transfer with what the ledger needs to know of it.
 *
 * @param id its id
 * @param kind what it does
 * @param debit the account that is debited
 * @param credit the account that is credited
 * @param amount what is moved or set aside; of a void or an expiry, what is released
 * @param released what it takes back from the pending counters
 * @param all whether the request asked for all there was
 * @param code what it is for
 * @param related the transfer that it follows
 * @param chain the first transfer of its chain
 * @param timeoutSeconds how long it may be pending
 * @param flags its flags without {@link TransferFlag#LINKED}
 * @param reference an id of the application's
 * @param number a number of the application's
 * @param at when, in microseconds since 1970
 * @param debitAfter the counters that it left on the debited account, if that keeps its history
 * @param creditAfter the counters that it left on the credited account, if that keeps its history
 * @param event the event that tells it; null until it was told
 */
public record Entry(
        UUID id,
        TransferKind kind,
        UUID debit,
        UUID credit,
        long amount,
        long released,
        boolean all,
        int code,
        @Nullable UUID related,
        @Nullable UUID chain,
        long timeoutSeconds,
        Set<TransferFlag> flags,
        @Nullable UUID reference,
        long number,
        long at,
        @Nullable Counters debitAfter,
        @Nullable Counters creditAfter,
        @Nullable UUID event)
        implements LedgerRecord {

    /**
     * What it adds to the pending counters.
     *
     * @return the change, negative where it releases
     */
    public long pending() {
        return kind == TransferKind.PENDING ? amount : -released;
    }

    /**
     * What it adds to the posted counters.
     *
     * @return the change, 0 or more
     */
    public long posted() {
        return switch (kind) {
            case SINGLE, POST, REVERSAL -> amount;
            case PENDING, VOID, EXPIRY -> 0;
        };
    }

    /**
     * When it expires.
     *
     * @return the instant in microseconds; {@link Long#MAX_VALUE} for never
     */
    public long due() {
        return timeoutSeconds == 0 ? Long.MAX_VALUE : at + timeoutSeconds * 1_000_000;
    }

    /**
     * The same, with what it left behind.
     *
     * @param onDebit the counters of the debited account, if that keeps its history
     * @param onCredit the counters of the credited account, if that keeps its history
     * @return the entry
     */
    public Entry left(@Nullable Counters onDebit, @Nullable Counters onCredit) {
        return copy(onDebit, onCredit, event);
    }

    /**
     * The same, told by an event.
     *
     * @param by the event; null for none
     * @return the entry
     */
    public Entry told(@Nullable UUID by) {
        return copy(debitAfter, creditAfter, by);
    }

    private Entry copy(@Nullable Counters onDebit, @Nullable Counters onCredit, @Nullable UUID by) {
        return new Entry(
                id,
                kind,
                debit,
                credit,
                amount,
                released,
                all,
                code,
                related,
                chain,
                timeoutSeconds,
                flags,
                reference,
                number,
                at,
                onDebit,
                onCredit,
                by);
    }
}
