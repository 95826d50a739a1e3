package fr.aisneneo.core.ledger;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.book.TransferKind;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.internal.DerivedIds;
import fr.aisneneo.core.ledger.internal.LeafKeys;
import fr.aisneneo.core.ledger.internal.kept.AccountPast;
import fr.aisneneo.core.ledger.internal.kept.KeptBooks;
import fr.aisneneo.core.ledger.internal.rules.Expiry;
import fr.aisneneo.core.ledger.internal.rules.Hold;
import fr.aisneneo.core.ledger.internal.rules.Processor;
import fr.aisneneo.core.ledger.internal.rules.Verdict;
import fr.aisneneo.core.ledger.internal.rules.WorkingBooks;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/** Does batches of transfers, each in one transaction. */
final class TransferDesk {
    /** Beyond so many accounts, queueing for each costs more than it saves. */
    private static final int MOST_KEYS = 64;

    private final Neo neo;
    private final LedgerClock clock;
    private final LeafKeys keys;

    TransferDesk(Neo neo, LedgerClock clock, LeafKeys keys) {
        this.neo = neo;
        this.clock = clock;
        this.keys = keys;
    }

    List<TransferResult> submit(Actor actor, List<TransferRequest> batch) {
        if (batch.isEmpty() || batch.size() > Ledger.MAX_BATCH) {
            throw new InvalidInputException(
                    CoreError.INPUT_OUT_OF_RANGE, "batch", Map.of("min", 1, "max", Ledger.MAX_BATCH));
        }
        // Known before the transaction begins, the key can be remembered.
        keys.of(actor.tenant());
        Contention contention = contention(actor, accounts(actor, batch));
        return neo.store().write(contention, tx -> done(tx, actor, batch));
    }

    /** What the batch is about, as far as it is known before it begins: it may still turn out to be more. */
    private SortedSet<String> accounts(Actor actor, List<TransferRequest> batch) {
        SortedSet<String> accounts = new TreeSet<>();
        List<UUID> earlier = new ArrayList<>();
        for (TransferRequest request : batch) {
            if (request.debit() != null && request.credit() != null) {
                accounts.add(request.debit().text());
                accounts.add(request.credit().text());
            } else if (request.related() != null) {
                earlier.add(request.related().value());
            }
        }
        if (!earlier.isEmpty()) {
            // Transfers never change, so they may be read before the write that queues for their accounts.
            neo.store().read(tx -> new Involved(new KeptBooks(tx, actor.tenant())).addAll(earlier, accounts));
        }
        return accounts;
    }

    static Contention contention(Actor actor, Iterable<String> accounts) {
        Contention contention = Contention.none();
        int keys = 0;
        for (String account : accounts) {
            if (keys++ == MOST_KEYS) {
                break;
            }
            contention = contention.and(actor.tenant(), "ledger_account", account);
        }
        return contention;
    }

    private List<TransferResult> done(Transaction tx, Actor actor, List<TransferRequest> batch) {
        try {
            // Who reads an id that is not there yet is, for some engines, in the way of all others about to be there:
            // so ids are taken for new, and looked at only where one turns out not to be.
            return neo.store().write(Contention.none(), joined -> attempt(joined, actor, batch, true));
        } catch (ConflictException e) {
            if (e.errorCode() != CoreError.DOCUMENT_EXISTS) {
                throw e;
            }
            return attempt(tx, actor, batch, false);
        }
    }

    private List<TransferResult> attempt(Transaction tx, Actor actor, List<TransferRequest> batch, boolean trusting) {
        KeptBooks kept = new KeptBooks(tx, actor.tenant());
        WorkingBooks books = new WorkingBooks(kept);
        new Involved(kept).requireAllowed(neo.policy(), actor, batch);
        List<Verdict> verdicts = new Processor(books, clock.now(), trusting).process(batch);
        Told told = new Telling(neo, actor, keys.of(actor.tenant())).keep(kept, books);
        return new Answers(neo.policy(), actor, kept, new TransferProofs(neo, keys)).of(batch, verdicts, told);
    }

    /** Posts or voids every pending transfer of a chain, or none. */
    List<TransferResult> settleChain(Actor actor, TransferId id, TransferId chain, TransferKind kind) {
        List<Hold> holds =
                neo.store().read(tx -> new KeptBooks(tx, actor.tenant()).chain(chain.value(), Ledger.MAX_CHAIN + 1));
        if (holds.isEmpty()) {
            throw new NotFoundException(LedgerError.CHAIN_UNKNOWN, Map.of("id", chain));
        }
        if (holds.size() > Ledger.MAX_CHAIN) {
            throw new InvalidInputException(CoreError.INPUT_TOO_LARGE, "chain", Map.of("limit", Ledger.MAX_CHAIN));
        }
        // A chain is made by one command and never grows, so its transfers are the same whenever this is repeated.
        List<TransferRequest> batch = new ArrayList<>(holds.size());
        for (int index = 0; index < holds.size(); index++) {
            TransferId one = new TransferId(DerivedIds.of(id.value(), "chain", index));
            TransferId pending = new TransferId(holds.get(index).id());
            TransferRequest request = kind == TransferKind.POST
                    ? TransferRequest.post(one, pending)
                    : TransferRequest.release(one, pending);
            batch.add(index == holds.size() - 1 ? request : request.linked());
        }
        return submit(actor, batch);
    }

    /** Releases what is due on an account, which anything else that happens to it would do first. */
    void expireDue(Actor actor, AccountId id) {
        while (isDue(actor, id)) {
            neo.store().write(contention(actor, List.of(id.text())), tx -> {
                KeptBooks kept = new KeptBooks(tx, actor.tenant());
                WorkingBooks books = new WorkingBooks(kept);
                Expiry.release(books, id.value(), clock.now());
                return new Telling(neo, actor, keys.of(actor.tenant())).keep(kept, books);
            });
        }
    }

    private boolean isDue(Actor actor, AccountId id) {
        return neo.store()
                .read(tx -> AccountPast.find(tx, actor.tenant(), id.value())
                        .filter(state -> state.nextDue() <= clock.now())
                        .isPresent());
    }

    /** Releases what is due; returns how many. */
    int expireDue(Actor actor, int limit) {
        List<Hold> known = neo.store().read(tx -> new KeptBooks(tx, actor.tenant()).due(clock.now(), limit));
        if (known.isEmpty()) {
            return 0;
        }
        SortedSet<String> accounts = new TreeSet<>();
        known.forEach(hold ->
                accounts.addAll(Set.of(hold.debit().toString(), hold.credit().toString())));
        return neo.store().write(contention(actor, accounts), tx -> {
            KeptBooks kept = new KeptBooks(tx, actor.tenant());
            WorkingBooks books = new WorkingBooks(kept);
            List<Hold> due = kept.due(clock.now(), limit);
            due.forEach(hold -> Expiry.expire(books, hold));
            new Telling(neo, actor, keys.of(actor.tenant())).keep(kept, books);
            return due.size();
        });
    }
}
