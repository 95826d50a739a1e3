package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Town.ANNE;
import static fr.aisneneo.core.ledger.book.TransferStatus.*;

import fr.aisneneo.core.ledger.book.AccountFlag;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.AccountTerms;
import fr.aisneneo.core.ledger.book.Limits;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.ledger.book.TransferFlag;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.book.TransferKind;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.book.TransferStatus;
import fr.aisneneo.core.money.Currency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * For every status a request, what brings it about alone, and what brings a later status about beside it. Each row is
 * for one request that would do well without either. What is wrong with an id is in {@link RepeatCauses}, with the
 * money itself in {@link RoomCauses}.
 */
final class Causes {
    /**
     * A cause and a later one of the same request.
     *
     * @param status what the first cause gives
     * @param base a request that is done
     * @param cause the first cause
     * @param laterStatus what the later cause gives by itself
     * @param later the later cause
     */
    record Row(
            TransferStatus status,
            Supplier<TransferRequest> base,
            Consumer<Draft> cause,
            TransferStatus laterStatus,
            Consumer<Draft> later) {
        @Override
        public String toString() {
            return status + " before " + laterStatus;
        }
    }

    private static final Currency DOLLAR = new Currency("USD", 2);

    private final Town town;
    private final List<Row> rows = new ArrayList<>();
    private final AccountId house;
    private final AccountId other;

    Causes(Town town) {
        this.town = town;
        house = town.house(Side.CREDIT);
        other = town.house(Side.CREDIT);
        rows.addAll(new RepeatCauses(town, house, other).rows());
        shapes();
        options();
        relations();
        accounts();
        pasts();
        closed();
        rows.addAll(new RoomCauses(town, house, other).rows());
    }

    List<Row> rows() {
        return rows;
    }

    private void row(
            TransferStatus status,
            Supplier<TransferRequest> base,
            Consumer<Draft> cause,
            TransferStatus laterStatus,
            Consumer<Draft> later) {
        rows.add(new Row(status, base, cause, laterStatus, later));
    }

    private TransferRequest pay() {
        return town.pay(house, other, 100);
    }

    private TransferRequest hold() {
        return town.hold(house, other, 100, 60);
    }

    private TransferRequest post() {
        return TransferRequest.post(town.id(), done(town.hold(house, other, 100, 0)));
    }

    private TransferRequest release() {
        return TransferRequest.release(town.id(), done(town.hold(house, other, 100, 0)));
    }

    private TransferRequest reverse() {
        return TransferRequest.reverse(town.id(), done(pay()));
    }

    private TransferId done(TransferRequest request) {
        town.ledger.transfer(Town.CHIEF, request);
        return request.id();
    }

    private static AccountId unknown() {
        return new AccountId(UUID.fromString("00000000-0000-0000-0000-0000000000aa"));
    }

    private void shapes() {
        Consumer<Draft> timeout = d -> d.timeout = 5;
        Consumer<Draft> noDebit = d -> d.debit = null;
        Consumer<Draft> noCredit = d -> d.credit = null;
        row(
                KIND_RESERVED,
                this::pay,
                d -> d.kind = TransferKind.EXPIRY,
                ACCOUNTS_MUST_BE_DIFFERENT,
                d -> d.credit = d.debit);
        row(RELATED_REQUIRED, this::post, d -> d.related = null, TIMEOUT_RESERVED_FOR_PENDING, timeout);
        row(RELATED_NOT_ALLOWED, this::pay, d -> d.related = town.id(), DEBIT_ACCOUNT_REQUIRED, noDebit);
        row(RELATED_MUST_BE_DIFFERENT, this::post, d -> d.related = d.id, TIMEOUT_RESERVED_FOR_PENDING, timeout);
        row(DEBIT_ACCOUNT_REQUIRED, this::pay, noDebit, CREDIT_ACCOUNT_REQUIRED, noCredit);
        row(CREDIT_ACCOUNT_REQUIRED, this::pay, noCredit, TIMEOUT_RESERVED_FOR_PENDING, timeout);
        row(ACCOUNTS_MUST_BE_DIFFERENT, this::pay, d -> d.credit = d.debit, TIMEOUT_RESERVED_FOR_PENDING, timeout);
    }

