package fr.aisneneo.core.ledger.order;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.core.error.NeoException;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.ledger.Ledger;
import fr.aisneneo.core.ledger.LedgerError;
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
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.Documents;
import fr.aisneneo.core.storage.Index;
import fr.aisneneo.core.storage.Page;
import fr.aisneneo.core.storage.Scan;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Standing orders: placed by who pays, run by the application at regular times.
 *
 * <p>Each payment and the note that it was made are one transaction, under an id that follows from the order and its
 * number: so it is made once, whether the application crashes, runs twice at a time, or was down for a week, after
 * which every payment that was missed is made. One that is refused is told and not tried again. One that cannot even be
 * tried, since the policy denies it or something breaks, is told and left for the next run, and holds up no other
 * order.
 *
 * <p>Thread-safe.
 */
public final class StandingOrders {
    /** The most orders that go on and debit one account. */
    public static final int MAX_ACTIVE = 1_000;

    private static final Index<OrderState> DUE = Index.<OrderState>named("due")
            .instant("next", state -> Objects.requireNonNull(state.next()))
            .when(state -> state.next() != null)
            .build();

    private static final Index<OrderState> BY_DEBIT = Index.<OrderState>named("by_debit")
            .string("debit", state -> state.order().debit().text())
            .build();

    private static final Index<OrderState> ACTIVE_BY_DEBIT = Index.<OrderState>named("active_by_debit")
            .string("debit", state -> state.order().debit().text())
            .when(state -> state.status() == OrderStatus.ACTIVE)
            .build();

    private static final DocumentCollection<OrderState> ORDERS = DocumentCollection.json(
                    "ledger_order",
                    OrderState.class,
                    state -> state.order().id().text())
            .index(DUE)
            .index(BY_DEBIT)
            .index(ACTIVE_BY_DEBIT)
            .build();

    private final Neo neo;
    private final Ledger ledger;
    private final OwnIds ids;

    private StandingOrders(Neo neo, Ledger ledger) {
        this.neo = neo;
        this.ledger = ledger;
        this.ids = new OwnIds(neo.store());
        neo.store().declare(ORDERS);
    }

    /**
     * Standing orders on a ledger.
     *
     * @param neo the open SDK
     * @param ledger its ledger
     * @return the orders
     */
    public static StandingOrders of(Neo neo, Ledger ledger) {
        return new StandingOrders(neo, ledger);
    }

    private static Contention contention(Actor actor, OrderId id) {
        return Contention.on(actor.tenant(), "ledger_order", id.text());
    }

    private void requirePayer(Actor actor, AccountId debit) {
        Account account = ledger.account(actor, debit);
        PartyId owner = account.terms().owner();
        neo.policy().require(actor, owner == null ? LedgerPermissions.HOUSE : LedgerPermissions.PAY, owner);
    }

    /**
     * Places an order. The same order again changes nothing.
     *
     * @param actor who; needs {@link LedgerPermissions#READ} and {@link LedgerPermissions#PAY} for the owner of the
     *     debited account, {@link LedgerPermissions#HOUSE} if it has none
     * @param order what to pay and when
     * @return the order as it is kept
     * @throws NotFoundException {@code ledger.account.unknown} for an account to debit that the actor may not see
     * @throws RefusedException {@code ledger.orders.too_many} if {@value #MAX_ACTIVE} orders that go on debit the
     *     account
     * @throws ConflictException {@code command.repeated_differently} if the id has another order
     * @throws ForbiddenException if the policy does not grant it
     */
    public OrderState place(Actor actor, StandingOrder order) {
        Contention both = contention(actor, order.id())
                .and(actor.tenant(), "ledger_order_of", order.debit().text());
        return neo.store().write(both, tx -> {
            requirePayer(actor, order.debit());
            Documents<OrderState> orders = tx.documents(ORDERS, actor.tenant());
            Optional<Document<OrderState>> known = orders.get(order.id().text());
            if (known.isPresent()) {
                return sameOrConflict(known.get().value(), order);
            }
            requireRoom(orders, order.debit());
            neo.journal().append(actor, OrderEvents.PLACED, OrderEvents.aggregate(order.id()), order);
            return orders.insert(new OrderState(order, OrderStatus.ACTIVE, 0, 0, order.due(0), null))
                    .value();
        });
    }

