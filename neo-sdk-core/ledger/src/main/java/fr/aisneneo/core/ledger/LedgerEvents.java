package fr.aisneneo.core.ledger;

import fr.aisneneo.core.event.Aggregate;
import fr.aisneneo.core.event.EventType;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.RegisteredCurrency;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.money.Currency;

/**
 * What the ledger writes into the journal, in the transaction of the change: pseudonyms, never names.
 *
 * <p>Immutable and thread-safe.
 */
public final class LedgerEvents {
    /** An account was opened. */
    public static final EventType<AccountOpened> ACCOUNT_OPENED =
            new EventType<>("ledger.account.opened", AccountOpened.class);

    /** The limits of an account were changed. */
    public static final EventType<LimitsChanged> LIMITS_CHANGED =
            new EventType<>("ledger.account.limits_changed", LimitsChanged.class);

    /** What is issued from an account was tied to a reserve. */
    public static final EventType<AccountBacked> ACCOUNT_BACKED =
            new EventType<>("ledger.account.backed", AccountBacked.class);

    /** The balance of an account left its soft limits. */
    public static final EventType<SoftLimitCrossed> SOFT_LIMIT_CROSSED =
            new EventType<>("ledger.account.soft_limit_crossed", SoftLimitCrossed.class);

    /** Transfers were made, all by one command. */
    public static final EventType<TransfersMade> TRANSFERS_MADE =
            new EventType<>("ledger.transfers.made", TransfersMade.class);

    /** A currency was registered, or pegged to another one; the payload is the currency as it is then. */
    public static final EventType<RegisteredCurrency> CURRENCY_REGISTERED =
            new EventType<>("ledger.currency.registered", RegisteredCurrency.class);

    private LedgerEvents() {}

    /**
     * What the events of a currency are about.
     *
     * @param currency the currency
     * @return its aggregate: {@code ledger_currency} and its code
     */
    public static Aggregate aggregate(Currency currency) {
        return new Aggregate("ledger_currency", currency.code());
    }

    /**
     * What the events of an account are about.
     *
     * @param id the account
     * @return its aggregate: {@code ledger_account} and its id
     */
    public static Aggregate aggregate(AccountId id) {
        return Aggregate.of("ledger_account", id);
    }

    /**
     * What an event about transfers is about.
     *
     * @param first the first of the transfers
     * @return the aggregate: {@code ledger_transfers} and its id
     */
    public static Aggregate aggregate(TransferId first) {
        return Aggregate.of("ledger_transfers", first);
    }
}