    private void options() {
        Consumer<Draft> noCode = d -> d.code = 0;
        Consumer<Draft> closing = d -> d.flags.add(TransferFlag.CLOSING_CREDIT);
        row(TIMEOUT_RESERVED_FOR_PENDING, this::pay, d -> d.timeout = 5, CLOSING_MUST_BE_PENDING, closing);
        row(TIMEOUT_OUT_OF_RANGE, this::hold, d -> d.timeout = -1, CODE_OUT_OF_RANGE, noCode);
        row(
                TIMEOUT_OUT_OF_RANGE,
                this::hold,
                d -> d.timeout = TransferRequest.MAX_TIMEOUT_SECONDS + 1,
                CODE_OUT_OF_RANGE,
                noCode);
        row(CLOSING_MUST_BE_PENDING, this::pay, closing, CODE_OUT_OF_RANGE, noCode);
        row(
                BALANCING_NOT_ALLOWED,
                this::post,
                d -> d.flags.add(TransferFlag.BALANCING_DEBIT),
                CODE_OUT_OF_RANGE,
                d -> d.code = -1);
        row(CODE_OUT_OF_RANGE, this::pay, d -> d.code = 65_536, AMOUNT_MUST_NOT_BE_NEGATIVE, d -> d.amount = -1);
        row(
                AMOUNT_MUST_NOT_BE_NEGATIVE,
                this::pay,
                d -> d.amount = -1,
                DEBIT_ACCOUNT_NOT_FOUND,
                d -> d.debit = unknown());
        row(AMOUNT_MUST_NOT_BE_ZERO, this::pay, d -> d.amount = 0, DEBIT_ACCOUNT_NOT_FOUND, d -> d.debit = unknown());
    }

    private void relations() {
        Consumer<Draft> dollars = d -> d.currency = DOLLAR;
        TransferId single = done(pay());
        TransferId pending = done(hold());
        AccountId third = town.house(Side.CREDIT);
        AccountId fourth = town.house(Side.CREDIT);
        Consumer<Draft> credit = d -> d.credit = third;
        Consumer<Draft> code = d -> d.code = 9;
        row(RELATED_NOT_FOUND, this::post, d -> d.related = town.id(), CURRENCY_MISMATCH, dollars);
        row(PENDING_TRANSFER_NOT_PENDING, this::post, d -> d.related = single, CURRENCY_MISMATCH, dollars);
        row(PENDING_TRANSFER_NOT_PENDING, this::release, d -> d.related = single, CURRENCY_MISMATCH, dollars);
        row(ORIGINAL_NOT_REVERSIBLE, this::reverse, d -> d.related = pending, CURRENCY_MISMATCH, dollars);
        row(
                RELATED_HAS_DIFFERENT_DEBIT_ACCOUNT,
                this::post,
                d -> d.debit = fourth,
                RELATED_HAS_DIFFERENT_CREDIT_ACCOUNT,
                credit);
        row(RELATED_HAS_DIFFERENT_CREDIT_ACCOUNT, this::post, credit, RELATED_HAS_DIFFERENT_CODE, code);
        row(RELATED_HAS_DIFFERENT_CREDIT_ACCOUNT, this::reverse, credit, CURRENCY_MISMATCH, dollars);
        row(RELATED_HAS_DIFFERENT_CODE, this::post, code, CURRENCY_MISMATCH, dollars);
    }

