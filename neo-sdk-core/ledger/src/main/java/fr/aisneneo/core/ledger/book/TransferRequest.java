package fr.aisneneo.core.ledger.book;

import fr.aisneneo.core.money.Currency;
import fr.aisneneo.core.money.Money;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks the ledger to do. Any combination can be asked; {@link TransferStatus} says what is wrong with one
 * that makes no sense.
 *
 * <pre>{@code
 * TransferRequest.pay(id, anne, bakery, Money.parse("4,50", eusko, FRENCH), BREAD)
 * TransferRequest.hold(id, anne, town, deposit, ROOM, 86_400).about(reservation.value())
 * TransferRequest.post(other, id).amount(1500)
 * }</pre>
 *
 * @param id chosen by the caller; the same request under the same id is done once
 * @param kind what to do
 * @param debit the account to debit; may be null where an earlier transfer says it
 * @param credit the account to credit; may be null where an earlier transfer says it
 * @param amount how much, in minor units; {@link #ALL} for all there is to post, void, reverse or balance
 * @param currency if given, what the accounts must be kept in
 * @param code what it is for, 1 to 65,535; 0 where an earlier transfer says it
 * @param related the earlier transfer to post, void or reverse; null for others
 * @param timeoutSeconds how long it may be pending, up to {@value #MAX_TIMEOUT_SECONDS}; 0 without end
 * @param flags how it differs from a plain one
 * @param reference an id of the application's, if any; where null, that of the earlier transfer
 * @param number a number of the application's; where 0, that of the earlier transfer
 */
public record TransferRequest(
        TransferId id,
        TransferKind kind,
        @Nullable AccountId debit,
        @Nullable AccountId credit,
        long amount,
        @Nullable Currency currency,
        int code,
        @Nullable TransferId related,
        long timeoutSeconds,
        Set<TransferFlag> flags,
        @Nullable UUID reference,
        long number) {
    /** As much as there is. */
    public static final long ALL = Long.MAX_VALUE;

    /** The longest timeout: ten years of 366 days. */
    public static final long MAX_TIMEOUT_SECONDS = 10L * 366 * 86_400;

    /** Copies the flags. */
    public TransferRequest {
        flags = Set.copyOf(flags);
    }

    /**
     * Moves money at once.
     *
     * @param id its id
     * @param debit who pays
     * @param credit who is paid
     * @param amount how much
     * @param code what for
     * @return the request
     */
    public static TransferRequest pay(TransferId id, AccountId debit, AccountId credit, Money amount, int code) {
        return of(id, TransferKind.SINGLE, debit, credit, amount.minorUnits(), null, 0)
                .in(currencyOf(amount))
                .code(code);
    }

    /**
     * Sets money aside.
     *
     * @param id its id
     * @param debit who pays
     * @param credit who will be paid
     * @param amount how much
     * @param code what for
     * @param timeoutSeconds how long; 0 without end
     * @return the request
     */
    public static TransferRequest hold(
            TransferId id, AccountId debit, AccountId credit, Money amount, int code, long timeoutSeconds) {
        return of(id, TransferKind.PENDING, debit, credit, amount.minorUnits(), null, timeoutSeconds)
                .in(currencyOf(amount))
                .code(code);
    }

    /**
     * Moves all that was set aside; {@link #amount} makes it a part, and the rest is released.
     *
     * @param id its id
     * @param pending the pending transfer
     * @return the request
     */
    public static TransferRequest post(TransferId id, TransferId pending) {
        return of(id, TransferKind.POST, null, null, ALL, pending, 0);
    }

    /**
     * Releases what was set aside.
     *
     * @param id its id
     * @param pending the pending transfer
     * @return the request
     */
    public static TransferRequest release(TransferId id, TransferId pending) {
        return of(id, TransferKind.VOID, null, null, ALL, pending, 0);
    }

    /**
     * Moves back what is left of an earlier transfer; {@link #amount} makes it a part.
     *
     * @param id its id
     * @param original the transfer to reverse
     * @return the request
     */
    public static TransferRequest reverse(TransferId id, TransferId original) {
        return of(id, TransferKind.REVERSAL, null, null, ALL, original, 0);
    }

    /**
     * Closes an account: what is left on it goes to another one, pending until somebody posts it, which closes for
     * good, or voids it, which opens the account again.
     *
     * @param id its id
     * @param account the account to close
     * @param heir where the rest goes
     * @param code what for
     * @return the request
     */
    public static TransferRequest close(TransferId id, AccountId account, AccountId heir, int code) {
        return of(id, TransferKind.PENDING, account, heir, ALL, null, 0)
                .code(code)
                .flag(TransferFlag.CLOSING_DEBIT)
                .flag(TransferFlag.BALANCING_DEBIT);
    }

    private static TransferRequest of(
            TransferId id,
            TransferKind kind,
            @Nullable AccountId debit,
            @Nullable AccountId credit,
            long amount,
            @Nullable TransferId related,
            long timeoutSeconds) {
        return new TransferRequest(
                id, kind, debit, credit, amount, null, 0, related, timeoutSeconds, Set.of(), null, 0);
    }

    private static Currency currencyOf(Money amount) {
        return new Currency(amount.currency(), amount.amount().scale());
    }

    /**
     * With another amount.
     *
     * @param minorUnits the amount in minor units
     * @return the request
     */
    public TransferRequest amount(long minorUnits) {
        return new TransferRequest(
                id, kind, debit, credit, minorUnits, currency, code, related, timeoutSeconds, flags, reference, number);
    }

    /**
     * For accounts of a currency only.
     *
     * @param of the currency
     * @return the request
     */
    public TransferRequest in(Currency of) {
        return new TransferRequest(
                id, kind, debit, credit, amount, of, code, related, timeoutSeconds, flags, reference, number);
    }

    /**
     * With another code.
     *
     * @param purpose what it is for
     * @return the request
     */
    public TransferRequest code(int purpose) {
        return new TransferRequest(
                id, kind, debit, credit, amount, currency, purpose, related, timeoutSeconds, flags, reference, number);
    }

    /**
     * With one more flag.
     *
     * @param flag how it differs
     * @return the request
     */
    public TransferRequest flag(TransferFlag flag) {
        Set<TransferFlag> more = new HashSet<>(flags);
        more.add(flag);
        return new TransferRequest(
                id, kind, debit, credit, amount, currency, code, related, timeoutSeconds, more, reference, number);
    }

    /**
     * Linked with the next request of the batch.
     *
     * @return the request
     */
    public TransferRequest linked() {
        return flag(TransferFlag.LINKED);
    }

    /**
     * With an id of the application's.
     *
     * @param subject the id
     * @return the request
     */
    public TransferRequest about(UUID subject) {
        return new TransferRequest(
                id, kind, debit, credit, amount, currency, code, related, timeoutSeconds, flags, subject, number);
    }

    /**
     * With a number of the application's.
     *
     * @param value the number
     * @return the request
     */
    public TransferRequest numbered(long value) {
        return new TransferRequest(
                id, kind, debit, credit, amount, currency, code, related, timeoutSeconds, flags, reference, value);
    }

    /**
     * Whether it has a flag.
     *
     * @param flag the flag
     * @return true if so
     */
    public boolean has(TransferFlag flag) {
        return flags.contains(flag);
    }
}
