package fr.aisneneo.core.ledger.internal.rules;

import fr.aisneneo.core.ledger.book.Counters;
import fr.aisneneo.core.ledger.book.TransferStatus;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say to a request.
 *
 * @param status the answer
 * @param entry the transfer: made now, or of the first time; null where there is none
 * @param debitAfter what it left on the debited account; null where there is none, or that keeps no history
 * @param creditAfter what it left on the credited account; null where there is none, or that keeps no history
 */
public record Verdict(
        TransferStatus status,
        @Nullable Entry entry,
        @Nullable Counters debitAfter,
        @Nullable Counters creditAfter) {

    static Verdict of(TransferStatus status) {
        return new Verdict(status, null, null, null);
    }

    static Verdict of(TransferStatus status, Entry known) {
        return new Verdict(status, known, known.debitAfter(), known.creditAfter());
    }
}
