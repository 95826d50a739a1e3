package fr.aisneneo.example.portal.payment;

import fr.aisneneo.booking.Booking;
import fr.aisneneo.booking.Reservation;
import fr.aisneneo.booking.ReservationId;
import fr.aisneneo.booking.ReservationRequest;
import fr.aisneneo.booking.ReservationStatus;
import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.ledger.Ledger;
import fr.aisneneo.core.ledger.TransferPage;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.Transfer;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.book.TransferKind;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.money.Money;
import fr.aisneneo.core.storage.Cursor;
import fr.aisneneo.example.portal.error.PortalError;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reservations that cost something. The price is set aside in the transaction that reserves, and what becomes of it is
 * settled in the one that cancels: there is never a room without its money, nor money for a room that nobody has. What
 * was set aside has the id of the reservation, so that a form that is sent twice pays once. Thread-safe.
 */
public final class PaidBooking {
    /** What reservations are booked as in the ledger. */
    public static final int PURPOSE = 8;

    private static final int PAGE = 100;

    private final Neo neo;
    private final Booking booking;
    private final MemberAccounts accounts;
    private final Tariff tariff;
    private final CancellationTerms terms;
    private final AccountId till;
    private final Actor house;

    /**
     * Reservations with their prices.
     *
     * @param neo the SDK
     * @param booking where reservations are
     * @param accounts who pays from where
     * @param tariff what spaces cost
     * @param terms what is kept of it
     * @param till the account that is paid
     * @param house settles on behalf of the house: an administrator, since what was set aside is not the member's to
     *     settle
     */
    public PaidBooking(
            Neo neo,
            Booking booking,
            MemberAccounts accounts,
            Tariff tariff,
            CancellationTerms terms,
            AccountId till,
            Actor house) {
        this.neo = neo;
        this.booking = booking;
        this.accounts = accounts;
        this.tariff = tariff;
        this.terms = terms;
        this.till = till;
        this.house = house;
    }

    /** What spaces cost. */
    public Tariff tariff() {
        return tariff;
    }

    /** What is kept when somebody cancels. */
    public CancellationTerms terms() {
        return terms;
    }

    /** The price of a request; empty if it costs nothing. */
    public Optional<Money> price(ReservationRequest request) {
        return tariff.price(request.space(), request.slot().interval(), request.quantity());
    }

    /**
     * Reserves, and sets the price aside on the account of the holder: both or neither.
     *
     * @param actor who
     * @param request what; the same again reserves and pays once
     * @param agreed the price that the holder agreed to; null to take it as it is
     * @return the reservation
     * @throws ConflictException {@code portal.terms.changed} if the price is another one; what {@link Booking#reserve}
     *     refuses
     * @throws fr.aisneneo.core.error.RefusedException what {@link Booking#reserve} refuses; with the
     *     {@link fr.aisneneo.core.ledger.book.TransferStatus} if the money does not suffice;
     *     {@code portal.money_account.none}
     */
    public Reservation reserve(Actor actor, ReservationRequest request, @Nullable Money agreed) {
        Optional<Money> price = price(request);
        if (price.isEmpty()) {
            return booking.reserve(actor, request);
        }
        requireAgreed(agreed, price.get());
        return neo.atomically(() -> {
            Reservation reserved = booking.reserve(actor, request);
            AccountId payer = accounts.require(actor, request.holder()).id();
            ledger().transfer(
                            actor,
                            TransferRequest.hold(holdOf(request.id()), payer, till, price.get(), PURPOSE, 0)
                                    .about(request.id().value()));
            return reserved;
        });
    }

    /**
     * What would become of the money if somebody cancelled at an instant.
     *
     * @param actor who would cancel
     * @param reservation the reservation
     * @param at when
     * @return what is kept and what is given back; empty if nothing is set aside for it
     */
    public Optional<Settlement> settlement(Actor actor, Reservation reservation, Instant at) {
        return unsettled(reservation.id()).map(hold -> {
            // Whoever is cancelled on by the house has everything back.
            boolean byHolder = actor.party().equals(reservation.holder());
            long kept = byHolder
                    ? terms.kept(hold.amount(), at, reservation.interval().start())
                    : 0;
            return new Settlement(
                    Money.ofMinorUnits(kept, accounts.currency()),
                    Money.ofMinorUnits(hold.amount() - kept, accounts.currency()));
        });
    }

