package fr.aisneneo.core.ledger;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.ledger.book.Account;
import fr.aisneneo.core.ledger.book.Limits;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.internal.LeafKey;
import fr.aisneneo.core.ledger.internal.kept.EventLeaves;
import fr.aisneneo.core.ledger.internal.kept.KeptBooks;
import fr.aisneneo.core.ledger.internal.rules.AccountState;
import fr.aisneneo.core.ledger.internal.rules.Entry;
import fr.aisneneo.core.ledger.internal.rules.WorkingBooks;
import fr.aisneneo.core.ledger.proof.SideSeal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Keeps what a command changed, and tells the journal. */
record Telling(Neo neo, Actor actor, LeafKey key) {

    Told keep(KeptBooks kept, WorkingBooks books) {
        List<Entry> made = books.records().stream()
                .filter(Entry.class::isInstance)
                .map(Entry.class::cast)
                .toList();
        if (made.isEmpty()) {
            kept.keep(books, null);
            return Told.NOTHING;
        }
        List<TransferId> ids =
                made.stream().map(entry -> new TransferId(entry.id())).toList();
        EventLeaves leaves = new EventLeaves(key, made, (account, first) -> lastOf(kept, account));
        UUID event = neo.journal()
                .append(
                        actor,
                        LedgerEvents.TRANSFERS_MADE,
                        LedgerEvents.aggregate(ids.get(0)),
                        new TransfersMade(ids, leaves.root()))
                .id();
        books.accounts().forEach(state -> warn(kept, state));
        kept.keep(books, event);
        return new Told(event, leaves);
    }

    /** When the last transfer of an account before this command was. */
    private static long lastOf(KeptBooks kept, UUID account) {
        AccountState before = Objects.requireNonNull(kept.account(account));
        return before.last() == before.opened() ? SideSeal.FIRST : before.last();
    }

    private void warn(KeptBooks kept, AccountState state) {
        Limits limits = state.account().limits();
        if (limits.softMin() == Limits.NO_MIN && limits.softMax() == Limits.NO_MAX) {
            return;
        }
        AccountState known = kept.account(state.id());
        long before = known == null ? 0 : known.account().balance();
        Account now = state.account();
        if (now.balance() < limits.softMin() && before >= limits.softMin()) {
            cross(now, true);
        }
        if (now.balance() > limits.softMax() && before <= limits.softMax()) {
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
