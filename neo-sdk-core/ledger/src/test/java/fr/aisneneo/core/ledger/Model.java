package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.book.TransferStatus.*;

import fr.aisneneo.core.ledger.book.Account;
import fr.aisneneo.core.ledger.book.AccountFlag;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.Counters;
import fr.aisneneo.core.ledger.book.Limits;
import fr.aisneneo.core.ledger.book.TransferFlag;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.book.TransferKind;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.book.TransferStatus;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A ledger as one would write it who has all the time in the world: it keeps what was done and nothing else, and adds
 * everything up anew, in numbers without end, whenever it is asked. It shares no code with the rules.
 */
final class Model {
    private final ModelBook book = new ModelBook();
    private final ModelRoom room = new ModelRoom(book);
    private final Map<TransferId, TransferStatus> failures = new HashMap<>();

    void add(Account account) {
        book.accounts.put(account.id(), account);
    }

    void limits(AccountId id, Limits limits) {
        book.accounts.computeIfPresent(id, (same, account) -> account.with(limits));
    }

    void time(Instant instant) {
        book.now = instant.isAfter(book.now) ? instant : book.now;
    }

    Counters counters(AccountId id) {
        return book.counters(id);
    }

    boolean closed(AccountId id) {
        return book.closed(id);
    }

    List<TransferStatus> submit(List<TransferRequest> batch) {
        List<TransferStatus> statuses = new ArrayList<>();
        List<TransferRequest> chain = new ArrayList<>();
        for (TransferRequest request : batch) {
            chain.add(request);
            if (!request.has(TransferFlag.LINKED)) {
                statuses.addAll(chain(chain));
                chain.clear();
            }
        }
        for (int open = 0; open < chain.size(); open++) {
            statuses.add(open == chain.size() - 1 ? LINKED_EVENT_CHAIN_OPEN : LINKED_EVENT_FAILED);
        }
        return statuses;
    }

    private List<TransferStatus> chain(List<TransferRequest> chain) {
        if (chain.stream().allMatch(request -> one(request, true) == EXISTS)) {
            return chain.stream().map(request -> EXISTS).toList();
        }
        Map<TransferId, ModelBook.Fact> before = book.copy();
        for (int index = 0; index < chain.size(); index++) {
            TransferStatus status = one(chain.get(index), false);
            if (status == CREATED && index == chain.size() - 1 && book.somethingIsLeft()) {
                status = CLEARING_NOT_ZERO;
            }
            if (status != CREATED) {
                book.backTo(before);
                if (status.passing()) {
                    failures.put(chain.get(index).id(), status);
                }
                List<TransferStatus> statuses = new ArrayList<>();
                chain.forEach(request -> statuses.add(LINKED_EVENT_FAILED));
                statuses.set(index, status);
                return statuses;
            }
        }
        return chain.stream().map(request -> CREATED).toList();
    }

    /** Judges a request, and does it unless it is only to be compared. */
    private TransferStatus one(TransferRequest request, boolean compareOnly) {
        ModelBook.Fact first = book.fact(request.id());
        if (first != null) {
            return ModelRepeats.compare(request, first);
        }
        if (failures.containsKey(request.id())) {
            return ID_ALREADY_FAILED;
        }
        return compareOnly ? CREATED : judge(request);
    }

