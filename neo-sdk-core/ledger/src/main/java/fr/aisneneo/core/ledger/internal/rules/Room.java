package fr.aisneneo.core.ledger.internal.rules;

import static fr.aisneneo.core.ledger.book.TransferStatus.*;

import fr.aisneneo.core.ledger.book.AccountFlag;
import fr.aisneneo.core.ledger.book.Counters;
import fr.aisneneo.core.ledger.book.Limits;
import fr.aisneneo.core.ledger.book.TransferStatus;

/**
 * Whether two accounts can give and take an amount that they did not promise yet. Pending transfers count as if they
 * were posted against the account, so what is set aside can always be posted.
 *
 * <p>Thread-safe.
 */
final class Room {
    private Room() {}

    /** Checks what a transfer would do, the debited account first; {@code CREATED} if it may. */
    static TransferStatus check(AccountState debit, AccountState credit, long amount, boolean pending) {
        TransferStatus given = giving(debit, amount, pending);
        return given == CREATED ? taking(credit, amount, pending) : given;
    }

    private static TransferStatus giving(AccountState debit, long amount, boolean pending) {
        Counters counters = debit.counters();
        // Each counter and the sum of the two fit, and so one more amount can only wrap around to below zero.
        if (pending && counters.debitsPending() + amount < 0) {
            return OVERFLOWS_DEBITS_PENDING;
        }
        if (!pending && counters.debitsPosted() + amount < 0) {
            return OVERFLOWS_DEBITS_POSTED;
        }
        if (counters.debitsPending() + counters.debitsPosted() + amount < 0) {
            return OVERFLOWS_DEBITS;
        }
        // Does not wrap around: all debits with the amount fit a long.
        long low = counters.lowestNet() - amount;
        if (holdsTo(debit, AccountFlag.NO_DEBIT_OVER_CREDIT) && low < 0) {
            return EXCEEDS_CREDITS;
        }
        long lower = debit.account().limits().lowerNet(debit.account().terms().side());
        return lower != Limits.NO_MIN && low < lower ? EXCEEDS_DEBIT_ACCOUNT_LIMIT : CREATED;
    }

    private static TransferStatus taking(AccountState credit, long amount, boolean pending) {
        Counters counters = credit.counters();
        if (pending && counters.creditsPending() + amount < 0) {
            return OVERFLOWS_CREDITS_PENDING;
        }
        if (!pending && counters.creditsPosted() + amount < 0) {
            return OVERFLOWS_CREDITS_POSTED;
        }
        if (counters.creditsPending() + counters.creditsPosted() + amount < 0) {
            return OVERFLOWS_CREDITS;
        }
        long high = counters.highestNet() + amount;
        if (holdsTo(credit, AccountFlag.NO_CREDIT_OVER_DEBIT) && high > 0) {
            return EXCEEDS_DEBITS;
        }
        long upper = credit.account().limits().upperNet(credit.account().terms().side());
        return upper != Limits.NO_MAX && high > upper ? EXCEEDS_CREDIT_ACCOUNT_LIMIT : CREATED;
    }

    private static boolean holdsTo(AccountState state, AccountFlag flag) {
        return state.account().terms().flags().contains(flag);
    }

    /**
     * What an account can give before it meets its lower bound, or zero if it has none or is to be closed; never
     * negative.
     */
    static long toGive(AccountState state, boolean closing) {
        long lower = state.account().limits().lowerNet(state.account().terms().side());
        long floor = lower == Limits.NO_MIN ? 0 : lower;
        if (closing || holdsTo(state, AccountFlag.NO_DEBIT_OVER_CREDIT)) {
            floor = Math.max(0, floor);
        }
        return difference(state.counters().lowestNet(), floor);
    }

    /**
     * What an account can take before it meets its upper bound, or zero if it has none or is to be closed; never
     * negative.
     */
    static long toTake(AccountState state, boolean closing) {
        long upper = state.account().limits().upperNet(state.account().terms().side());
        long ceiling = upper == Limits.NO_MAX ? 0 : upper;
        if (closing || holdsTo(state, AccountFlag.NO_CREDIT_OVER_DEBIT)) {
            ceiling = Math.min(0, ceiling);
        }
        return difference(ceiling, state.counters().highestNet());
    }

    private static long difference(long high, long low) {
        if (high <= low) {
            return 0;
        }
        long difference = high - low;
        return difference < 0 ? Long.MAX_VALUE : difference;
    }
}
