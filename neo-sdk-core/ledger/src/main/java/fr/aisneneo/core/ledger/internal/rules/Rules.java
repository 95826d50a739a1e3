package fr.aisneneo.core.ledger.internal.rules;

import static fr.aisneneo.core.ledger.book.TransferStatus.*;

import fr.aisneneo.core.ledger.book.TransferFlag;
import fr.aisneneo.core.ledger.book.TransferKind;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.book.TransferStatus;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Judges one request after the other, each seeing what those before it did, and in the order of {@link TransferStatus}.
 * Used by one thread.
 */
final class Rules {
    private final WorkingBooks books;
    private final long now;
    private final int mostDue;

    Rules(WorkingBooks books, long now, int mostDue) {
        this.books = books;
        this.now = now;
        this.mostDue = mostDue;
    }

    /** Judges a request whose id was not used before, and does it if it may be done. */
    Verdict judge(TransferRequest request, @Nullable UUID chain) {
        TransferStatus shape = RequestRules.shape(request);
        if (shape != CREATED) {
            return Verdict.of(shape);
        }
        Case found = new Case(request, books);
        TransferStatus lookup = found.find();
        if (lookup != CREATED) {
            return Verdict.of(lookup);
        }
        release(found.debit(), found.at(now));
        release(found.credit(), found.at(now));
        found.refresh();
        long at = found.at(now);
        TransferStatus related = related(found, at);
        if (related != CREATED) {
            return Verdict.of(related);
        }
        TransferStatus closed = closed(found);
        if (closed != CREATED) {
            return Verdict.of(closed);
        }
        long amount = amount(found);
        boolean fresh = request.kind() != TransferKind.POST && request.kind() != TransferKind.VOID;
        if (fresh) {
            TransferStatus room = room(found, amount);
            if (room != CREATED) {
                return Verdict.of(room);
            }
        }
        Entry made = Posting.make(books, found, amount, at, chain);
        found.refresh();
        return new Verdict(
                CREATED, made, found.debit().counters(), found.credit().counters());
    }

    /** What is due counts no more, on the account and on those that its money is tied to. */
    private void release(AccountState account, long at) {
        Expiry.releaseAll(books, account.id(), at, mostDue);
        Backing backing = account.backing();
        if (backing != null) {
            Expiry.releaseAll(books, backing.issue(), at, mostDue);
            Expiry.releaseAll(books, backing.reserve(), at, mostDue);
        }
    }

    /** What became of the earlier transfer. */
    private TransferStatus related(Case found, long at) {
        return switch (found.request.kind()) {
            case POST, VOID -> hold(found, at);
            case REVERSAL -> original(found);
            default -> CREATED;
        };
    }

    private TransferStatus hold(Case found, long at) {
        Hold hold = Objects.requireNonNull(books.hold(found.related().id()), "a pending transfer has a hold");
        TransferStatus state = switch (hold.state()) {
            case OPEN -> hold.due() <= at ? PENDING_TRANSFER_EXPIRED : CREATED;
            case POSTED -> PENDING_TRANSFER_ALREADY_POSTED;
            case VOIDED -> PENDING_TRANSFER_ALREADY_VOIDED;
            case EXPIRED -> PENDING_TRANSFER_EXPIRED;
        };
        if (state != CREATED || found.asksForAll()) {
            return state;
        }
        if (found.request.kind() == TransferKind.VOID) {
            return found.request.amount() == hold.amount() ? CREATED : PENDING_TRANSFER_HAS_DIFFERENT_AMOUNT;
        }
        return found.request.amount() > hold.amount() ? EXCEEDS_PENDING_AMOUNT : CREATED;
    }

    private TransferStatus original(Case found) {
        long left = found.related().amount() - books.reversed(found.related().id());
        boolean nothing = left == 0;
        return nothing || (!found.asksForAll() && found.request.amount() > left) ? EXCEEDS_ORIGINAL_AMOUNT : CREATED;
    }

    /** Voiding is always possible; so is posting to an account that was closed by this very transfer. */
    private static TransferStatus closed(Case found) {
        if (found.request.kind() == TransferKind.VOID) {
            return CREATED;
        }
        boolean posts = found.request.kind() == TransferKind.POST;
        if (found.debit().account().closed() && !(posts && found.closes(TransferFlag.CLOSING_DEBIT))) {
            return DEBIT_ACCOUNT_CLOSED;
        }
        boolean closed = found.credit().account().closed();
        return closed && !(posts && found.closes(TransferFlag.CLOSING_CREDIT)) ? CREDIT_ACCOUNT_CLOSED : CREATED;
    }

    private long amount(Case found) {
        TransferRequest request = found.request;
        if (found.asksForAll() && found.follows()) {
            Entry related = found.related();
            return request.kind() == TransferKind.REVERSAL
                    ? related.amount() - books.reversed(related.id())
                    : related.amount();
        }
        long amount = request.amount();
        if (request.has(TransferFlag.BALANCING_DEBIT)) {
            amount = Math.min(amount, Room.toGive(found.debit(), request.has(TransferFlag.CLOSING_DEBIT)));
        }
        if (request.has(TransferFlag.BALANCING_CREDIT)) {
            amount = Math.min(amount, Room.toTake(found.credit(), request.has(TransferFlag.CLOSING_CREDIT)));
        }
        return amount;
    }

    private TransferStatus room(Case found, long amount) {
        boolean closing = found.closes(TransferFlag.CLOSING_DEBIT) || found.closes(TransferFlag.CLOSING_CREDIT);
        if (amount == 0) {
            return closing ? CREATED : NOTHING_TO_BALANCE;
        }
        boolean pending = found.request.kind() == TransferKind.PENDING;
        TransferStatus room = Room.check(found.debit(), found.credit(), amount, pending);
        return room == CREATED ? Reserve.check(books, found.debit(), found.credit(), amount) : room;
    }
}