    private TransferStatus judge(TransferRequest request) {
        boolean follows = request.kind().followsAnother();
        if (request.debit() != null && request.debit().equals(request.credit())) {
            return ACCOUNTS_MUST_BE_DIFFERENT;
        }
        if (request.amount() < 0) {
            return AMOUNT_MUST_NOT_BE_NEGATIVE;
        }
        if (request.amount() == 0 && !ModelBook.isClosing(request)) {
            return AMOUNT_MUST_NOT_BE_ZERO;
        }
        ModelBook.Fact earlier = null;
        AccountId debit = request.debit();
        AccountId credit = request.credit();
        boolean reversal = request.kind() == TransferKind.REVERSAL;
        if (follows) {
            earlier = book.fact(request.related());
            if (earlier == null) {
                return RELATED_NOT_FOUND;
            }
            TransferKind kind = earlier.request.kind();
            if (!reversal && kind != TransferKind.PENDING) {
                return PENDING_TRANSFER_NOT_PENDING;
            }
            if (reversal && kind != TransferKind.SINGLE && kind != TransferKind.POST) {
                return ORIGINAL_NOT_REVERSIBLE;
            }
            debit = reversal ? earlier.credit : earlier.debit;
            credit = reversal ? earlier.debit : earlier.credit;
            if (request.debit() != null && !request.debit().equals(debit)) {
                return RELATED_HAS_DIFFERENT_DEBIT_ACCOUNT;
            }
            if (request.credit() != null && !request.credit().equals(credit)) {
                return RELATED_HAS_DIFFERENT_CREDIT_ACCOUNT;
            }
            if (!reversal && request.code() != 0 && request.code() != earlier.code) {
                return RELATED_HAS_DIFFERENT_CODE;
            }
        }
        if (!book.accounts.containsKey(debit)) {
            return DEBIT_ACCOUNT_NOT_FOUND;
        }
        if (!book.accounts.containsKey(credit)) {
            return CREDIT_ACCOUNT_NOT_FOUND;
        }
        if (!book.accounts
                .get(debit)
                .terms()
                .currency()
                .equals(book.accounts.get(credit).terms().currency())) {
            return ACCOUNTS_MUST_HAVE_THE_SAME_CURRENCY;
        }
        boolean clearing = book.has(debit, AccountFlag.CLEARING) || book.has(credit, AccountFlag.CLEARING);
        if (clearing && request.kind() == TransferKind.PENDING) {
            return CLEARING_TAKES_NO_PENDING;
        }
        boolean settles = follows && !reversal;
        if (settles) {
            TransferStatus past = past(request, earlier);
            if (past != CREATED) {
                return past;
            }
        }
        BigInteger left = earlier == null ? BigInteger.ZERO : earlier.amount.subtract(earlier.reversed);
        BigInteger amount =
                request.amount() == TransferRequest.ALL && follows ? left : BigInteger.valueOf(request.amount());
        if (reversal && (left.signum() == 0 || amount.compareTo(left) > 0)) {
            return EXCEEDS_ORIGINAL_AMOUNT;
        }
        if (request.kind() != TransferKind.VOID) {
            boolean ownDebit = settles && earlier.request.has(TransferFlag.CLOSING_DEBIT);
            boolean ownCredit = settles && earlier.request.has(TransferFlag.CLOSING_CREDIT);
            if (book.closed(debit) && !ownDebit) {
                return DEBIT_ACCOUNT_CLOSED;
            }
            if (book.closed(credit) && !ownCredit) {
                return CREDIT_ACCOUNT_CLOSED;
            }
        }
        if (!settles) {
            amount = room.balanced(request, debit, credit, amount);
            if (amount.signum() == 0 && !ModelBook.isClosing(request)) {
                return NOTHING_TO_BALANCE;
            }
            if (amount.signum() > 0) {
                TransferStatus status = room.room(request.kind() == TransferKind.PENDING, debit, credit, amount);
                if (status != CREATED) {
                    return status;
                }
            }
        }
        int code = follows && request.code() == 0 ? earlier.code : request.code();
        book.add(new ModelBook.Fact(request, debit, credit, amount, book.now, code));
        if (settles) {
            earlier.settled = request.kind();
        } else if (reversal) {
            earlier.reversed = earlier.reversed.add(amount);
        }
        return CREATED;
    }

    private TransferStatus past(TransferRequest request, ModelBook.Fact pending) {
        if (pending.settled == TransferKind.POST) {
            return PENDING_TRANSFER_ALREADY_POSTED;
        }
        if (pending.settled == TransferKind.VOID) {
            return PENDING_TRANSFER_ALREADY_VOIDED;
        }
        if (pending.expired(book.now)) {
            return PENDING_TRANSFER_EXPIRED;
        }
        if (request.amount() == TransferRequest.ALL) {
            return CREATED;
        }
        int compared = BigInteger.valueOf(request.amount()).compareTo(pending.amount);
        if (request.kind() == TransferKind.VOID) {
            return compared == 0 ? CREATED : PENDING_TRANSFER_HAS_DIFFERENT_AMOUNT;
        }
        return compared > 0 ? EXCEEDS_PENDING_AMOUNT : CREATED;
    }
}