    private static void requireRoom(Documents<OrderState> orders, AccountId debit) {
        int active = orders.scan(Scan.by(ACTIVE_BY_DEBIT).equalTo(debit.text()).limit(MAX_ACTIVE))
                .documents()
                .size();
        if (active >= MAX_ACTIVE) {
            throw new RefusedException(LedgerError.ORDERS_TOO_MANY, Map.of("limit", MAX_ACTIVE));
        }
    }

    private static OrderState sameOrConflict(OrderState known, StandingOrder order) {
        if (!known.order().equals(order)) {
            throw new ConflictException(
                    CoreError.COMMAND_REPEATED_DIFFERENTLY, Map.of("id", order.id(), "fields", "order"));
        }
        return known;
    }

    /**
     * Stops an order. Doing it again, or to one that has ended, changes nothing.
     *
     * @param actor who; needs {@link LedgerPermissions#READ} and {@link LedgerPermissions#PAY} for the owner of the
     *     debited account, {@link LedgerPermissions#HOUSE} if it has none
     * @param id which order
     * @return the order as it is kept
     * @throws NotFoundException {@code not_found}, also for one that debits an account that the actor may not see
     * @throws ForbiddenException if the policy does not grant it
     */
    public OrderState cancel(Actor actor, OrderId id) {
        return neo.store().write(contention(actor, id), tx -> {
            Documents<OrderState> orders = tx.documents(ORDERS, actor.tenant());
            Document<OrderState> known = orders.get(id.text())
                    .filter(found -> sees(actor, found.value().order().debit()))
                    .orElseThrow(() -> unknown(id));
            requirePayer(actor, known.value().order().debit());
            if (known.value().status() != OrderStatus.ACTIVE) {
                return known.value();
            }
            neo.journal()
                    .append(
                            actor,
                            OrderEvents.CANCELLED,
                            OrderEvents.aggregate(id),
                            known.value().order());
            return orders.update(known.value().cancelled(), known.version()).value();
        });
    }

    private static NotFoundException unknown(OrderId id) {
        return new NotFoundException(CoreError.NOT_FOUND, Map.of("kind", ORDERS.name(), "id", id.text()));
    }

