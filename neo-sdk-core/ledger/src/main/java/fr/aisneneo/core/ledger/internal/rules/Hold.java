package fr.aisneneo.core.ledger.internal.rules;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a pending transfer.
 *
 * @param id the pending transfer
 * @param state what became of it
 * @param debit the account that it debits
 * @param credit the account that it credits
 * @param amount what was set aside
 * @param due when it expires, in microseconds; {@link Long#MAX_VALUE} for never
 * @param chain the first transfer of its chain; null if it stood alone
 */
public record Hold(
        UUID id,
        State state,
        UUID debit,
        UUID credit,
        long amount,
        long due,
        @Nullable UUID chain) {

    /** What became of a pending transfer. */
    public enum State {
        /** Nothing yet. */
        OPEN,
        /** It was posted. */
        POSTED,
        /** It was voided. */
        VOIDED,
        /** Its time was over. */
        EXPIRED
    }

    /**
     * Whether nothing became of it yet.
     *
     * @return true if so
     */
    public boolean isOpen() {
        return state == State.OPEN;
    }

    /**
     * Whether it touches an account.
     *
     * @param account the account
     * @return true if so
     */
    public boolean touches(UUID account) {
        return debit.equals(account) || credit.equals(account);
    }

    /**
     * The same in another state.
     *
     * @param other what became of it
     * @return the hold
     */
    public Hold now(State other) {
        return new Hold(id, other, debit, credit, amount, due, chain);
    }
}
