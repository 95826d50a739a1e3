package fr.aisneneo.core.ledger;

import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Permission;
import fr.aisneneo.core.actor.Policy;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.TransferFlag;
import fr.aisneneo.core.ledger.book.TransferKind;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.internal.kept.KeptBooks;
import fr.aisneneo.core.ledger.internal.rules.AccountState;
import fr.aisneneo.core.ledger.internal.rules.Entry;
import fr.aisneneo.core.party.PartyId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose accounts a batch is about, and whether the actor may. Used by the thread of its transaction. */
final class Involved {
    private final KeptBooks books;

    private record Asked(Permission permission, @Nullable PartyId owner) {}

    Involved(KeptBooks books) {
        this.books = books;
    }

    /** The accounts of earlier transfers. */
    SortedSet<String> addAll(List<UUID> earlier, SortedSet<String> accounts) {
        for (UUID id : earlier) {
            if (books.record(id) instanceof Entry entry) {
                accounts.add(entry.debit().toString());
                accounts.add(entry.credit().toString());
            }
        }
        return accounts;
    }

    /** Asks the policy once for each owner and permission. Transfers of the same batch are looked up as well. */
    void requireAllowed(Policy policy, Actor actor, List<TransferRequest> batch) {
        Set<Asked> asked = new HashSet<>();
        Map<UUID, TransferRequest> sameBatch = new HashMap<>();
        for (TransferRequest request : batch) {
            if (asked.add(asked(request, sameBatch))) {
                Asked now = asked(request, sameBatch);
                policy.require(actor, now.permission(), now.owner());
            }
            sameBatch.put(request.id().value(), request);
        }
    }

    private Asked asked(TransferRequest request, Map<UUID, TransferRequest> sameBatch) {
        if (request.has(TransferFlag.CLOSING_DEBIT) || request.has(TransferFlag.CLOSING_CREDIT)) {
            return new Asked(LedgerPermissions.MANAGE, null);
        }
        if (request.has(TransferFlag.BALANCING_CREDIT)) {
            // How much another account can take tells what is on it.
            return new Asked(LedgerPermissions.PAY, null);
        }
        Related related = related(request, sameBatch);
        return switch (request.kind()) {
            case POST, VOID -> new Asked(LedgerPermissions.SETTLE, owner(related.credit()));
            case REVERSAL -> new Asked(LedgerPermissions.PAY, owner(related.credit()));
            default -> new Asked(LedgerPermissions.PAY, owner(id(request.debit())));
        };
    }

    /** The credited account of the earlier transfer: who was paid, or will be. */
    private record Related(@Nullable UUID credit) {}

    private Related related(TransferRequest request, Map<UUID, TransferRequest> sameBatch) {
        if (request.related() == null || request.kind() == TransferKind.SINGLE) {
            return new Related(null);
        }
        // What is kept comes first: a request of this batch may only pretend to be what is kept under its id.
        if (books.record(request.related().value()) instanceof Entry entry) {
            return new Related(entry.credit());
        }
        TransferRequest before = sameBatch.get(request.related().value());
        return new Related(before == null ? null : id(before.credit()));
    }

    private static @Nullable UUID id(@Nullable AccountId account) {
        return account == null ? null : account.value();
    }

    private @Nullable PartyId owner(@Nullable UUID account) {
        AccountState state = account == null ? null : books.account(account);
        return state == null ? null : state.account().terms().owner();
    }
}
