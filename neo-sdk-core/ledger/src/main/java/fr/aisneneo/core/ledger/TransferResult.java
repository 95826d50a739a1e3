package fr.aisneneo.core.ledger;

import fr.aisneneo.core.ledger.book.Counters;
import fr.aisneneo.core.ledger.book.Transfer;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.book.TransferStatus;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request.
 *
 * @param id the id of the request
 * @param status what became of it, and why
 * @param transfer the transfer, of the first time if it was done before; null if it is not done. Its event is what a
 *     receipt is made for
 * @param debitAfter the counters that it left on the debited account; null if it is not done, if the actor may not see
 *     that account, or for a repetition if the account keeps no history
 * @param creditAfter the same of the credited account
 */
public record TransferResult(
        TransferId id,
        TransferStatus status,
        @Nullable Transfer transfer,
        @Nullable Counters debitAfter,
        @Nullable Counters creditAfter) {}
