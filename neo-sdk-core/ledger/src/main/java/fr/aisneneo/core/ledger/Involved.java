package fr.aisneneo.core.ledger;

import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Permission;
import fr.aisneneo.core.actor.Policy;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.TransferFlag;
import fr.aisneneo.core.ledger.book.TransferKind;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.internal.rules.AccountState;
import fr.aisneneo.core.ledger.internal.rules.Books;
import fr.aisneneo.core.ledger.internal.rules.Entry;
import fr.aisneneo.core.party.PartyId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose accounts a batch is about, and whether the actor may. Used by one thread. */
final class Involved {
    private final Books books;

    private record Asked(Permission permission, @Nullable PartyId owner) {}

    Involved(Books books) {
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

    /**
     * Asks the policy once for each owner and permission. What a request follows may be another one of the same batch,
     * of which there may be several under one id: which of them is done turns out later, so that each is asked for.
     */
    void requireAllowed(Policy policy, Actor actor, List<TransferRequest> batch) {
        Set<Asked> asked = new LinkedHashSet<>();
        Map<UUID, Following> sameBatch = new HashMap<>();
        for (TransferRequest request : batch) {
            ask(asked, request, sameBatch);
            if (!request.kind().followsAnother()) {
                sameBatch
                        .computeIfAbsent(request.id().value(), id -> new Following())
                        .add(this, id(request.debit()), id(request.credit()), isClosing(request.flags()));
            }
        }
        asked.forEach(one -> policy.require(actor, one.permission(), one.owner()));
    }

    /** What it takes to settle a transfer, and to reverse it. */
    private record Following(Set<Asked> settling, Set<Asked> reversing) {
        Following() {
            this(new LinkedHashSet<>(), new LinkedHashSet<>());
        }

        Following add(Involved in, @Nullable UUID debit, @Nullable UUID credit, boolean closing) {
            settling.add(
                    closing
                            ? new Asked(LedgerPermissions.MANAGE, null)
                            : new Asked(LedgerPermissions.SETTLE, owner(in.account(credit))));
            in.askToPay(reversing, credit, debit);
            return this;
        }
    }

    private void ask(Set<Asked> asked, TransferRequest request, Map<UUID, Following> sameBatch) {
        if (isClosing(request.flags())) {
            asked.add(new Asked(LedgerPermissions.MANAGE, null));
            return;
        }
        if (request.kind().followsAnother()) {
            Following following = followed(request, sameBatch);
            boolean reversal = request.kind() == TransferKind.REVERSAL;
            asked.addAll(reversal ? following.reversing() : following.settling());
        } else {
            askToPay(asked, id(request.debit()), id(request.credit()));
        }
        if (request.has(TransferFlag.BALANCING_CREDIT)) {
            // How much an account can take tells what is on it.
            asked.add(new Asked(LedgerPermissions.READ, owner(account(id(request.credit())))));
        }
    }

    private Following followed(TransferRequest request, Map<UUID, Following> sameBatch) {
        UUID related = request.related() == null ? null : request.related().value();
        // What is kept comes first: a request of this batch may only pretend to be what is kept under its id.
        if (related != null && books.record(related) instanceof Entry entry) {
            return new Following().add(this, entry.debit(), entry.credit(), isClosing(entry.flags()));
        }
        Following before = related == null ? null : sameBatch.get(related);
        // Where nothing is there to follow, staff is told so.
        return before == null ? new Following().add(this, null, null, false) : before;
    }

    private static boolean isClosing(Set<TransferFlag> flags) {
        return flags.contains(TransferFlag.CLOSING_DEBIT) || flags.contains(TransferFlag.CLOSING_CREDIT);
    }

    private void askToPay(Set<Asked> asked, @Nullable UUID from, @Nullable UUID to) {
        AccountState debit = account(from);
        AccountState credit = account(to);
        boolean exchange = isIssue(debit) || isReserve(debit) || isReserve(credit);
        if (exchange) {
            asked.add(new Asked(LedgerPermissions.EXCHANGE, null));
        }
        // Nobody pays from an account that is not there; staff is told so.
        if (debit == null || owner(debit) != null) {
            asked.add(new Asked(LedgerPermissions.PAY, owner(debit)));
        } else if (!exchange || (isReserve(debit) && owner(credit) != null)) {
            asked.add(new Asked(LedgerPermissions.HOUSE, null));
        }
    }

    private static boolean isIssue(@Nullable AccountState state) {
        return state != null
                && state.backing() != null
                && state.backing().issue().equals(state.id());
    }

    private static boolean isReserve(@Nullable AccountState state) {
        return state != null
                && state.backing() != null
                && state.backing().reserve().equals(state.id());
    }

    private static @Nullable UUID id(@Nullable AccountId account) {
        return account == null ? null : account.value();
    }

    private @Nullable AccountState account(@Nullable UUID id) {
        return id == null ? null : books.account(id);
    }

    private static @Nullable PartyId owner(@Nullable AccountState state) {
        return state == null ? null : state.account().terms().owner();
    }
}
