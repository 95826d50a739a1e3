package fr.aisneneo.core.ledger.local;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.event.Aggregate;
import fr.aisneneo.core.event.EventType;
import fr.aisneneo.core.ledger.Ledger;
import fr.aisneneo.core.ledger.LedgerPermissions;
import fr.aisneneo.core.ledger.TransferResult;
import fr.aisneneo.core.ledger.book.Account;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.book.TransferKind;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.internal.OwnIds;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.Cursor;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Payment requests: a payee asks, the payer pays or declines. Paying and the note that it was paid are one transaction.
 *
 * <p>Whoever may pay with an account may ask and answer for it. Nobody learns by asking whether the account that is
 * asked exists, nor by answering whether there is a request that is none of theirs.
 *
 * <p>Thread-safe.
 */
public final class PaymentRequests {
    /** A request was made or answered; the payload is the request as it is then. */
    public static final EventType<PaymentRequest> CHANGED =
            new EventType<>("ledger.payment_request.changed", PaymentRequest.class);

    /** The most requests of one payee that are open at a time. */
    public static final int MAX_OPEN = 1_000;

    /** The most requests from one payee to one payer that are open at a time. */
    public static final int MAX_OPEN_PER_PAYER = 20;

    /** How long a request may be open at most. */
    public static final Duration LONGEST = Duration.ofDays(366);

    private final Neo neo;
    private final Ledger ledger;
    private final OwnIds ids;

    private PaymentRequests(Neo neo, Ledger ledger) {
        this.neo = neo;
        this.ledger = ledger;
        this.ids = new OwnIds(neo.store());
        neo.store().declare(RequestBook.REQUESTS);
    }

    /**
     * Payment requests on a ledger.
     *
     * @param neo the open SDK
     * @param ledger its ledger
     * @return the requests
     */
    public static PaymentRequests of(Neo neo, Ledger ledger) {
        return new PaymentRequests(neo, ledger);
    }

    private static Contention contention(Actor actor, UUID id) {
        return Contention.on(actor.tenant(), "ledger_payment_request", id.toString());
    }

    /**
     * Asks to be paid. The same request again changes nothing.
     *
     * @param actor who; needs {@link LedgerPermissions#READ} and {@link LedgerPermissions#PAY} for the owner of the
     *     payee's account, or {@link LedgerPermissions#HOUSE} if it has none
     * @param request what; its state is open and it has no transfer. Whether there is such a payer is not looked at
     * @return the request as it is kept
     * @throws InvalidInputException {@code input.out_of_range} for an amount, a code, a payer that is the payee, or an
     *     expiry that is over or more than {@link #LONGEST} away
     * @throws NotFoundException {@code ledger.account.unknown} if the payee's account is none of the actor's
     * @throws RefusedException {@code ledger.local.requests_too_many} if {@value #MAX_OPEN} requests of the payee, or
     *     {@value #MAX_OPEN_PER_PAYER} to this payer, are open
     * @throws ConflictException {@code command.repeated_differently} if the id has another request
     * @throws ForbiddenException if the policy does not grant it
     */
    public PaymentRequest ask(Actor actor, PaymentRequest request) {
        boolean open = request.state() == PaymentRequest.State.OPEN && request.transfer() == null;
        require(request.amount() > 0, "amount", 1, Long.MAX_VALUE);
        require(request.code() >= 1 && request.code() <= 65_535, "code", 1, 65_535);
        require(open, "state", PaymentRequest.State.OPEN, PaymentRequest.State.OPEN);
        require(!request.payer().equals(request.payee()), "payer", 1, 1);
        Contention both = contention(actor, request.id())
                .and(
                        actor.tenant(),
                        "ledger_payment_request_of",
                        request.payee().text());
        return neo.store().write(both, tx -> {
            requireOwn(actor, request.payee());
            RequestBook book = book(tx, actor);
            Optional<PaymentRequest> known = book.find(request.id()).map(Document::value);
            if (known.isPresent()) {
                if (!known.get().now(PaymentRequest.State.OPEN, null).equals(request)) {
                    throw new ConflictException(
                            CoreError.COMMAND_REPEATED_DIFFERENTLY, Map.of("id", request.id(), "fields", "request"));
                }
                return known.get();
            }
            Instant now = neo.clock().instant();
            Instant last = now.plus(LONGEST);
            require(now.isBefore(request.expires()) && !request.expires().isAfter(last), "expires", now, last);
            book.requireRoomFor(request);
            tell(actor, request);
            return book.insert(request);
        });
    }