    /**
     * Cancels, and settles what was set aside: both or neither. Again it changes nothing.
     *
     * @param actor who
     * @param id which reservation
     * @param agreed what the holder was told is kept; null to take it as it is
     * @return the cancelled reservation
     * @throws ConflictException {@code portal.terms.changed} if more or less is kept by now
     */
    public Reservation cancel(Actor actor, ReservationId id, @Nullable Money agreed) {
        return neo.atomically(() -> {
            boolean again = booking.find(actor, id)
                    .filter(found -> found.status() == ReservationStatus.CANCELLED)
                    .isPresent();
            Reservation cancelled = booking.cancel(actor, id);
            Instant at = cancelled.cancelledAt();
            if (!again && at != null) {
                settlement(actor, cancelled, at).ifPresent(settlement -> {
                    requireAgreed(agreed, settlement.kept());
                    settle(actor, id, settlement.kept());
                });
            }
            return cancelled;
        });
    }

    private void settle(Actor actor, ReservationId id, Money kept) {
        TransferRequest request = kept.isZero()
                ? TransferRequest.release(ledger().newTransferId(), holdOf(id))
                : TransferRequest.post(ledger().newTransferId(), holdOf(id)).amount(kept.minorUnits());
        String correlation = actor.correlation();
        ledger().transfer(correlation == null ? house : house.correlated(correlation), request);
    }

    /**
     * Pays the house what was set aside for a reservation that has begun. Again it changes nothing.
     *
     * @param begun the reservation, neither cancelled nor to come
     * @return whether there was something to pay
     */
    boolean collect(Reservation begun) {
        if (unsettled(begun.id()).isEmpty()) {
            return false; // as nearly always: no transaction that writes is opened for it
        }
        // Looked at again in the transaction, so that of two portals on one store only one pays.
        return neo.atomically(() -> {
            boolean due = unsettled(begun.id()).isPresent();
            if (due) {
                ledger().transfer(house, TransferRequest.post(ledger().newTransferId(), holdOf(begun.id())));
            }
            return due;
        });
    }

    private static void requireAgreed(@Nullable Money agreed, Money actual) {
        if (agreed != null && !agreed.equals(actual)) {
            throw new ConflictException(PortalError.TERMS_CHANGED, Map.of());
        }
    }

    /**
     * What is set aside for a reservation and waits to be settled. The id alone proves nothing, since whoever reserves
     * chooses it; what it is about and who is paid does, since only this class says so.
     */
    private Optional<Transfer> unsettled(ReservationId id) {
        return held(id).filter(hold -> !settled(hold));
    }

    private Optional<Transfer> held(ReservationId id) {
        try {
            Transfer found = ledger().history().transfer(house, holdOf(id));
            boolean genuine = found.kind() == TransferKind.PENDING
                    && id.value().equals(found.reference())
                    && till.equals(found.credit());
            return genuine ? Optional.of(found) : Optional.empty();
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    /** What settles a hold is about the same, among whatever else may be. */
    private boolean settled(Transfer hold) {
        UUID about = Objects.requireNonNull(hold.reference());
        Optional<Cursor> after = Optional.empty();
        do {
            TransferPage page = ledger().history().about(house, about, PAGE, after);
            if (page.transfers().stream().anyMatch(transfer -> hold.id().equals(transfer.related()))) {
                return true;
            }
            after = page.next();
        } while (after.isPresent());
        return false;
    }

    private Ledger ledger() {
        return accounts.ledger();
    }

    /** One hold for each reservation, under its id. */
    private static TransferId holdOf(ReservationId id) {
        return new TransferId(id.value());
    }
}
