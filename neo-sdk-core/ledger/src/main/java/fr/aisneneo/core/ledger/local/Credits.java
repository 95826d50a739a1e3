package fr.aisneneo.core.ledger.local;

import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.ledger.Ledger;
import fr.aisneneo.core.ledger.LedgerPermissions;
import fr.aisneneo.core.ledger.TransferPage;
import fr.aisneneo.core.ledger.book.Account;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.Limits;
import fr.aisneneo.core.ledger.book.Transfer;
import fr.aisneneo.core.ledger.book.TransferKind;
import fr.aisneneo.core.storage.Cursor;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Grants credit by rule. It reads the past of an account: fit for once a day, or after a payment.
 *
 * <p>Thread-safe.
 */
public final class Credits {
    private static final Set<TransferKind> MOVES =
            Set.of(TransferKind.SINGLE, TransferKind.POST, TransferKind.REVERSAL);

    private final Ledger ledger;

    private Credits(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Credit on a ledger.
     *
     * @param ledger the ledger
     * @return the credits
     */
    public static Credits of(Ledger ledger) {
        return new Credits(ledger);
    }

    /**
     * What a rule grants an account.
     *
     * @param actor who asks; needs {@link LedgerPermissions#READ} for its owner
     * @param account which account, on the credit side
     * @param rule the rule
     * @return the credit, 0 or more, in minor units
     * @throws NotFoundException {@code ledger.account.unknown}, also for one that the actor may not see
     */
    public long granted(Actor actor, AccountId account, CreditRule rule) {
        Map<AccountId, BigInteger> gained = new HashMap<>();
        Optional<Cursor> next = Optional.empty();
        do {
            TransferPage page = ledger.history().ofAccount(actor, account, 1_000, next);
            page.transfers().stream()
                    .filter(transfer -> MOVES.contains(transfer.kind()))
                    .forEach(transfer -> count(gained, account, transfer));
            next = page.next();
        } while (next.isPresent());
        BigInteger counted = gained.values().stream()
                .map(amount -> amount.max(BigInteger.ZERO).min(BigInteger.valueOf(rule.perPartner())))
                .reduce(BigInteger.ZERO, BigInteger::add)
                .min(BigInteger.valueOf(Long.MAX_VALUE));
        BigInteger grown = BigInteger.valueOf(rule.base())
                .add(BigInteger.valueOf(rule.share().floorOf(counted.longValueExact())));
        return grown.min(BigInteger.valueOf(rule.cap())).longValueExact();
    }

    private static void count(Map<AccountId, BigInteger> gained, AccountId account, Transfer transfer) {
        BigInteger amount = BigInteger.valueOf(transfer.amount());
        if (transfer.credit().equals(account)) {
            gained.merge(transfer.debit(), amount, BigInteger::add);
        } else {
            gained.merge(transfer.credit(), amount.negate(), BigInteger::add);
        }
    }

    /**
     * Lets the credit of an account grow to what a rule grants. It never shrinks.
     *
     * @param actor who; needs {@link LedgerPermissions#MANAGE} and {@link LedgerPermissions#READ}
     * @param id which account, on the credit side
     * @param rule the rule
     * @return the account
     * @throws NotFoundException {@code ledger.account.unknown}, also for one that the actor may not see
     * @throws RefusedException {@code ledger.currency.backed} where a reserve backs the currency: credit would be money
     *     that nothing backs
     */
    public Account grow(Actor actor, AccountId id, CreditRule rule) {
        long granted = granted(actor, id, rule);
        Account account = ledger.account(actor, id);
        Limits limits = account.limits();
        return limits.min() <= -granted ? account : ledger.changeLimits(actor, id, limits.withMin(-granted));
    }
}
