package fr.aisneneo.core.ledger;

import fr.aisneneo.core.error.ErrorCode;
import fr.aisneneo.core.error.MessageBundle;
import java.util.Locale;
import java.util.Map;

/**
 * The codes of {@code neo-sdk-core-ledger} beside those of a {@linkplain fr.aisneneo.core.ledger.book.TransferStatus
 * transfer}.
 */
public enum LedgerError implements ErrorCode {
    /** There is no such account, or it is none of the actor's. Facts: {@code id}. */
    ACCOUNT_UNKNOWN("ledger.account.unknown"),
    /** There is no such transfer, or it is none of the actor's. Facts: {@code id}. */
    TRANSFER_UNKNOWN("ledger.transfer_unknown"),
    /** No pending transfer was made in that chain. Facts: {@code id}. */
    CHAIN_UNKNOWN("ledger.chain.unknown"),
    /** The legs do not add up to the same on both sides. Facts: {@code debits}, {@code credits}. */
    LEGS_UNBALANCED("ledger.legs.unbalanced"),
    /**
     * An account to be backed, or to back, is on the credit side, has a past, or is tied already. Facts: {@code id}.
     */
    BACKING_LATE("ledger.backing.late"),
    /** The transfers of an event are not what it commits to: the store was tampered with. Facts: {@code event}. */
    EVENT_DAMAGED("ledger.event.damaged"),
    /** A currency cannot be backed by, or pegged to, itself. Facts: {@code currency}. */
    BACKING_SAME("ledger.backing.same"),
    /**
     * An account of the currency to be backed can go below zero, or is there, and is not the one it is issued from.
     * Facts: {@code id}, {@code currency}.
     */
    BACKING_OVERDRAWN("ledger.backing.overdrawn"),
    /** The currency is not registered. Facts: {@code currency}. */
    CURRENCY_UNKNOWN("ledger.currency.unknown"),
    /** The currency is registered with other decimals. Facts: {@code currency}, {@code scale}. */
    CURRENCY_SCALE("ledger.currency.scale"),
    /** An account of a backed currency could go below zero, which would make money. Facts: {@code currency}. */
    CURRENCY_BACKED("ledger.currency.backed"),
    /** As many standing orders as may be debit the account already. Facts: {@code limit}. */
    ORDERS_TOO_MANY("ledger.orders.too_many");

    private static final MessageBundle TEXTS = MessageBundle.load(name -> LedgerError.class.getResourceAsStream(name));

    private final String code;

    LedgerError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String text(Locale locale, Map<String, ?> facts) {
        return TEXTS.text(code, locale, facts);
    }
}
