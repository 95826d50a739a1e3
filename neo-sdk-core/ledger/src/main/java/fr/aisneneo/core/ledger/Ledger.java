package fr.aisneneo.core.ledger;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.ledger.book.Account;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.AccountTerms;
import fr.aisneneo.core.ledger.book.Limits;
import fr.aisneneo.core.ledger.book.MultiLegTransfer;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.book.TransferKind;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.book.TransferStatus;
import fr.aisneneo.core.ledger.internal.LeafKeys;
import fr.aisneneo.core.ledger.internal.kept.LedgerCollections;
import java.util.ArrayList;
import java.util.List;

/**
 * Accounts and transfers between them, by double entry: what one account loses another one gets, in the same
 * transaction, so that the sum of all accounts of a currency is zero at every instant.
 *
 * <p>Every command is one transaction, or part of the one that {@link Neo#atomically} has open, and leaves an
 * {@linkplain LedgerEvents event}. {@link LedgerPermissions} names what the policy is asked.
 *
 * <p>Time is that of the SDK's clock, and never goes back: the latest instant that was seen counts, and on one account
 * each transfer comes after the one before. A clock that jumps ahead so lets expire for good what was due by then, and
 * dates what is done meanwhile in the future. Once it is right again, time stands still for this SDK until it has been
 * caught up with, or the SDK is opened anew; what follows on an account that was used meanwhile follows by a
 * microsecond.
 *
 * <p>Thread-safe. There is one of each open SDK.
 */
public final class Ledger {
    /** The most requests in a batch. */
    public static final int MAX_BATCH = 8_190;

    /** The most pending transfers of a chain that can be settled as a whole. */
    public static final int MAX_CHAIN = 999;

    private final Neo neo;
    private final AccountDesk accounts;
    private final TransferDesk transfers;
    private final BackingDesk backings;
    private final LedgerCurrencies currencies;
    private final LedgerHistory history;
    private final LedgerExport export;

    private Ledger(Neo neo) {
        this.neo = neo;
        LedgerClock clock = new LedgerClock(neo.clock());
        CurrencyDesk desk = new CurrencyDesk(neo);
        LeafKeys keys = new LeafKeys(neo.store());
        this.currencies = new LedgerCurrencies(neo, desk);
        this.accounts = new AccountDesk(neo, clock, desk);
        this.transfers = new TransferDesk(neo, clock, keys);
        this.backings = new BackingDesk(neo, desk);
        this.history = new LedgerHistory(neo, new LedgerProofs(neo, transfers, keys));
        this.export = new LedgerExport(neo);
        neo.store().declare(LedgerCollections.all());
    }

    /**
     * The ledger of an open SDK.
     *
     * @param neo the open SDK
     * @return its ledger
     * @throws fr.aisneneo.core.error.StorageException {@code storage.schema} if a newer version wrote the store
     * @throws IllegalStateException if a transaction is open on this thread the first time
     */
    public static Ledger of(Neo neo) {
        return neo.part(Ledger.class, () -> new Ledger(neo));
    }

    /**
     * A new id for an account.
     *
     * @return an id never given before
     */
    public AccountId newAccountId() {
        return new AccountId(neo.ids().next());
    }

    /**
     * A new id for a transfer, to be kept until the answer has come.
     *
     * @return an id never given before
     */
    public TransferId newTransferId() {
        return new TransferId(neo.ids().next());
    }

    /**
     * Opens an account. The same account again changes nothing, its limits included. The first one of a currency
     * {@linkplain #currencies() registers} it.
     *
     * @param actor who; needs {@link LedgerPermissions#MANAGE}
     * @param id its id, chosen by the caller
     * @param terms what it is for as long as it exists
     * @param limits between what its balance must stay, for now
     * @return the account as it is kept
     * @throws ConflictException {@code command.repeated_differently} naming the fields if the id has other terms
     * @throws RefusedException {@code ledger.currency.scale} if its currency is registered with other decimals,
     *     {@code ledger.currency.backed} if a reserve backs that and the account could go below zero
     * @throws ForbiddenException if the policy does not grant it
     */
    public Account openAccount(Actor actor, AccountId id, AccountTerms terms, Limits limits) {
        return accounts.open(actor, id, terms, limits);
    }

