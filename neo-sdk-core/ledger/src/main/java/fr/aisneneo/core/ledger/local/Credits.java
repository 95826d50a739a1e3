package fr.aisneneo.core.ledger.local;

import fr.aisneneo.core.Neo;
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
import fr.aisneneo.core.ledger.internal.kept.AccountPast;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.Cursor;
import fr.aisneneo.core.storage.Transaction;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Grants credit by rule. It reads the past of an account: fit for once a day, or after a payment.
 *
 * <p>A partner is a party, however many accounts it has. What an account is paid by the house or from another account
 * of its own party counts for nothing. A refund takes back what the payment counted, whenever it is made: all of the
 * past counts, so that payment and refund are always both in it.
 *
 * <p>Thread-safe.
 */
public final class Credits {
    private static final Set<TransferKind> MOVES =
            Set.of(TransferKind.SINGLE, TransferKind.POST, TransferKind.REVERSAL);

    private final Neo neo;
    private final Ledger ledger;

    private Credits(Neo neo, Ledger ledger) {
        this.neo = neo;
        this.ledger = ledger;
    }

    /**
     * Credit on a ledger.
     *
     * @param neo the open SDK
     * @param ledger its ledger
     * @return the credits
     */
    public static Credits of(Neo neo, Ledger ledger) {
        return new Credits(neo, ledger);
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
        return neo.store().read(tx -> granted(tx, actor, account, rule));
    }

    private long granted(Transaction tx, Actor actor, AccountId account, CreditRule rule) {
        PartyId self = ledger.account(actor, account).terms().owner();
        Map<AccountId, Optional<PartyId>> owners = new HashMap<>();
        Map<PartyId, BigInteger> gained = new HashMap<>();
        Optional<Cursor> next = Optional.empty();
        do {
            TransferPage page = ledger.history().ofAccount(actor, account, 1_000, next);
            for (Transfer transfer : page.transfers()) {
                if (MOVES.contains(transfer.kind())) {
                    boolean credited = transfer.credit().equals(account);
                    BigInteger amount = BigInteger.valueOf(credited ? transfer.amount() : -transfer.amount());
                    owners.computeIfAbsent(
                                    credited ? transfer.debit() : transfer.credit(), other -> owner(tx, actor, other))
                            .filter(partner -> !partner.equals(self))
                            .ifPresent(partner -> gained.merge(partner, amount, BigInteger::add));
                }
            }
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

    private static Optional<PartyId> owner(Transaction tx, Actor actor, AccountId account) {
        return AccountPast.find(tx, actor.tenant(), account.value())
                .map(state -> state.account().terms().owner());
    }

    /**
     * Lets the credit of an account grow to what a rule grants. It never shrinks. What else is limited stays as it is
     * then, also if it is changed at the same time.
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
        return neo.store().write(Contention.on(actor.tenant(), "ledger_account", id.text()), tx -> {
            long granted = granted(tx, actor, id, rule);
            Account account = ledger.account(actor, id);
            Limits limits = account.limits();
            return limits.min() <= -granted ? account : ledger.changeLimits(actor, id, limits.withMin(-granted));
        });
    }
}