    private void accounts() {
        AccountId euros = town.open(AccountTerms.house(Currency.EUR, 2, Side.CREDIT), Limits.NONE);
        AccountId closed = closedAccount();
        Consumer<Draft> dollars = d -> d.currency = DOLLAR;
        row(
                DEBIT_ACCOUNT_NOT_FOUND,
                this::pay,
                d -> d.debit = unknown(),
                CREDIT_ACCOUNT_NOT_FOUND,
                d -> d.credit = unknown2());
        row(
                CREDIT_ACCOUNT_NOT_FOUND,
                this::pay,
                d -> d.credit = unknown(),
                DEBIT_ACCOUNT_CLOSED,
                d -> d.debit = closed);
        row(ACCOUNTS_MUST_HAVE_THE_SAME_CURRENCY, this::pay, d -> d.credit = euros, CURRENCY_MISMATCH, dollars);
        row(CURRENCY_MISMATCH, this::pay, dollars, DEBIT_ACCOUNT_CLOSED, d -> d.debit = closed);
        AccountId passing = town.house(Side.CREDIT, AccountFlag.CLEARING);
        Consumer<Draft> throughIt = d -> d.credit = passing;
        row(CURRENCY_MISMATCH, this::hold, dollars, CLEARING_TAKES_NO_PENDING, throughIt);
        row(CLEARING_TAKES_NO_PENDING, this::hold, throughIt, DEBIT_ACCOUNT_CLOSED, d -> d.debit = closed);
        row(
                CLEARING_TAKES_NO_PENDING,
                this::hold,
                d -> d.debit = passing,
                CREDIT_ACCOUNT_CLOSED,
                d -> d.credit = closed);
    }

    private static AccountId unknown2() {
        return new AccountId(UUID.fromString("00000000-0000-0000-0000-0000000000ab"));
    }

    private AccountId closedAccount() {
        AccountId account = town.house(Side.CREDIT);
        done(TransferRequest.close(town.id(), account, house, 3));
        return account;
    }

    private void pasts() {
        TransferId posted = done(town.hold(house, other, 100, 0));
        done(TransferRequest.post(town.id(), posted));
        TransferId voided = done(town.hold(house, other, 100, 0));
        done(TransferRequest.release(town.id(), voided));
        TransferId expired = done(town.hold(house, other, 100, 30));
        town.advance(Duration.ofSeconds(30));
        Consumer<Draft> tooMuch = d -> d.amount = 500;
        Consumer<Draft> another = d -> d.amount = 1;
        row(PENDING_TRANSFER_ALREADY_POSTED, this::post, d -> d.related = posted, EXCEEDS_PENDING_AMOUNT, tooMuch);
        row(PENDING_TRANSFER_ALREADY_VOIDED, this::post, d -> d.related = voided, EXCEEDS_PENDING_AMOUNT, tooMuch);
        row(PENDING_TRANSFER_EXPIRED, this::post, d -> d.related = expired, EXCEEDS_PENDING_AMOUNT, tooMuch);
        row(
                PENDING_TRANSFER_EXPIRED,
                this::release,
                d -> d.related = expired,
                PENDING_TRANSFER_HAS_DIFFERENT_AMOUNT,
                another);
        AccountId closing = town.house(Side.CREDIT);
        TransferId stranded = done(town.hold(house, closing, 100, 0));
        done(TransferRequest.close(town.id(), closing, other, 3));
        row(EXCEEDS_PENDING_AMOUNT, this::post, tooMuch, CREDIT_ACCOUNT_CLOSED, d -> d.related = stranded);
        AccountId payee = town.member(ANNE);
        TransferId paid = done(town.pay(house, payee, 100));
        done(town.pay(payee, other, 100));
        row(EXCEEDS_ORIGINAL_AMOUNT, this::reverse, tooMuch, EXCEEDS_DEBIT_ACCOUNT_LIMIT, d -> d.related = paid);
    }

    private void closed() {
        AccountId one = closedAccount();
        AccountId two = closedAccount();
        AccountId empty = town.member(ANNE);
        row(DEBIT_ACCOUNT_CLOSED, this::pay, d -> d.debit = one, CREDIT_ACCOUNT_CLOSED, d -> d.credit = two);
        row(CREDIT_ACCOUNT_CLOSED, this::pay, d -> d.credit = two, NOTHING_TO_BALANCE, d -> {
            d.debit = empty;
            d.flags.add(TransferFlag.BALANCING_DEBIT);
        });
    }
}
