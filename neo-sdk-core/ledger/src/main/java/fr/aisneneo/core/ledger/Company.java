package fr.aisneneo.core.ledger;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.internal.LeafKeys;
import fr.aisneneo.core.ledger.internal.rules.AccountState;
import fr.aisneneo.core.ledger.internal.rules.Books;
import fr.aisneneo.core.ledger.internal.rules.Expiry;
import fr.aisneneo.core.tenant.TenantId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Does small commands of callers that come at the same time together, where nothing speaks against it: all accounts are
 * known, and the policy does not look into the store. Permissions are asked for on the caller's own thread, before it
 * takes others' time. Thread-safe.
 */
final class Company {
    /** What is longer has enough to do for a transaction of its own. */
    private static final int MOST_REQUESTS = 32;

    private final Neo neo;
    private final LeafKeys keys;
    private final Commands commands;
    private final KnownAccounts known = new KnownAccounts();
    private final Map<TenantId, Companions> tenants = new ConcurrentHashMap<>();

    Company(Neo neo, LeafKeys keys, Commands commands) {
        this.neo = neo;
        this.keys = keys;
        this.commands = commands;
    }

    /**
     * Does a command, with others perhaps.
     *
     * @return the answers; null if it is to be done alone, where nothing was done
     */
    @Nullable List<TransferResult> submit(Actor actor, List<TransferRequest> batch) {
        if (batch.size() > MOST_REQUESTS || neo.policy().looksIntoStore()) {
            return null;
        }
        Map<UUID, AccountState> accounts = accounts(actor.tenant(), batch);
        if (accounts.isEmpty() || !isAllowed(actor, batch, accounts)) {
            return null;
        }
        Set<UUID> visible = visible(actor, accounts);
        // Known before the transaction begins, the key can be remembered.
        keys.of(actor.tenant());
        SortedSet<String> names = new TreeSet<>();
        accounts.keySet().forEach(id -> names.add(id.toString()));
        Done done = tenants.computeIfAbsent(actor.tenant(), tenant -> new Companions(all -> together(tenant, all)))
                .join(new Command(
                        actor, batch, names, Expiry.MOST, books -> KnownAccounts.hold(accounts.values(), books)));
        return done == null
                ? null
                : new Answers(visible::contains, actor, new TransferProofs(neo, keys)).of(batch, done);
    }

    /** The accounts of a batch as they are known; none if one is not known, or if it follows earlier transfers. */
    private Map<UUID, AccountState> accounts(TenantId tenant, List<TransferRequest> batch) {
        Map<UUID, AccountState> accounts = new LinkedHashMap<>();
        for (TransferRequest request : batch) {
            boolean all = !request.kind().followsAnother()
                    && add(accounts, tenant, request.debit())
                    && add(accounts, tenant, request.credit());
            if (!all) {
                return Map.of();
            }
        }
        return accounts;
    }

    private boolean add(Map<UUID, AccountState> accounts, TenantId tenant, @Nullable AccountId id) {
        AccountState state = id == null ? null : known.of(tenant, id.value());
        if (state == null) {
            return false;
        }
        accounts.put(state.id(), state);
        return true;
    }

    /**
     * Asks for what the accounts were when they were seen; the gate of the command finds out if they are others now.
     */
    private boolean isAllowed(Actor actor, List<TransferRequest> batch, Map<UUID, AccountState> accounts) {
        try {
            new Involved(KnownAccounts.books(accounts)).requireAllowed(neo.policy(), actor, batch);
            return true;
        } catch (ForbiddenException e) {
            // Perhaps for what was so once: alone, it is asked for as it is now.
            return false;
        }
    }

    private Set<UUID> visible(Actor actor, Map<UUID, AccountState> accounts) {
        Set<UUID> visible = new HashSet<>();
        accounts.forEach((id, state) -> {
            if (neo.policy()
                    .grants(
                            actor,
                            LedgerPermissions.READ,
                            state.account().terms().owner())) {
                visible.add(id);
            }
        });
        return visible;
    }

    private List<@Nullable Done> together(TenantId tenant, List<Command> all) {
        // Where writers run side by side, two of these would mostly be in each other's way: so they take turns.
        return neo.store()
                .write(
                        TransferDesk.contention(tenant, Commands.accounts(all)).and(tenant, "ledger", "together"),
                        tx -> commands.run(tx, tenant, all));
    }

    /** Takes note of accounts that a command met, for the next one. */
    void met(TenantId tenant, Books books, List<TransferRequest> batch) {
        if (batch.size() <= MOST_REQUESTS) {
            for (TransferRequest request : batch) {
                met(tenant, books, request.debit());
                met(tenant, books, request.credit());
            }
        }
    }

    private void met(TenantId tenant, Books books, @Nullable AccountId account) {
        // What this transaction sees may be its own, and be lost with it: so it is compared before it counts.
        if (account != null) {
            known.saw(tenant, books.account(account.value()));
        }
    }
}
