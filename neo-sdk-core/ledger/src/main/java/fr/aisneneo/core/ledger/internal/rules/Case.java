package fr.aisneneo.core.ledger.internal.rules;

import static fr.aisneneo.core.ledger.book.TransferStatus.*;

import fr.aisneneo.core.id.TypedId;
import fr.aisneneo.core.ledger.book.TransferFlag;
import fr.aisneneo.core.ledger.book.TransferKind;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.book.TransferStatus;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request with all that it refers to, looked up in the order of the statuses. Used by one thread. */
final class Case {
    final TransferRequest request;
    private final Books books;
    private @Nullable Entry related;
    private @Nullable AccountState debit;
    private @Nullable AccountState credit;

    Case(TransferRequest request, Books books) {
        this.request = request;
        this.books = books;
    }

    /** Finds the earlier transfer and the accounts; {@code CREATED} if all is there and fits. */
    TransferStatus find() {
        TransferStatus earlier = request.kind().followsAnother() ? findRelated() : CREATED;
        return earlier == CREATED ? findAccounts() : earlier;
    }

    private TransferStatus findRelated() {
        LedgerRecord found =
                books.record(Objects.requireNonNull(request.related()).value());
        if (!(found instanceof Entry entry)) {
            return RELATED_NOT_FOUND;
        }
        related = entry;
        boolean reversal = request.kind() == TransferKind.REVERSAL;
        if (!reversal && entry.kind() != TransferKind.PENDING) {
            return PENDING_TRANSFER_NOT_PENDING;
        }
        if (reversal && entry.kind() != TransferKind.SINGLE && entry.kind() != TransferKind.POST) {
            return ORIGINAL_NOT_REVERSIBLE;
        }
        if (isOther(request.debit(), reversal ? entry.credit() : entry.debit())) {
            return RELATED_HAS_DIFFERENT_DEBIT_ACCOUNT;
        }
        if (isOther(request.credit(), reversal ? entry.debit() : entry.credit())) {
            return RELATED_HAS_DIFFERENT_CREDIT_ACCOUNT;
        }
        boolean otherCode = request.code() != 0 && request.code() != entry.code();
        return !reversal && otherCode ? RELATED_HAS_DIFFERENT_CODE : CREATED;
    }

    private static boolean isOther(@Nullable TypedId given, UUID expected) {
        return given != null && !given.value().equals(expected);
    }

    private TransferStatus findAccounts() {
        debit = books.account(debitId());
        if (debit == null) {
            return DEBIT_ACCOUNT_NOT_FOUND;
        }
        credit = books.account(creditId());
        if (credit == null) {
            return CREDIT_ACCOUNT_NOT_FOUND;
        }
        var currency = debit.account().terms().currency();
        if (!currency.equals(credit.account().terms().currency())) {
            return ACCOUNTS_MUST_HAVE_THE_SAME_CURRENCY;
        }
        if (request.currency() != null && !request.currency().equals(currency)) {
            return CURRENCY_MISMATCH;
        }
        boolean passing = debit.onlyPasses() || credit.onlyPasses();
        return passing && request.kind() == TransferKind.PENDING ? CLEARING_TAKES_NO_PENDING : CREATED;
    }

    private UUID debitId() {
        if (related != null) {
            return request.kind() == TransferKind.REVERSAL ? related.credit() : related.debit();
        }
        return Objects.requireNonNull(request.debit()).value();
    }

    private UUID creditId() {
        if (related != null) {
            return request.kind() == TransferKind.REVERSAL ? related.debit() : related.credit();
        }
        return Objects.requireNonNull(request.credit()).value();
    }

    /** Looks at the accounts again, after something was done to them. */
    void refresh() {
        debit = books.account(debitId());
        credit = books.account(creditId());
    }

    AccountState debit() {
        return Objects.requireNonNull(debit);
    }

    AccountState credit() {
        return Objects.requireNonNull(credit);
    }

    Entry related() {
        return Objects.requireNonNull(related);
    }

    boolean follows() {
        return related != null;
    }

    /** Whether a flag is on this request, or on the pending transfer that it settles. */
    boolean closes(TransferFlag flag) {
        return related == null ? request.has(flag) : related.flags().contains(flag);
    }

    boolean asksForAll() {
        return request.amount() == TransferRequest.ALL && (follows() || RequestRules.balances(request));
    }

    /** When it happens: never at or before anything that happened to its accounts. */
    long at(long now) {
        return Math.max(now, Math.max(debit().last(), credit().last()) + 1);
    }
}