    private boolean sees(Actor actor, AccountId account) {
        try {
            ledger.account(actor, account);
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    /**
     * The orders that debit an account.
     *
     * @param actor who asks; needs {@link LedgerPermissions#READ} for its owner
     * @param debit the account
     * @return the orders, 1,000 at most, ended ones included
     * @throws NotFoundException {@code ledger.account.unknown}, also for one that the actor may not see
     */
    public List<OrderState> ofAccount(Actor actor, AccountId debit) {
        return neo.store().read(tx -> {
            ledger.account(actor, debit);
            return tx.documents(ORDERS, actor.tenant())
                    .scan(Scan.by(BY_DEBIT).equalTo(debit.text()).limit(1_000))
                    .values();
        });
    }

    /**
     * Makes the payments that are due, each in a transaction of its own, the earliest first.
     *
     * @param actor who; needs {@link LedgerPermissions#RUN}, and {@link LedgerPermissions#PAY} for the owners of the
     *     accounts or {@link LedgerPermissions#HOUSE} for those without
     * @param limit how many to try at most, 1 to 10,000; brought into that range
     * @return how many were made or refused; fewer than {@code limit} when none is due any more but those that could
     *     not be tried
     * @throws ForbiddenException if the policy does not grant it
     * @throws RuntimeException what a payment could not be tried for, if that could not be told either, as when the
     *     store is closed
     * @throws IllegalStateException if a transaction is open on this thread and is read only
     */
    public int runDue(Actor actor, int limit) {
        return runDue(actor, limit, (id, failure) -> {});
    }

    /**
     * The same as {@link #runDue(Actor, int)}, and hands over what could not be tried, for a log.
     *
     * @param actor who; needs {@link LedgerPermissions#RUN}, and {@link LedgerPermissions#PAY} for the owners of the
     *     accounts or {@link LedgerPermissions#HOUSE} for those without
     * @param limit how many to try at most, 1 to 10,000; brought into that range
     * @param failed gets the order and why, at each run
     * @return how many were made or refused
     * @throws ForbiddenException if the policy does not grant it
     */
    public int runDue(Actor actor, int limit, BiConsumer<OrderId, RuntimeException> failed) {
        neo.policy().require(actor, LedgerPermissions.RUN);
        int most = Math.max(1, Math.min(limit, 10_000));
        int run = 0;
        int left = 0;
        // Before it are only those that were left: whatever is run falls due later, and so behind it.
        Optional<Cursor> place = Optional.empty();
        while (run + left < most) {
            Instant now = neo.clock().instant();
            Page<OrderState> due = due(actor, now, place);
            if (due.documents().isEmpty()) {
                return run;
            }
            OrderId id = due.values().get(0).order().id();
            try {
                run += runOne(actor, id, now);
            } catch (RuntimeException e) {
                tell(actor, id, e);
                failed.accept(id, e);
                left++;
                place = due.next();
                if (place.isEmpty()) {
                    return run;
                }
            }
        }
        return run;
    }

    private Page<OrderState> due(Actor actor, Instant now, Optional<Cursor> place) {
        return neo.store()
                .read(tx -> tx.documents(ORDERS, actor.tenant())
                        .scan(Scan.by(DUE).upTo(now).limit(1).resume(place)));
    }

    /** Tells it once, however often it is tried. If even that fails, it is not about this order, and the run ends. */
    private void tell(Actor actor, OrderId id, RuntimeException failure) {
        String cause = failure instanceof NeoException known ? known.code() : OrderFailure.UNEXPECTED;
        try {
            neo.store().write(contention(actor, id), tx -> {
                Documents<OrderState> orders = tx.documents(ORDERS, actor.tenant());
                Document<OrderState> known = orders.require(id.text());
                OrderState state = known.value();
                if (state.status() != OrderStatus.ACTIVE || cause.equals(state.lastStatus())) {
                    return false;
                }
                orders.update(state.failed(cause), known.version());
                OrderFailure told = new OrderFailure(state.made() + state.refused(), cause);
                neo.journal().append(actor, OrderEvents.FAILED, OrderEvents.aggregate(id), told);
                return true;
            });
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
            throw failure;
        }
    }

    private int runOne(Actor actor, OrderId id, Instant now) {
        return neo.store().write(contention(actor, id), tx -> {
            Documents<OrderState> orders = tx.documents(ORDERS, actor.tenant());
            Document<OrderState> known = orders.require(id.text());
            OrderState state = known.value();
            if (state.next() == null || state.next().isAfter(now)) {
                return 0;
            }
            int number = state.made() + state.refused();
            TransferRequest request = payment(actor, state.order(), number);
            TransferResult result = ledger.submit(actor, List.of(request)).get(0);
            String answer = result.status().code();
            orders.update(state.after(result.status().done(), answer), known.version());
            neo.journal()
                    .append(
                            actor,
                            OrderEvents.RUN,
                            OrderEvents.aggregate(id),
                            new OrderRun(number, request.id(), answer));
            return 1;
        });
    }

    private TransferRequest payment(Actor actor, StandingOrder order, int number) {
        return new TransferRequest(
                new TransferId(ids.of(actor.tenant(), order.id().value(), "order", number)),
                TransferKind.SINGLE,
                order.debit(),
                order.credit(),
                order.amount(),
                null,
                order.code(),
                null,
                0,
                Set.of(),
                order.id().value(),
                number);
    }
}