    private RequestBook book(Transaction tx, Actor actor) {
        return new RequestBook(tx, actor.tenant(), neo.clock().instant());
    }

    private void requireOwn(Actor actor, AccountId id) {
        Account account = ledger.account(actor, id);
        PartyId owner = account.terms().owner();
        neo.policy().require(actor, owner == null ? LedgerPermissions.HOUSE : LedgerPermissions.PAY, owner);
    }

    private static void require(boolean holds, String field, Object min, Object max) {
        if (!holds) {
            throw new InvalidInputException(CoreError.INPUT_OUT_OF_RANGE, field, Map.of("min", min, "max", max));
        }
    }

    private void tell(Actor actor, PaymentRequest request) {
        neo.journal()
                .append(
                        actor,
                        CHANGED,
                        new Aggregate("ledger_payment_request", request.id().toString()),
                        request);
    }

    /**
     * Pays a request. Doing it again gives the first answer.
     *
     * @param actor who; needs {@link LedgerPermissions#READ} and {@link LedgerPermissions#PAY} for the owner of the
     *     payer's account, or {@link LedgerPermissions#HOUSE} if it has none
     * @param id which request
     * @return the answer, done
     * @throws NotFoundException {@code ledger.local.request_unknown}, also for one of another payer
     * @throws RefusedException {@code ledger.local.request_answered}, or with a
     *     {@link fr.aisneneo.core.ledger.book.TransferStatus}; the request then stays open, and may be paid later
     * @throws ForbiddenException if the policy does not grant it
     */
    public TransferResult pay(Actor actor, UUID id) {
        return neo.store().write(contention(actor, id), tx -> {
            RequestBook book = book(tx, actor);
            Document<PaymentRequest> known = requireOf(book, actor, id, PaymentRequest::payer);
            PaymentRequest request = known.value();
            TransferId transfer = new TransferId(ids.of(actor.tenant(), id, "request", 0));
            if (request.state() == PaymentRequest.State.PAID) {
                return ledger.transfer(actor, payment(request, transfer));
            }
            requireOpen(request);
            TransferResult result = ledger.transfer(actor, payment(request, transfer));
            change(book, actor, known, PaymentRequest.State.PAID, transfer);
            return result;
        });
    }

    private static TransferRequest payment(PaymentRequest request, TransferId id) {
        return new TransferRequest(
                id,
                TransferKind.SINGLE,
                request.payer(),
                request.payee(),
                request.amount(),
                null,
                request.code(),
                null,
                0,
                Set.of(),
                request.reference(),
                0);
    }

    private void requireOpen(PaymentRequest request) {
        PaymentRequest.State state = request.at(neo.clock().instant()).state();
        if (state != PaymentRequest.State.OPEN) {
            throw new RefusedException(LocalError.REQUEST_ANSWERED, Map.of("state", state));
        }
    }

    /** A request on one side of which is the actor's account; one of others is as unknown as one that is not there. */
    private Document<PaymentRequest> requireOf(
            RequestBook book, Actor actor, UUID id, Function<PaymentRequest, AccountId> side) {
        Document<PaymentRequest> known = book.find(id)
                .filter(found -> sees(actor, side.apply(found.value())))
                .orElseThrow(() -> unknown(id));
        requireOwn(actor, side.apply(known.value()));
        return known;
    }

    private static NotFoundException unknown(UUID id) {
        return new NotFoundException(LocalError.REQUEST_UNKNOWN, Map.of("id", id));
    }

