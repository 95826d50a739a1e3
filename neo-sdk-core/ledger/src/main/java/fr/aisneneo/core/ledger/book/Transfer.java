package fr.aisneneo.core.ledger.book;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A transfer as the ledger keeps it. It never changes: what is posted, voided, reversed or expires is another transfer
 * that names it.
 *
 * @param id which one
 * @param kind what it does
 * @param debit the account that is debited
 * @param credit the account that is credited
 * @param amount how much is moved or set aside, in minor units; of {@link TransferKind#VOID} and
 *     {@link TransferKind#EXPIRY} what is released
 * @param code what it is for, 1 to 65,535
 * @param related the earlier transfer that it posts, voids, lets expire or reverses; null for others
 * @param chain the id of the first transfer of the chain that it was made in; null if it stood alone
 * @param timeoutSeconds how long it may be pending; 0 without end
 * @param flags how it differs from a plain one; {@link TransferFlag#LINKED} is not kept
 * @param reference an id of the application's, if any
 * @param number a number of the application's; 0 for none
 * @param at when the ledger took it, to the microsecond; of one account no two have the same
 * @param event the event of the journal that tells it
 */
public record Transfer(
        TransferId id,
        TransferKind kind,
        AccountId debit,
        AccountId credit,
        long amount,
        int code,
        @Nullable TransferId related,
        @Nullable TransferId chain,
        long timeoutSeconds,
        Set<TransferFlag> flags,
        @Nullable UUID reference,
        long number,
        Instant at,
        UUID event) {

    /** Copies the flags. */
    public Transfer {
        flags = Set.copyOf(flags);
    }
}
