package fr.aisneneo.core.ledger.book;

import fr.aisneneo.core.error.ErrorCode;
import fr.aisneneo.core.error.MessageBundle;
import java.util.Locale;
import java.util.Map;

/**
 * What became of a request, and why. One cause has one status; where several causes hold, the answer is <b>the first of
 * them in the order of these constants</b>, so that an answer can be foretold and tested. The order goes from what the
 * request alone shows, over what was done under its id before, to what it refers to, and at last to money: all that is
 * wrong on the debited account comes before what is wrong on the credited one, so that nobody learns anything of what
 * is on another's account by asking to pay what they do not have.
 *
 * <p>A {@linkplain #passing() passing} cause may be gone tomorrow; still, what failed for one stays failed under its
 * id. What is set aside may be released, and so a pending counter that is too great may pass; a posted one never
 * shrinks. After TigerBeetle's, whose names are kept where the meaning is the same.
 */
public enum TransferStatus implements ErrorCode {
    /** Done. */
    CREATED(false),
    /** Another request of the same chain failed, so that nothing of it was done. */
    LINKED_EVENT_FAILED(false),
    /** The last request of the batch is linked with a next one that is not there. */
    LINKED_EVENT_CHAIN_OPEN(false),
    /** The id is the nil UUID. */
    ID_MUST_NOT_BE_NIL(false),
    /** The id is the max UUID. */
    ID_MUST_NOT_BE_MAX(false),
    /** The id is that of a transfer that debits another account; nothing else is compared. */
    EXISTS_WITH_DIFFERENT_DEBIT_ACCOUNT(false),
    /** The id is that of a transfer that credits another account; nothing more is compared. */
    EXISTS_WITH_DIFFERENT_CREDIT_ACCOUNT(false),
    /** The id is that of a transfer of another kind. */
    EXISTS_WITH_DIFFERENT_KIND(false),
    /** The id is that of a transfer with other flags, {@link TransferFlag#LINKED} apart. */
    EXISTS_WITH_DIFFERENT_FLAGS(false),
    /** The id is that of a transfer that follows another one. */
    EXISTS_WITH_DIFFERENT_RELATED(false),
    /** The id is that of a transfer with another timeout. */
    EXISTS_WITH_DIFFERENT_TIMEOUT(false),
    /** The id is that of a transfer of another amount. */
    EXISTS_WITH_DIFFERENT_AMOUNT(false),
    /** The id is that of a transfer with another code. */
    EXISTS_WITH_DIFFERENT_CODE(false),
    /** The id is that of a transfer with another reference. */
    EXISTS_WITH_DIFFERENT_REFERENCE(false),
    /** The id is that of a transfer with another number. */
    EXISTS_WITH_DIFFERENT_NUMBER(false),
    /** The same request was done before: the answer is the first one's. */
    EXISTS(false),
    /** The id failed before for a cause that may pass: it stays failed, so that a late repetition cannot succeed. */
    ID_ALREADY_FAILED(false),
    /** Nobody can ask for {@link TransferKind#EXPIRY}. */
    KIND_RESERVED(false),
    /** It does not say which transfer to post, void or reverse. */
    RELATED_REQUIRED(false),
    /** A single or pending transfer follows no other one. */
    RELATED_NOT_ALLOWED(false),
    /** It follows itself. */
    RELATED_MUST_BE_DIFFERENT(false),
    /** It does not say whom to debit. */
    DEBIT_ACCOUNT_REQUIRED(false),
    /** It does not say whom to credit. */
    CREDIT_ACCOUNT_REQUIRED(false),
    /** It debits and credits one account. */
    ACCOUNTS_MUST_BE_DIFFERENT(false),
    /** A timeout on anything but a pending transfer. */
    TIMEOUT_RESERVED_FOR_PENDING(false),
    /** A negative timeout, or one over {@link TransferRequest#MAX_TIMEOUT_SECONDS}. */
    TIMEOUT_OUT_OF_RANGE(false),
    /** A closing flag on anything but a pending transfer. */
    CLOSING_MUST_BE_PENDING(false),
    /** A balancing flag on a transfer that follows another one. */
    BALANCING_NOT_ALLOWED(false),
    /** A code below 1 or over 65,535; 0 is for transfers that follow another one. */
    CODE_OUT_OF_RANGE(false),
    /** A negative amount. */
    AMOUNT_MUST_NOT_BE_NEGATIVE(false),
    /** An amount of zero; only what closes an account may be of nothing. */
    AMOUNT_MUST_NOT_BE_ZERO(false),
    /** There is no such earlier transfer. */
    RELATED_NOT_FOUND(true),
    /** What is to be posted or voided was never pending. */
    PENDING_TRANSFER_NOT_PENDING(false),
    /** What is to be reversed moved nothing, or is a reversal itself. */
    ORIGINAL_NOT_REVERSIBLE(false),
    /** The account to debit is given, and not the one that the earlier transfer asks for. */
    RELATED_HAS_DIFFERENT_DEBIT_ACCOUNT(false),
    /** The account to credit is given, and not the one that the earlier transfer asks for. */
    RELATED_HAS_DIFFERENT_CREDIT_ACCOUNT(false),
    /** A code is given to post or void with, and not that of the pending transfer. */
    RELATED_HAS_DIFFERENT_CODE(false),
    /** There is no account to debit. */
    DEBIT_ACCOUNT_NOT_FOUND(true),
    /** There is no account to credit. */
    CREDIT_ACCOUNT_NOT_FOUND(true),
    /** The accounts are kept in two currencies. */
    ACCOUNTS_MUST_HAVE_THE_SAME_CURRENCY(false),
    /** The accounts are kept in another currency than the request. */
    CURRENCY_MISMATCH(false),
    /** A pending transfer on an account that money only {@linkplain AccountFlag#CLEARING passes through}. */
    CLEARING_TAKES_NO_PENDING(false),
    /** What is to be posted or voided was posted. */
    PENDING_TRANSFER_ALREADY_POSTED(false),
    /** What is to be posted or voided was voided. */
    PENDING_TRANSFER_ALREADY_VOIDED(false),
    /** The time of what is to be posted or voided is over. */
    PENDING_TRANSFER_EXPIRED(false),
    /** More is to be posted than was set aside. */
    EXCEEDS_PENDING_AMOUNT(false),
    /** An amount is given to void, and not the one that was set aside. */
    PENDING_TRANSFER_HAS_DIFFERENT_AMOUNT(false),
    /** With what was reversed before, it is more than was moved. */
    EXCEEDS_ORIGINAL_AMOUNT(false),
    /** The account to debit is closed. */
    DEBIT_ACCOUNT_CLOSED(true),
    /** The account to credit is closed. */
    CREDIT_ACCOUNT_CLOSED(true),
    /** A balancing transfer finds nothing that it could move. */
    NOTHING_TO_BALANCE(true),
    /** The pending debits would not fit a {@code long}. */
    OVERFLOWS_DEBITS_PENDING(true),
    /** The posted debits would not fit a {@code long}; they never shrink. */
    OVERFLOWS_DEBITS_POSTED(false),
    /** Pending and posted debits together would not fit a {@code long}. */
    OVERFLOWS_DEBITS(true),
    /** The debited account is held to {@link AccountFlag#NO_DEBIT_OVER_CREDIT}. */
    EXCEEDS_CREDITS(true),
    /** The debited account would leave its {@linkplain Limits limits}. */
    EXCEEDS_DEBIT_ACCOUNT_LIMIT(true),
    /** The pending credits would not fit a {@code long}. */
    OVERFLOWS_CREDITS_PENDING(true),
    /** The posted credits would not fit a {@code long}; they never shrink. */
    OVERFLOWS_CREDITS_POSTED(false),
    /** Pending and posted credits together would not fit a {@code long}. */
    OVERFLOWS_CREDITS(true),
    /** The credited account is held to {@link AccountFlag#NO_CREDIT_OVER_DEBIT}. */
    EXCEEDS_DEBITS(true),
    /** The credited account would leave its {@linkplain Limits limits}. */
    EXCEEDS_CREDIT_ACCOUNT_LIMIT(true),
    /** More of a local currency would be in circulation than its reserve covers. */
    EXCEEDS_RESERVE(true),
    /**
     * With this last one of the chain, or this single one, something is left on an account that money only
     * {@linkplain AccountFlag#CLEARING passes through}.
     */
    CLEARING_NOT_ZERO(false);

    private static final MessageBundle TEXTS =
            MessageBundle.load(name -> TransferStatus.class.getResourceAsStream(name));

    private final String code;
    private final boolean passing;

    TransferStatus(boolean passing) {
        this.code = "ledger.transfer." + name().toLowerCase(Locale.ROOT);
        this.passing = passing;
    }

    /**
     * Whether the cause may pass, so that the id is remembered as failed.
     *
     * @return true for what is missing, closed, not enough, or too much because of what is set aside
     */
    public boolean passing() {
        return passing;
    }

    /**
     * Whether what was asked for is done, now or before.
     *
     * @return true for {@link #CREATED} and {@link #EXISTS}
     */
    public boolean done() {
        return this == CREATED || this == EXISTS;
    }

    /**
     * Whether the id was used for something else.
     *
     * @return true for {@code EXISTS_WITH_DIFFERENT_…}
     */
    public boolean differs() {
        return compareTo(EXISTS_WITH_DIFFERENT_DEBIT_ACCOUNT) >= 0 && compareTo(EXISTS) < 0;
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
