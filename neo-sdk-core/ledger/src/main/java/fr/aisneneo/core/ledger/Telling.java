package fr.aisneneo.core.ledger;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.ledger.book.Account;
import fr.aisneneo.core.ledger.book.Limits;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.internal.LeafKey;
import fr.aisneneo.core.ledger.internal.kept.EventLeaves;
import fr.aisneneo.core.ledger.internal.rules.AccountState;
import fr.aisneneo.core.ledger.internal.rules.Books;
import fr.aisneneo.core.ledger.internal.rules.Entry;
import fr.aisneneo.core.ledger.internal.rules.WorkingBooks;
import fr.aisneneo.core.ledger.proof.SideSeal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Tells the journal what a command changed. */
record Telling(Neo neo, Actor actor, LeafKey key) {

    /** Returns what was told, of books that began with others. */
    Told tell(Books before, WorkingBooks books) {
        List<Entry> made = books.records().stream()
                .filter(Entry.class::isInstance)
                .map(Entry.class::cast)
                .toList();
        if (made.isEmpty()) {
            return Told.NOTHING;
        }
        List<TransferId> ids =
                made.stream().map(entry -> new TransferId(entry.id())).toList();
        EventLeaves leaves = new EventLeaves(key, made, (account, first) -> lastOf(before, account));
        UUID event = neo.journal()
                .append(
                        actor,
                        LedgerEvents.TRANSFERS_MADE,
                        LedgerEvents.aggregate(ids.get(0)),
                        new TransfersMade(ids, leaves.root()))
                .id();
        books.accounts().forEach(state -> warn(before, state));
        return new Told(event, leaves);
    }

    /** When the last transfer of an account before this command was. */
    private static long lastOf(Books before, UUID account) {
        AccountState known = Objects.requireNonNull(before.account(account));
        return known.last() == known.opened() ? SideSeal.FIRST : known.last();
    }

    private void warn(Books before, AccountState state) {
        Limits limits = state.account().limits();
        if (limits.softMin() == Limits.NO_MIN && limits.softMax() == Limits.NO_MAX) {
            return;
        }
        AccountState known = before.account(state.id());
        long was = known == null ? 0 : known.account().balance();
        Account now = state.account();
        if (now.balance() < limits.softMin() && was >= limits.softMin()) {
            cross(now, true);
        }
        if (now.balance() > limits.softMax() && was <= limits.softMax()) {
            cross(now, false);
        }
    }

    private void cross(Account account, boolean below) {
        neo.journal()
                .append(
                        actor,
                        LedgerEvents.SOFT_LIMIT_CROSSED,
                        LedgerEvents.aggregate(account.id()),
                        new SoftLimitCrossed(below));
    }
}