    /**
     * Changes the limits of an account. Nothing is moved: a balance outside the new limits stays, and what was set
     * aside before can still be posted.
     *
     * @param actor who; needs {@link LedgerPermissions#MANAGE}
     * @param id which account
     * @param limits the new limits
     * @return the account with them
     * @throws NotFoundException {@code ledger.account.unknown}
     * @throws RefusedException {@code ledger.currency.backed} if a reserve backs its currency and it could go below
     *     zero
     * @throws ForbiddenException if the policy does not grant it
     */
    public Account changeLimits(Actor actor, AccountId id, Limits limits) {
        return accounts.changeLimits(actor, id, limits);
    }

    /**
     * Ties what is issued from an account to a reserve, for ever: from then on no transfer can make what is in
     * circulation exceed what is in reserve, whoever tries and in whatever order. What is set aside to be issued counts
     * as issued, what is set aside to be paid out of the reserve as paid. So that nothing else makes money, no other
     * account of the currency can go below zero from then on: on the credit side it has a lower bound of 0 or more, on
     * the debit side an upper bound of 0 or less, or it has one of the flags
     * {@link fr.aisneneo.core.ledger.book.AccountFlag#NO_DEBIT_OVER_CREDIT} and
     * {@link fr.aisneneo.core.ledger.book.AccountFlag#CLEARING}. Doing it again changes nothing.
     *
     * @param actor who; needs {@link LedgerPermissions#MANAGE}
     * @param issue the account that is debited for what is issued: new, on the debit side
     * @param reserve the account of what backs it: new, on the debit side
     * @param units so many minor units of what is issued, 1 or more
     * @param worth are worth so many of the reserve's, 1 or more
     * @throws NotFoundException {@code ledger.account.unknown}
     * @throws InvalidInputException {@code input.out_of_range}
     * @throws RefusedException {@code ledger.backing.late} if one of them has a past, is on the credit side, or is tied
     *     to another one, {@code ledger.backing.same} if both are of one currency, {@code ledger.backing.overdrawn} if
     *     another account of what is issued is below zero or can go there
     * @throws ConflictException {@code command.repeated_differently} if the currency has another peg
     * @throws ForbiddenException if the policy does not grant it
     */
    public void back(Actor actor, AccountId issue, AccountId reserve, long units, long worth) {
        backings.back(actor, issue, reserve, units, worth);
    }

    /**
     * An account as it stands now. A hold whose time is over counts no more.
     *
     * @param actor who asks; needs {@link LedgerPermissions#READ} for its owner
     * @param id which account
     * @return the account
     * @throws NotFoundException {@code ledger.account.unknown}, also for one that the actor may not see
     */
    public Account account(Actor actor, AccountId id) {
        return accounts.account(actor, id);
    }

    /**
     * Does one transfer. The same request again gives the first answer.
     *
     * @param actor who; needs {@link LedgerPermissions#PAY} for the owner of the debited account, or
     *     {@link LedgerPermissions#HOUSE} if it has none, or {@link LedgerPermissions#EXCHANGE} where a backed currency
     *     is issued or its reserve moved; to settle {@link LedgerPermissions#SETTLE} for the owner of the credited
     *     account, to balance that {@link LedgerPermissions#READ} for its owner as well, to close, and to settle what
     *     closes, {@link LedgerPermissions#MANAGE} alone
     * @param request what
     * @return the answer, {@linkplain TransferStatus#done() done}
     * @throws RefusedException with the {@link TransferStatus} as its code. Within {@link Neo#atomically} it takes back
     *     everything unless it is caught; alone, the id is remembered as failed if the cause may pass
     * @throws ConflictException with the {@link TransferStatus} if the id was used for something else
     * @throws ForbiddenException if the policy does not grant it
     */
    public TransferResult transfer(Actor actor, TransferRequest request) {
        return Requirement.done(submit(actor, List.of(request))).get(0);
    }

    /**
     * Does a batch of transfers, in their order and in one transaction. What one of them is refused for does not touch
     * the others, but for those that are {@linkplain TransferRequest#linked() linked} with it.
     *
     * @param actor who; needs for each what {@link #transfer} says
     * @param batch 1 to {@value #MAX_BATCH} requests
     * @return an answer for each, in their order
     * @throws InvalidInputException {@code input.out_of_range} for another number of requests
     * @throws ForbiddenException if the policy does not grant one of them; nothing is done then
     */
    public List<TransferResult> submit(Actor actor, List<TransferRequest> batch) {
        return transfers.submit(actor, List.copyOf(batch));
    }

