package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.book.TransferStatus.*;

import fr.aisneneo.core.ledger.book.Account;
import fr.aisneneo.core.ledger.book.AccountFlag;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.Counters;
import fr.aisneneo.core.ledger.book.TransferFlag;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.book.TransferKind;
import fr.aisneneo.core.ledger.book.TransferRequest;
import java.math.BigInteger;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was done, and nothing else: everything is added up anew, in numbers without end, whenever it is asked. */
final class ModelBook {
    /** A transfer that was done. */
    static final class Fact {
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

    final Map<AccountId, Account> accounts = new LinkedHashMap<>();
    private Map<TransferId, Fact> facts = new LinkedHashMap<>();
    Instant now = Instant.MIN;

    @Nullable Fact fact(@Nullable TransferId id) {
        return facts.get(id);
    }

    void add(Fact fact) {
        facts.put(fact.request.id(), fact);
    }

    Map<TransferId, Fact> copy() {
        Map<TransferId, Fact> copy = new LinkedHashMap<>();
        facts.forEach((id, fact) -> copy.put(id, new Fact(fact)));
        return copy;
    }

    void backTo(Map<TransferId, Fact> before) {
        facts = before;
    }

    Counters counters(AccountId id) {
        return new Counters(
                sum(id, true, true).longValueExact(),
                sum(id, true, false).longValueExact(),
                sum(id, false, true).longValueExact(),
                sum(id, false, false).longValueExact());
    }

    BigInteger sum(AccountId id, boolean debits, boolean pending) {
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

    static boolean isClosing(TransferRequest request) {
        return request.has(TransferFlag.CLOSING_DEBIT) || request.has(TransferFlag.CLOSING_CREDIT);
    }

    static boolean isBalancing(TransferRequest request) {
        return request.has(TransferFlag.BALANCING_DEBIT) || request.has(TransferFlag.BALANCING_CREDIT);
    }

    boolean somethingIsLeft() {
        return accounts.keySet().stream()
                .anyMatch(id ->
                        has(id, AccountFlag.CLEARING) && !sum(id, true, false).equals(sum(id, false, false)));
    }

    boolean has(AccountId id, AccountFlag flag) {
        return accounts.get(id).terms().flags().contains(flag);
    }

    BigInteger lowest(AccountId id) {
        return sum(id, false, false).subtract(sum(id, true, false)).subtract(sum(id, true, true));
    }

    BigInteger highest(AccountId id) {
        return sum(id, false, false).add(sum(id, false, true)).subtract(sum(id, true, false));
    }
}
