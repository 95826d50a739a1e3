package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.book.TransferStatus.*;

import fr.aisneneo.core.ledger.book.Account;
import fr.aisneneo.core.ledger.book.AccountFlag;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.Limits;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.ledger.book.TransferFlag;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.book.TransferStatus;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an account can give and take, for {@link Model}. */
final class ModelRoom {
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    private final ModelBook book;

    ModelRoom(ModelBook book) {
        this.book = book;
    }

    /** The least that credits less debits may be; null for no bound. */
    private @Nullable BigInteger floor(AccountId id) {
        Account account = book.accounts.get(id);
        Limits limits = account.limits();
        if (account.terms().side() == Side.CREDIT) {
            return limits.min() == Limits.NO_MIN ? null : BigInteger.valueOf(limits.min());
        }
        return limits.max() == Limits.NO_MAX
                ? null
                : BigInteger.valueOf(limits.max()).negate();
    }

    private @Nullable BigInteger ceiling(AccountId id) {
        Account account = book.accounts.get(id);
        Limits limits = account.limits();
        if (account.terms().side() == Side.CREDIT) {
            return limits.max() == Limits.NO_MAX ? null : BigInteger.valueOf(limits.max());
        }
        return limits.min() == Limits.NO_MIN
                ? null
                : BigInteger.valueOf(limits.min()).negate();
    }

    BigInteger balanced(TransferRequest request, AccountId debit, AccountId credit, BigInteger asked) {
        BigInteger amount = asked;
        if (request.has(TransferFlag.BALANCING_DEBIT)) {
            BigInteger floor = Objects.requireNonNullElse(floor(debit), BigInteger.ZERO);
            boolean closing = request.has(TransferFlag.CLOSING_DEBIT);
            floor = closing || book.has(debit, AccountFlag.NO_DEBIT_OVER_CREDIT) ? floor.max(BigInteger.ZERO) : floor;
            amount = amount.min(book.lowest(debit).subtract(floor).max(BigInteger.ZERO));
        }
        if (request.has(TransferFlag.BALANCING_CREDIT)) {
            BigInteger ceiling = Objects.requireNonNullElse(ceiling(credit), BigInteger.ZERO);
            boolean closing = request.has(TransferFlag.CLOSING_CREDIT);
            ceiling = closing || book.has(credit, AccountFlag.NO_CREDIT_OVER_DEBIT)
                    ? ceiling.min(BigInteger.ZERO)
                    : ceiling;
            amount = amount.min(ceiling.subtract(book.highest(credit)).max(BigInteger.ZERO));
        }
        return amount;
    }

    TransferStatus room(boolean pending, AccountId debit, AccountId credit, BigInteger amount) {
        if (tooMuch(book.sum(debit, true, pending).add(amount))) {
            return pending ? OVERFLOWS_DEBITS_PENDING : OVERFLOWS_DEBITS_POSTED;
        }
        if (tooMuch(
                book.sum(debit, true, true).add(book.sum(debit, true, false)).add(amount))) {
            return OVERFLOWS_DEBITS;
        }
        BigInteger low = book.lowest(debit).subtract(amount);
        if (book.has(debit, AccountFlag.NO_DEBIT_OVER_CREDIT) && low.signum() < 0) {
            return EXCEEDS_CREDITS;
        }
        BigInteger floor = floor(debit);
        if (floor != null && low.compareTo(floor) < 0) {
            return EXCEEDS_DEBIT_ACCOUNT_LIMIT;
        }
        if (tooMuch(book.sum(credit, false, pending).add(amount))) {
            return pending ? OVERFLOWS_CREDITS_PENDING : OVERFLOWS_CREDITS_POSTED;
        }
        if (tooMuch(book.sum(credit, false, true)
                .add(book.sum(credit, false, false))
                .add(amount))) {
            return OVERFLOWS_CREDITS;
        }
        BigInteger high = book.highest(credit).add(amount);
        if (book.has(credit, AccountFlag.NO_CREDIT_OVER_DEBIT) && high.signum() > 0) {
            return EXCEEDS_DEBITS;
        }
        BigInteger ceiling = ceiling(credit);
        return ceiling != null && high.compareTo(ceiling) > 0 ? EXCEEDS_CREDIT_ACCOUNT_LIMIT : CREATED;
    }

    private static boolean tooMuch(BigInteger number) {
        return number.compareTo(MOST) > 0;
    }
}
