package fr.aisneneo.core.ledger;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.ledger.internal.LeafKeys;
import fr.aisneneo.core.ledger.internal.kept.KeptBooks;
import fr.aisneneo.core.ledger.internal.rules.Books;
import fr.aisneneo.core.ledger.internal.rules.Entry;
import fr.aisneneo.core.ledger.internal.rules.Processor;
import fr.aisneneo.core.ledger.internal.rules.Verdict;
import fr.aisneneo.core.ledger.internal.rules.WorkingBooks;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.Transaction;
import fr.aisneneo.core.tenant.TenantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Does commands of one tenant one after the other in one transaction: each as if it were the only one, with an event of
 * its own. What they change is written once, in the end. Thread-safe.
 */
final class Commands {
    private final Neo neo;
    private final LedgerClock clock;
    private final LeafKeys keys;

    Commands(Neo neo, LedgerClock clock, LeafKeys keys) {
        this.neo = neo;
        this.clock = clock;
        this.keys = keys;
    }

    /**
     * Does them.
     *
     * @return what became of each; null where it is to be done in a transaction of its own
     */
    List<@Nullable Done> run(Transaction tx, TenantId tenant, List<Command> commands) {
        try {
            // Who reads an id that is not there yet is, for some engines, in the way of all others about to be there:
            // so ids are taken for new, and looked at only where one turns out not to be.
            return neo.store().write(Contention.none(), joined -> attempt(joined, tenant, commands, true));
        } catch (ConflictException e) {
            if (e.errorCode() != CoreError.DOCUMENT_EXISTS) {
                throw e;
            }
            return attempt(tx, tenant, commands, false);
        }
    }

    private List<@Nullable Done> attempt(Transaction tx, TenantId tenant, List<Command> commands, boolean trusting) {
        KeptBooks kept = new KeptBooks(tx, tenant);
        kept.prefetch(accounts(commands));
        WorkingBooks all = new WorkingBooks(kept);
        List<@Nullable Done> done = new ArrayList<>(commands.size());
        for (Command command : commands) {
            done.add(command.gate().opens(all) ? one(all, tenant, command, trusting) : null);
        }
        kept.keep(all);
        return done;
    }

    /** The accounts that commands are about. */
    static SortedSet<String> accounts(List<Command> commands) {
        if (commands.size() == 1) {
            return commands.get(0).accounts();
        }
        SortedSet<String> accounts = new TreeSet<>();
        commands.forEach(command -> accounts.addAll(command.accounts()));
        return accounts;
    }

    private Done one(WorkingBooks all, TenantId tenant, Command command, boolean trusting) {
        WorkingBooks own = new WorkingBooks(all);
        List<Verdict> verdicts = new Processor(own, clock.now(), trusting, command.mostDue()).process(command.batch());
        Told told = new Telling(neo, command.actor(), keys.of(tenant)).tell(all, own);
        all.take(own, told.event());
        return new Done(verdicts, told, owners(all, verdicts));
    }

    private static Map<UUID, Optional<PartyId>> owners(Books books, List<Verdict> verdicts) {
        Map<UUID, Optional<PartyId>> owners = new HashMap<>();
        for (Verdict verdict : verdicts) {
            Entry entry = verdict.entry();
            if (entry != null) {
                owners.computeIfAbsent(entry.debit(), id -> owner(books, id));
                owners.computeIfAbsent(entry.credit(), id -> owner(books, id));
            }
        }
        return owners;
    }

    private static Optional<PartyId> owner(Books books, UUID account) {
        return Optional.ofNullable(
                Objects.requireNonNull(books.account(account)).account().terms().owner());
    }
}
