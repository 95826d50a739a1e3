package fr.aisneneo.core.ledger.internal.rules;

import fr.aisneneo.core.ledger.book.Account;
import fr.aisneneo.core.ledger.book.Counters;
import fr.aisneneo.core.ledger.book.TransferFlag;
import fr.aisneneo.core.ledger.book.TransferKind;
import fr.aisneneo.core.ledger.book.TransferRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes a transfer that may be made, and what follows from it. Thread-safe. */
final class Posting {
    private Posting() {}

    static Entry make(WorkingBooks books, Case found, long amount, long at, @Nullable UUID chain) {
        TransferRequest request = found.request;
        TransferKind kind = request.kind();
        boolean settles = kind == TransferKind.POST || kind == TransferKind.VOID;
        long released = settles ? found.related().amount() : 0;
        Entry earlier = found.follows() ? found.related() : null;
        Entry draft = new Entry(
                request.id().value(),
                kind,
                found.debit().id(),
                found.credit().id(),
                amount,
                released,
                found.asksForAll(),
                earlier != null && request.code() == 0 ? earlier.code() : request.code(),
                earlier == null ? null : earlier.id(),
                chain,
                request.timeoutSeconds(),
                Repeats.kept(request.flags()),
                earlier != null && request.reference() == null ? earlier.reference() : request.reference(),
                earlier != null && request.number() == 0 ? earlier.number() : request.number(),
                at,
                null,
                null,
                null);
        Entry entry = book(books, draft, found.debit(), found.credit(), closing(found, kind));
        follow(books, entry, found);
        return entry;
    }

    /** What it does to the accounts beside their counters: close, open, or leave them as they are. */
    private static Closing closing(Case found, TransferKind kind) {
        boolean closes = kind == TransferKind.PENDING;
        boolean opens = kind == TransferKind.VOID;
        return closes || opens
                ? new Closing(
                        closes, found.closes(TransferFlag.CLOSING_DEBIT), found.closes(TransferFlag.CLOSING_CREDIT))
                : Closing.NONE;
    }

    /** Which accounts are closed, or opened again. */
    record Closing(boolean closed, boolean debit, boolean credit) {
        static final Closing NONE = new Closing(false, false, false);
    }

    /** Puts an entry and its two accounts into the books. */
    static Entry book(WorkingBooks books, Entry draft, AccountState debit, AccountState credit, Closing closing) {
        long pending = draft.pending();
        long posted = draft.posted();
        Counters debited = debit.counters().debited(pending, posted);
        Counters credited = credit.counters().credited(pending, posted);
        Account nowDebit = debit.account().with(debited);
        Account nowCredit = credit.account().with(credited);
        books.put(debit.after(closing.debit() ? nowDebit.closed(closing.closed()) : nowDebit, draft.at())
                .dueAt(Math.min(debit.nextDue(), due(draft))));
        books.put(credit.after(closing.credit() ? nowCredit.closed(closing.closed()) : nowCredit, draft.at())
                .dueAt(Math.min(credit.nextDue(), due(draft))));
        Entry entry = draft.left(debit.keepsHistory() ? debited : null, credit.keepsHistory() ? credited : null);
        books.put(entry);
        return entry;
    }

    private static long due(Entry draft) {
        return draft.kind() == TransferKind.PENDING ? draft.due() : Long.MAX_VALUE;
    }

    private static void follow(WorkingBooks books, Entry entry, Case found) {
        switch (entry.kind()) {
            case PENDING ->
                books.put(new Hold(
                        entry.id(),
                        Hold.State.OPEN,
                        entry.debit(),
                        entry.credit(),
                        entry.amount(),
                        entry.due(),
                        entry.chain()));
            case POST -> settle(books, found.related(), Hold.State.POSTED);
            case VOID -> settle(books, found.related(), Hold.State.VOIDED);
            case REVERSAL -> {
                UUID original = found.related().id();
                books.putReversed(original, books.reversed(original) + entry.amount());
            }
            default -> {}
        }
    }

    static void settle(WorkingBooks books, Entry pending, Hold.State state) {
        Hold hold = books.hold(pending.id());
        if (hold != null) {
            books.put(hold.now(state));
        }
    }
}
