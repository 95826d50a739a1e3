package fr.aisneneo.core.ledger.local;

import fr.aisneneo.core.error.ErrorCode;
import fr.aisneneo.core.error.MessageBundle;
import java.util.Locale;
import java.util.Map;

/** The codes of the local currency. */
public enum LocalError implements ErrorCode {
    /** The amount is no whole number of the other currency's minor units. Facts: {@code amount}. */
    NOT_CONVERTIBLE("ledger.local.not_convertible"),
    /** The currency's plan does not let an account at this place in the chart have euros back. Facts: {@code place}. */
    REDEEM_NOT_ALLOWED("ledger.local.redeem_not_allowed"),
    /** It is not the day of the demurrage yet. Facts: {@code on}. */
    DEMURRAGE_EARLY("ledger.local.demurrage_early"),
    /** A scanned text is no payment code. */
    CODE_MALFORMED("ledger.local.code_malformed"),
    /** A payment code is of a version that this does not know. Facts: {@code version}. */
    CODE_VERSION("ledger.local.code_version"),
    /** A voucher was not signed by this issuer, or was altered. */
    VOUCHER_FALSE("ledger.local.voucher_false"),
    /** A voucher is no longer taken. Facts: {@code expires}. */
    VOUCHER_EXPIRED("ledger.local.voucher_expired"),
    /** A voucher can still be redeemed, so its money stays. Facts: {@code expires}. */
    VOUCHER_VALID("ledger.local.voucher_valid"),
    /** A voucher was redeemed, or its money was given back. */
    VOUCHER_REDEEMED("ledger.local.voucher_redeemed"),
    /** The ledger has no sale of just this voucher, or the sale was reversed. */
    VOUCHER_UNSOLD("ledger.local.voucher_unsold"),
    /** By a proposal to clear, somebody would owe more, or less, than it is owed. */
    CLEARING_UNBALANCED("ledger.local.clearing_unbalanced"),
    /** A payment request was answered. Facts: {@code state}. */
    REQUEST_ANSWERED("ledger.local.request_answered"),
    /** There is no such payment request, or it is none of the actor's. Facts: {@code id}. */
    REQUEST_UNKNOWN("ledger.local.request_unknown"),
    /** As many payment requests as may be are open already. Facts: {@code limit}. */
    REQUESTS_TOO_MANY("ledger.local.requests_too_many");

    private static final MessageBundle TEXTS = MessageBundle.load(name -> LocalError.class.getResourceAsStream(name));

    private final String code;

    LocalError(String code) {
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
