package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.book.TransferStatus.*;

import fr.aisneneo.core.ledger.book.Account;
import fr.aisneneo.core.ledger.book.AccountFlag;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.Counters;
import fr.aisneneo.core.ledger.book.Limits;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.ledger.book.TransferFlag;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.book.TransferKind;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.book.TransferStatus;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A ledger as one would write it who has all the time in the world: it keeps what was done and nothing else, and adds
 * everything up anew, in numbers without end, whenever it is asked. It shares no code with the rules.
 */
final class Model {
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    /** A transfer that was done. */
    private static final class Fact {
        final TransferRequest request;
        final AccountId debit;
        final AccountId credit;
        final BigInteger amount;
        final Instant at;
        final int code;

        @Nullable TransferKind settled;

        BigInteger reversed = BigInteger.ZERO;

        Fact(TransferRequest request, AccountId debit, AccountId credit, BigInteger amount, Instant at, int code) {
            this.request = request;
            this.debit = debit;
            this.credit = credit;
            this.amount = amount;
            this.at = at;
            this.code = code;
        }

        Fact(Fact other) {
            this(other.request, other.debit, other.credit, other.amount, other.at, other.code);
            settled = other.settled;
            reversed = other.reversed;
        }

        boolean expired(Instant now) {
            return settled == null
                    && request.timeoutSeconds() > 0
                    && !at.plusSeconds(request.timeoutSeconds()).isAfter(now);
        }
    }

    private final Map<AccountId, Account> accounts = new LinkedHashMap<>();
    private Map<TransferId, Fact> facts = new LinkedHashMap<>();
    private final Map<TransferId, TransferStatus> failures = new HashMap<>();
    private Instant now = Instant.MIN;

    void add(Account account) {
        accounts.put(account.id(), account);
    }

    void limits(AccountId id, Limits limits) {
        accounts.computeIfPresent(id, (same, account) -> account.with(limits));
    }

    void time(Instant instant) {
        now = instant.isAfter(now) ? instant : now;
    }

    Counters counters(AccountId id) {
        return new Counters(
                sum(id, true, true).longValueExact(),
                sum(id, true, false).longValueExact(),
                sum(id, false, true).longValueExact(),
                sum(id, false, false).longValueExact());
    }

    private BigInteger sum(AccountId id, boolean debits, boolean pending) {
        BigInteger sum = BigInteger.ZERO;
        for (Fact fact : facts.values()) {
            boolean counts = switch (fact.request.kind()) {
                case PENDING -> pending && fact.settled == null && !fact.expired(now);
                case SINGLE, POST, REVERSAL -> !pending;
                default -> false;
            };
            if (counts && (debits ? fact.debit : fact.credit).equals(id)) {
                sum = sum.add(fact.amount);
            }
        }
        return sum;
    }

    boolean closed(AccountId id) {
        return facts.values().stream()
                .anyMatch(fact -> isClosing(fact.request)
                        && fact.settled != TransferKind.VOID
                        && !fact.expired(now)
                        && ((fact.request.has(TransferFlag.CLOSING_DEBIT) && fact.debit.equals(id))
                                || (fact.request.has(TransferFlag.CLOSING_CREDIT) && fact.credit.equals(id))));
    }

    private static boolean isClosing(TransferRequest request) {
        return request.has(TransferFlag.CLOSING_DEBIT) || request.has(TransferFlag.CLOSING_CREDIT);
    }