    /**
     * Does a chain of transfers, all or nothing, each seeing what those before it did.
     *
     * @param actor who; needs for each what {@link #transfer(Actor, TransferRequest)} says
     * @param chain 1 to {@value #MAX_BATCH} requests, linked here
     * @return an answer for each, done
     * @throws InvalidInputException {@code input.out_of_range} for another number of requests
     * @throws RefusedException with the {@link TransferStatus} of the first that cannot be done
     * @throws ConflictException with the {@link TransferStatus} if the id of one was used for something else
     * @throws ForbiddenException if the policy does not grant one of them
     */
    public List<TransferResult> chain(Actor actor, List<TransferRequest> chain) {
        List<TransferRequest> linked = new ArrayList<>(chain);
        if (!linked.isEmpty()) {
            linked.subList(0, linked.size() - 1).replaceAll(TransferRequest::linked);
        }
        return Requirement.done(submit(actor, linked));
    }

    /**
     * Moves money from several accounts to several, all or nothing.
     *
     * @param actor who; needs for each debited account what {@link #transfer(Actor, TransferRequest)} says
     * @param transfer what
     * @return an answer for each pair, done; each is {@linkplain TransferRequest#about about} the id of the whole, and
     *     its number is a hash of the whole
     * @throws InvalidInputException {@code ledger.legs.unbalanced}, or {@code input.out_of_range} for a number of legs
     *     or an amount
     * @throws RefusedException with the {@link TransferStatus} of the first pair that cannot be done
     * @throws ConflictException with the {@link TransferStatus} if the id was used for something else
     * @throws ForbiddenException if the policy does not grant it
     */
    public List<TransferResult> transfer(Actor actor, MultiLegTransfer transfer) {
        return Requirement.done(submit(actor, LegPairs.of(transfer)));
    }

    /**
     * Posts every pending transfer of a chain in full, or none.
     *
     * @param actor who; needs {@link LedgerPermissions#SETTLE} for each
     * @param id the id of this command: the same again gives the same answers
     * @param chain the id of the first transfer of the chain
     * @return an answer for each, done
     * @throws NotFoundException {@code ledger.chain.unknown}
     * @throws InvalidInputException {@code input.too_large} for a chain of more than {@value #MAX_CHAIN} pending
     *     transfers
     * @throws RefusedException with the {@link TransferStatus} of the first that cannot be posted
     * @throws ForbiddenException if the policy does not grant it
     */
    public List<TransferResult> postChain(Actor actor, TransferId id, TransferId chain) {
        return Requirement.done(transfers.settleChain(actor, id, chain, TransferKind.POST));
    }

    /**
     * Voids every pending transfer of a chain, or none.
     *
     * @param actor who; needs {@link LedgerPermissions#SETTLE} for each
     * @param id the id of this command: the same again gives the same answers
     * @param chain the id of the first transfer of the chain
     * @return an answer for each, done
     * @throws NotFoundException {@code ledger.chain.unknown}
     * @throws InvalidInputException {@code input.too_large} for a chain of more than {@value #MAX_CHAIN} pending
     *     transfers
     * @throws RefusedException with the {@link TransferStatus} of the first that cannot be voided
     * @throws ForbiddenException if the policy does not grant it
     */
    public List<TransferResult> voidChain(Actor actor, TransferId id, TransferId chain) {
        return Requirement.done(transfers.settleChain(actor, id, chain, TransferKind.VOID));
    }

    /**
     * Writes down what expired. Nothing waits for it: an account is rid of all that is due before anything else happens
     * to it. It is for those who read the journal, and where thousands of holds expire on one account, so that the next
     * payment has not all of them to write down. To be called now and then.
     *
     * @param actor who; needs {@link LedgerPermissions#SETTLE} without an owner
     * @param limit how many at most, 1 to 1,000; brought into that range
     * @return how many expired; fewer than {@code limit} when none is left
     * @throws ForbiddenException if the policy does not grant it
     */
    public int expireDue(Actor actor, int limit) {
        neo.policy().require(actor, LedgerPermissions.SETTLE);
        return transfers.expireDue(actor, Math.max(1, Math.min(limit, 1_000)));
    }

    /**
     * The currencies.
     *
     * @return which there are, what they are pegged to and whether they are backed
     */
    public LedgerCurrencies currencies() {
        return currencies;
    }

    /**
     * What happened.
     *
     * @return balances at past instants, statements, lists
     */
    public LedgerHistory history() {
        return history;
    }

    /**
     * The whole ledger as text.
     *
     * @return exports for other programs
     */
    public LedgerExport export() {
        return export;
    }
}