    private boolean sees(Actor actor, AccountId account) {
        try {
            ledger.account(actor, account);
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    private PaymentRequest change(
            RequestBook book,
            Actor actor,
            Document<PaymentRequest> known,
            PaymentRequest.State state,
            @Nullable TransferId by) {
        PaymentRequest after = known.value().now(state, by);
        tell(actor, after);
        return book.update(after, known.version());
    }

    /**
     * Says no. Doing it again changes nothing.
     *
     * @param actor who; needs {@link LedgerPermissions#READ} and {@link LedgerPermissions#PAY} for the owner of the
     *     payer's account, or {@link LedgerPermissions#HOUSE} if it has none
     * @param id which request
     * @return the request as it is kept
     * @throws NotFoundException {@code ledger.local.request_unknown}, also for one of another payer
     * @throws RefusedException {@code ledger.local.request_answered}, also once its time is over
     * @throws ForbiddenException if the policy does not grant it
     */
    public PaymentRequest decline(Actor actor, UUID id) {
        return end(actor, id, PaymentRequest::payer, PaymentRequest.State.DECLINED);
    }

    /**
     * Takes a request back. Doing it again changes nothing.
     *
     * @param actor who; needs {@link LedgerPermissions#READ} and {@link LedgerPermissions#PAY} for the owner of the
     *     payee's account, or {@link LedgerPermissions#HOUSE} if it has none
     * @param id which request
     * @return the request as it is kept
     * @throws NotFoundException {@code ledger.local.request_unknown}, also for one of another payee
     * @throws RefusedException {@code ledger.local.request_answered}, also once its time is over
     * @throws ForbiddenException if the policy does not grant it
     */
    public PaymentRequest withdraw(Actor actor, UUID id) {
        return end(actor, id, PaymentRequest::payee, PaymentRequest.State.WITHDRAWN);
    }

    private PaymentRequest end(
            Actor actor, UUID id, Function<PaymentRequest, AccountId> side, PaymentRequest.State state) {
        return neo.store().write(contention(actor, id), tx -> {
            RequestBook book = book(tx, actor);
            Document<PaymentRequest> known = requireOf(book, actor, id, side);
            if (known.value().state() == state) {
                return known.value();
            }
            requireOpen(known.value());
            return change(book, actor, known, state, null);
        });
    }

    /**
     * A request.
     *
     * @param actor who asks; needs {@link LedgerPermissions#READ} for the payee's account or the payer's
     * @param id which request
     * @return the request as it stands now
     * @throws NotFoundException {@code ledger.local.request_unknown}, also for one between others
     */
    public PaymentRequest request(Actor actor, UUID id) {
        return neo.store()
                .read(tx -> book(tx, actor)
                        .find(id)
                        .map(Document::value)
                        .filter(found -> sees(actor, found.payee()) || sees(actor, found.payer()))
                        .map(found -> found.at(neo.clock().instant()))
                        .orElseThrow(() -> unknown(id)));
    }

    /**
     * What waits for a payer.
     *
     * @param actor who asks; needs {@link LedgerPermissions#READ} for the payer's account
     * @param payer the account that is asked
     * @param limit the most on a page, brought between 1 and 1,000
     * @param after where the page before ended; empty for the first page
     * @return the open requests, those first that expire first
     * @throws NotFoundException {@code ledger.account.unknown}, also for one that the actor may not see
     * @throws InvalidInputException {@code storage.cursor.invalid}
     */
    public PaymentRequestPage waitingFor(Actor actor, AccountId payer, int limit, Optional<Cursor> after) {
        return neo.store().read(tx -> {
            ledger.account(actor, payer);
            return book(tx, actor).waitingFor(payer, limit, after);
        });
    }

    /**
     * What a payee has asked for, whatever became of it.
     *
     * @param actor who asks; needs {@link LedgerPermissions#READ} for the payee's account
     * @param payee the account to be paid
     * @param limit the most on a page, brought between 1 and 1,000
     * @param after where the page before ended; empty for the first page
     * @return the requests, those first that expire last
     * @throws NotFoundException {@code ledger.account.unknown}, also for one that the actor may not see
     * @throws InvalidInputException {@code storage.cursor.invalid}
     */
    public PaymentRequestPage askedBy(Actor actor, AccountId payee, int limit, Optional<Cursor> after) {
        return neo.store().read(tx -> {
            ledger.account(actor, payee);
            return book(tx, actor).askedBy(payee, limit, after);
        });
    }
}