    private static boolean isBalancing(TransferRequest request) {
        return request.has(TransferFlag.BALANCING_DEBIT) || request.has(TransferFlag.BALANCING_CREDIT);
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
        Map<TransferId, Fact> before = new LinkedHashMap<>();
        facts.forEach((id, fact) -> before.put(id, new Fact(fact)));
        for (int index = 0; index < chain.size(); index++) {
            TransferStatus status = one(chain.get(index), false);
            if (status == CREATED && index == chain.size() - 1 && somethingIsLeft()) {
                status = CLEARING_NOT_ZERO;
            }
            if (status != CREATED) {
                facts = before;
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

    private boolean somethingIsLeft() {
        return accounts.keySet().stream()
                .anyMatch(id ->
                        has(id, AccountFlag.CLEARING) && !sum(id, true, false).equals(sum(id, false, false)));
    }

    /** Judges a request, and does it unless it is only to be compared. */
    private TransferStatus one(TransferRequest request, boolean compareOnly) {
        Fact first = facts.get(request.id());
        if (first != null) {
            return compare(request, first);
        }
        if (failures.containsKey(request.id())) {
            return ID_ALREADY_FAILED;
        }
        return compareOnly ? CREATED : judge(request);
    }

    private static TransferStatus compare(TransferRequest request, Fact fact) {
        TransferRequest first = fact.request;
        boolean follows = request.related() != null;
        if (request.debit() != null && !request.debit().equals(fact.debit)) {
            return EXISTS_WITH_DIFFERENT_DEBIT_ACCOUNT;
        }
        if (request.credit() != null && !request.credit().equals(fact.credit)) {
            return EXISTS_WITH_DIFFERENT_CREDIT_ACCOUNT;
        }
        if (request.kind() != first.kind()) {
            return EXISTS_WITH_DIFFERENT_KIND;
        }
        for (TransferFlag flag : TransferFlag.values()) {
            if (flag != TransferFlag.LINKED && request.has(flag) != first.has(flag)) {
                return EXISTS_WITH_DIFFERENT_FLAGS;
            }
        }
        if (!Objects.equals(request.related(), first.related())) {
            return EXISTS_WITH_DIFFERENT_RELATED;
        }
        if (request.timeoutSeconds() != first.timeoutSeconds()) {
            return EXISTS_WITH_DIFFERENT_TIMEOUT;
        }
        boolean sameAmount;
        if (isBalancing(request)) {
            sameAmount = BigInteger.valueOf(request.amount()).compareTo(fact.amount) >= 0
                    && (request.amount() == TransferRequest.ALL) == (first.amount() == TransferRequest.ALL);
        } else if (follows && request.amount() == TransferRequest.ALL) {
            sameAmount = first.amount() == TransferRequest.ALL;
        } else {
            sameAmount = BigInteger.valueOf(request.amount()).equals(fact.amount);
        }
        if (!sameAmount) {
            return EXISTS_WITH_DIFFERENT_AMOUNT;
        }
        return request.code() == fact.code || (follows && request.code() == 0) ? EXISTS : EXISTS_WITH_DIFFERENT_CODE;
    }

    private TransferStatus judge(TransferRequest request) {
        boolean follows = request.kind().followsAnother();
        if (request.debit() != null && request.debit().equals(request.credit())) {
            return ACCOUNTS_MUST_BE_DIFFERENT;
        }
        if (request.amount() < 0) {
            return AMOUNT_MUST_NOT_BE_NEGATIVE;
        }
        if (request.amount() == 0 && !isClosing(request)) {
            return AMOUNT_MUST_NOT_BE_ZERO;
        }
        Fact earlier = null;
        AccountId debit = request.debit();
        AccountId credit = request.credit();
        boolean reversal = request.kind() == TransferKind.REVERSAL;
        if (follows) {
            earlier = facts.get(request.related());
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
        if (!accounts.containsKey(debit)) {
            return DEBIT_ACCOUNT_NOT_FOUND;
        }
        if (!accounts.containsKey(credit)) {
            return CREDIT_ACCOUNT_NOT_FOUND;
        }
        if (!accounts.get(debit)
                .terms()
                .currency()
                .equals(accounts.get(credit).terms().currency())) {
            return ACCOUNTS_MUST_HAVE_THE_SAME_CURRENCY;
        }
        boolean clearing = has(debit, AccountFlag.CLEARING) || has(credit, AccountFlag.CLEARING);
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
            if (closed(debit) && !ownDebit) {
                return DEBIT_ACCOUNT_CLOSED;
            }
            if (closed(credit) && !ownCredit) {
                return CREDIT_ACCOUNT_CLOSED;
            }
        }
        if (!settles) {
            amount = balanced(request, debit, credit, amount);
            if (amount.signum() == 0 && !isClosing(request)) {
                return NOTHING_TO_BALANCE;
            }
            if (amount.signum() > 0) {
                TransferStatus room = room(request.kind() == TransferKind.PENDING, debit, credit, amount);
                if (room != CREATED) {
                    return room;
                }
            }
        }
        int code = follows && request.code() == 0 ? earlier.code : request.code();
        facts.put(request.id(), new Fact(request, debit, credit, amount, now, code));
        if (settles) {
            earlier.settled = request.kind();
        } else if (reversal) {
            earlier.reversed = earlier.reversed.add(amount);
        }
        return CREATED;
    }

    private TransferStatus past(TransferRequest request, Fact pending) {
        if (pending.settled == TransferKind.POST) {
            return PENDING_TRANSFER_ALREADY_POSTED;
        }
        if (pending.settled == TransferKind.VOID) {
            return PENDING_TRANSFER_ALREADY_VOIDED;
        }
        if (pending.expired(now)) {
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

    /** The least that credits less debits may be; null for no bound. */
    private @Nullable BigInteger floor(AccountId id) {
        Account account = accounts.get(id);
        Limits limits = account.limits();
        if (account.terms().side() == Side.CREDIT) {
            return limits.min() == Limits.NO_MIN ? null : BigInteger.valueOf(limits.min());
        }
        return limits.max() == Limits.NO_MAX
                ? null
                : BigInteger.valueOf(limits.max()).negate();
    }

    private @Nullable BigInteger ceiling(AccountId id) {
        Account account = accounts.get(id);
        Limits limits = account.limits();
        if (account.terms().side() == Side.CREDIT) {
            return limits.max() == Limits.NO_MAX ? null : BigInteger.valueOf(limits.max());
        }
        return limits.min() == Limits.NO_MIN
                ? null
                : BigInteger.valueOf(limits.min()).negate();
    }

    private boolean has(AccountId id, AccountFlag flag) {
        return accounts.get(id).terms().flags().contains(flag);
    }

    private BigInteger lowest(AccountId id) {
        return sum(id, false, false).subtract(sum(id, true, false)).subtract(sum(id, true, true));
    }

    private BigInteger highest(AccountId id) {
        return sum(id, false, false).add(sum(id, false, true)).subtract(sum(id, true, false));
    }

    private BigInteger balanced(TransferRequest request, AccountId debit, AccountId credit, BigInteger asked) {
        BigInteger amount = asked;
        if (request.has(TransferFlag.BALANCING_DEBIT)) {
            BigInteger floor = Objects.requireNonNullElse(floor(debit), BigInteger.ZERO);
            boolean closing = request.has(TransferFlag.CLOSING_DEBIT);
            floor = closing || has(debit, AccountFlag.NO_DEBIT_OVER_CREDIT) ? floor.max(BigInteger.ZERO) : floor;
            amount = amount.min(lowest(debit).subtract(floor).max(BigInteger.ZERO));
        }
        if (request.has(TransferFlag.BALANCING_CREDIT)) {
            BigInteger ceiling = Objects.requireNonNullElse(ceiling(credit), BigInteger.ZERO);
            boolean closing = request.has(TransferFlag.CLOSING_CREDIT);
            ceiling = closing || has(credit, AccountFlag.NO_CREDIT_OVER_DEBIT) ? ceiling.min(BigInteger.ZERO) : ceiling;
            amount = amount.min(ceiling.subtract(highest(credit)).max(BigInteger.ZERO));
        }
        return amount;
    }

    private TransferStatus room(boolean pending, AccountId debit, AccountId credit, BigInteger amount) {
        if (tooMuch(sum(debit, true, pending).add(amount))) {
            return pending ? OVERFLOWS_DEBITS_PENDING : OVERFLOWS_DEBITS_POSTED;
        }
        if (tooMuch(sum(debit, true, true).add(sum(debit, true, false)).add(amount))) {
            return OVERFLOWS_DEBITS;
        }
        BigInteger low = lowest(debit).subtract(amount);
        if (has(debit, AccountFlag.NO_DEBIT_OVER_CREDIT) && low.signum() < 0) {
            return EXCEEDS_CREDITS;
        }
        BigInteger floor = floor(debit);
        if (floor != null && low.compareTo(floor) < 0) {
            return EXCEEDS_DEBIT_ACCOUNT_LIMIT;
        }
        if (tooMuch(sum(credit, false, pending).add(amount))) {
            return pending ? OVERFLOWS_CREDITS_PENDING : OVERFLOWS_CREDITS_POSTED;
        }
        if (tooMuch(sum(credit, false, true).add(sum(credit, false, false)).add(amount))) {
            return OVERFLOWS_CREDITS;
        }
        BigInteger high = highest(credit).add(amount);
        if (has(credit, AccountFlag.NO_CREDIT_OVER_DEBIT) && high.signum() > 0) {
            return EXCEEDS_DEBITS;
        }
        BigInteger ceiling = ceiling(credit);
        return ceiling != null && high.compareTo(ceiling) > 0 ? EXCEEDS_CREDIT_ACCOUNT_LIMIT : CREATED;
    }

    private static boolean tooMuch(BigInteger number) {
        return number.compareTo(MOST) > 0;
    }
}
