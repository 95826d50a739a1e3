package fr.aisneneo.core.ledger.local;

import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.TransferId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payee's wish to be paid, which the payer answers.
 *
 * @param id which one
 * @param payee the account to be paid
 * @param payer the account that is asked
 * @param amount how much, in minor units
 * @param code what for, 1 to 65,535
 * @param reference an id of the application's, if any
 * @param expires when it is no longer answered
 * @param state what became of it
 * @param transfer the transfer that paid it; null if none did
 */
public record PaymentRequest(
        UUID id,
        AccountId payee,
        AccountId payer,
        long amount,
        int code,
        @Nullable UUID reference,
        Instant expires,
        State state,
        @Nullable TransferId transfer) {

    /** What became of a payment request. */
    public enum State {
        /** It waits for the payer. */
        OPEN,
        /** The payer has paid. */
        PAID,
        /** The payer has said no. */
        DECLINED,
        /** The payee has taken it back. */
        WITHDRAWN,
        /** Nobody answered in time. Never kept: an open one is shown so once its time is over. */
        EXPIRED
    }

    PaymentRequest now(State other, @Nullable TransferId by) {
        return new PaymentRequest(id, payee, payer, amount, code, reference, expires, other, by);
    }

    PaymentRequest at(Instant now) {
        return state == State.OPEN && !now.isBefore(expires) ? now(State.EXPIRED, null) : this;
    }
}
