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
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.book.TransferKind;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.internal.OwnIds;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.Documents;
import fr.aisneneo.core.storage.Index;
import fr.aisneneo.core.storage.Scan;
import fr.aisneneo.core.storage.Transaction;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Payment requests: a payee asks, the payer pays or declines. Paying and the note that it was paid are one transaction.
 *
 * <p>Thread-safe.
 */
public final class PaymentRequests {
    /** A request was made or answered; the payload is the request as it is then. */
    public static final EventType<PaymentRequest> CHANGED =
            new EventType<>("ledger.payment_request.changed", PaymentRequest.class);

    private static final Index<PaymentRequest> BY_PAYER = Index.<PaymentRequest>named("by_payer")
            .string("payer", request -> request.payer().text())
            .instant("expires", PaymentRequest::expires)
            .when(request -> request.state() == PaymentRequest.State.OPEN)
            .build();

    private static final DocumentCollection<PaymentRequest> REQUESTS = DocumentCollection.json(
                    "ledger_payment_request",
                    PaymentRequest.class,
                    request -> request.id().toString())
            .index(BY_PAYER)
            .build();

    private final Neo neo;
    private final Ledger ledger;
    private final OwnIds ids;

    private PaymentRequests(Neo neo, Ledger ledger) {
        this.neo = neo;
        this.ledger = ledger;
        this.ids = new OwnIds(neo.store());
        neo.store().declare(REQUESTS);
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
     * @param actor who; needs {@link LedgerPermissions#READ} for the payee's account
     * @param request what; its state is open and it has no transfer
     * @return the request as it is kept
     * @throws InvalidInputException {@code input.out_of_range} for an amount, a code or an expiry that is over
     * @throws NotFoundException {@code ledger.account.unknown} if the payee's account is none of the actor's
     * @throws ConflictException {@code command.repeated_differently} if the id has another request
     */
    public PaymentRequest ask(Actor actor, PaymentRequest request) {
        boolean open = request.state() == PaymentRequest.State.OPEN && request.transfer() == null;
        require(request.amount() > 0, "amount");
        require(request.code() >= 1 && request.code() <= 65_535, "code");
        require(open, "state");
        return neo.store().write(contention(actor, request.id()), tx -> {
            ledger.account(actor, request.payee());
            Documents<PaymentRequest> requests = tx.documents(REQUESTS, actor.tenant());
            var known = requests.get(request.id().toString()).map(Document::value);
            if (known.isPresent()) {
                if (!known.get().now(PaymentRequest.State.OPEN, null).equals(request)) {
                    throw new ConflictException(
                            CoreError.COMMAND_REPEATED_DIFFERENTLY, Map.of("id", request.id(), "fields", "request"));
                }
                return known.get();
            }
            require(neo.clock().instant().isBefore(request.expires()), "expires");
            tell(actor, request);
            return requests.insert(request).value();
        });
    }

    private static void require(boolean holds, String field) {
        if (!holds) {
            throw new InvalidInputException(
                    CoreError.INPUT_OUT_OF_RANGE, field, Map.of("min", 1, "max", Long.MAX_VALUE));
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
     * @throws NotFoundException {@code not_found}, {@code ledger.account.unknown}
     * @throws RefusedException {@code ledger.local.request_answered}, or with a
     *     {@link fr.aisneneo.core.ledger.book.TransferStatus}; the request then stays open, and may be paid later
     * @throws ForbiddenException if the policy does not grant it
     */
    public TransferResult pay(Actor actor, UUID id) {
        return neo.store().write(contention(actor, id), tx -> {
            Document<PaymentRequest> known = requirePayer(tx, actor, id);
            PaymentRequest request = known.value();
            TransferId transfer = new TransferId(ids.of(actor.tenant(), id, "request", 0));
            if (request.state() == PaymentRequest.State.PAID) {
                return ledger.transfer(actor, payment(request, transfer));
            }
            requireOpen(request.at(neo.clock().instant()));
            TransferResult result = ledger.transfer(actor, payment(request, transfer));
            change(tx, actor, known, request.now(PaymentRequest.State.PAID, transfer));
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

    private static void requireOpen(PaymentRequest request) {
        if (request.state() != PaymentRequest.State.OPEN) {
            throw new RefusedException(LocalError.REQUEST_ANSWERED, Map.of("state", request.state()));
        }
    }

    private Document<PaymentRequest> requirePayer(Transaction tx, Actor actor, UUID id) {
        Document<PaymentRequest> known = tx.documents(REQUESTS, actor.tenant()).require(id.toString());
        ledger.account(actor, known.value().payer());
        return known;
    }

    private PaymentRequest change(Transaction tx, Actor actor, Document<PaymentRequest> known, PaymentRequest after) {
        tell(actor, after);
        return tx.documents(REQUESTS, actor.tenant())
                .update(after, known.version())
                .value();
    }

    /**
     * Says no.
     *
     * @param actor who; needs {@link LedgerPermissions#READ} for the payer's account
     * @param id which request
     * @return the request as it is kept
     * @throws NotFoundException {@code not_found}, {@code ledger.account.unknown}
     * @throws RefusedException {@code ledger.local.request_answered}
     */
    public PaymentRequest decline(Actor actor, UUID id) {
        return neo.store().write(contention(actor, id), tx -> {
            Document<PaymentRequest> known = requirePayer(tx, actor, id);
            requireOpen(known.value());
            return change(tx, actor, known, known.value().now(PaymentRequest.State.DECLINED, null));
        });
    }

    /**
     * Takes a request back.
     *
     * @param actor who; needs {@link LedgerPermissions#READ} for the payee's account
     * @param id which request
     * @return the request as it is kept
     * @throws NotFoundException {@code not_found}, {@code ledger.account.unknown}
     * @throws RefusedException {@code ledger.local.request_answered}
     */
    public PaymentRequest withdraw(Actor actor, UUID id) {
        return neo.store().write(contention(actor, id), tx -> {
            Document<PaymentRequest> known =
                    tx.documents(REQUESTS, actor.tenant()).require(id.toString());
            ledger.account(actor, known.value().payee());
            requireOpen(known.value());
            return change(tx, actor, known, known.value().now(PaymentRequest.State.WITHDRAWN, null));
        });
    }

    /**
     * What waits for a payer.
     *
     * @param actor who asks; needs {@link LedgerPermissions#READ} for the payer's account
     * @param payer the account that is asked
     * @return the open requests, those first that expire first, 1,000 at most
     * @throws NotFoundException {@code ledger.account.unknown}
     */
    public List<PaymentRequest> waitingFor(Actor actor, AccountId payer) {
        return neo.store().read(tx -> {
            ledger.account(actor, payer);
            return tx.documents(REQUESTS, actor.tenant())
                    .scan(Scan.by(BY_PAYER)
                            .equalTo(payer.text())
                            .after(neo.clock().instant())
                            .limit(1_000))
                    .values();
        });
    }
}
