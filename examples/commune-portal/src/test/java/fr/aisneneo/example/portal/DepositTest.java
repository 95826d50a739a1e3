package fr.aisneneo.example.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.booking.Booking;
import fr.aisneneo.booking.BookingError;
import fr.aisneneo.booking.Reservation;
import fr.aisneneo.booking.ReservationId;
import fr.aisneneo.booking.ReservationRequest;
import fr.aisneneo.booking.ReservationStatus;
import fr.aisneneo.booking.Space;
import fr.aisneneo.booking.SpaceKind;
import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.calendar.LocalSlot;
import fr.aisneneo.core.calendar.OpeningHours;
import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.ledger.Ledger;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.AccountTerms;
import fr.aisneneo.core.ledger.book.Limits;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.ledger.book.Transfer;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.book.TransferStatus;
import fr.aisneneo.core.money.Currency;
import fr.aisneneo.core.money.Money;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.tenant.TenantId;
import fr.aisneneo.core.territory.InseeCode;
import fr.aisneneo.core.territory.Site;
import fr.aisneneo.core.territory.SiteId;
import fr.aisneneo.core.territory.SiteKind;
import fr.aisneneo.core.territory.Territory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two domains, one transaction: a room and the deposit for it, in the local currency. */
class DepositTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final TenantId LAON = new TenantId("laon");
    private static final Actor STAFF = Actor.of(new PartyId(new UUID(9, 1)), LAON, Role.ADMINISTRATOR);
    private static final Actor ANNE = Actor.of(new PartyId(new UUID(9, 2)), LAON, Role.MEMBER);
    private static final Actor BRUNO = Actor.of(new PartyId(new UUID(9, 3)), LAON, Role.MEMBER);
    private static final Currency AXO = new Currency("AXO", 2);
    private static final int ROOM = 8;
    private static final LocalDateTime NINE = LocalDateTime.parse("2026-11-30T09:00");
    private static final LocalSlot AT_NINE = LocalSlot.of(NINE, NINE.plusHours(2), PARIS);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T06:00:00Z"));
    private final Neo neo = Neo.builder().storage("memory:").clock(now::get).open();
    private final Booking booking = Booking.of(neo);
    private final Ledger ledger = Ledger.of(neo);
    private final AccountId supply = ledger.newAccountId();
    private final AccountId town = ledger.newAccountId();
    private final AccountId annes = ledger.newAccountId();
    private final AccountId brunos = ledger.newAccountId();
    private Space room;

    @BeforeEach
    void prepare() {
        Site hub = Site.of(new SiteId(neo.ids().next()), "Le Hub", SiteKind.HUB, new InseeCode("02408"), PARIS);
        Territory.of(neo).addSite(STAFF, hub);
        room = booking.addSpace(
                STAFF,
                Space.of(
                        booking.newSpaceId(),
                        hub.id(),
                        SpaceKind.TRAINING_ROOM,
                        "Salle",
                        1,
                        PARIS,
                        OpeningHours.ALWAYS));
        ledger.openAccount(STAFF, supply, AccountTerms.house(AXO, 1, Side.DEBIT), Limits.NONE);
        ledger.openAccount(STAFF, town, AccountTerms.house(AXO, 2, Side.CREDIT), Limits.NONE);
        ledger.openAccount(STAFF, annes, AccountTerms.member(AXO, 100, ANNE.party()), Limits.NEVER_OVERDRAWN);
        ledger.openAccount(STAFF, brunos, AccountTerms.member(AXO, 100, BRUNO.party()), Limits.NEVER_OVERDRAWN);
        ledger.transfer(
                STAFF, TransferRequest.pay(ledger.newTransferId(), supply, annes, Money.ofMinorUnits(5_000, AXO), 1));
    }

    @AfterEach
    void close() {
        neo.close();
    }

    /** Reserves and sets the deposit aside. */
    private Reservation reserve(Actor actor, AccountId account) {
        return neo.atomically(() -> {
            Reservation reserved = booking.reserve(actor, room.id(), AT_NINE);
            ledger.transfer(
                    actor,
                    TransferRequest.hold(depositOf(reserved), account, town, Money.ofMinorUnits(3_000, AXO), ROOM, 0)
                            .about(reserved.id().value()));
            return reserved;
        });
    }

    /** One deposit for each reservation, under its id. */
    private static TransferId depositOf(Reservation reservation) {
        return new TransferId(reservation.id().value());
    }

    /** Cancels, and keeps half of the deposit within two days of the beginning. */
    private void cancel(Actor actor, Reservation reservation) {
        neo.atomically(() -> {
            booking.cancel(actor, reservation.id());
            boolean late =
                    Duration.between(now.get(), reservation.interval().start()).compareTo(Duration.ofDays(2)) < 0;
            TransferId id = ledger.newTransferId();
            ledger.transfer(
                    STAFF,
                    late
                            ? TransferRequest.post(id, depositOf(reservation)).amount(1_500)
                            : TransferRequest.release(id, depositOf(reservation)));
        });
    }

    @Test
    void theRoomAndItsDepositAreHadTogether() {
        Reservation reserved = reserve(ANNE, annes);
        assertThat(ledger.account(ANNE, annes).available()).isEqualTo(2_000);
        assertThat(ledger.history()
                        .about(STAFF, reserved.id().value(), 10, Optional.empty())
                        .transfers())
                .extracting(Transfer::amount)
                .containsExactly(3_000L);
    }

    @Test
    void whoCannotPayTheDepositDoesNotHaveTheRoom() {
        RefusedException refusal = catchThrowableOfType(RefusedException.class, () -> reserve(BRUNO, brunos));
        assertThat(refusal.errorCode()).isEqualTo(TransferStatus.EXCEEDS_DEBIT_ACCOUNT_LIMIT);
        reserve(ANNE, annes);
    }

    @Test
    void whoDoesNotGetTheRoomPaysNoDeposit() {
        reserve(ANNE, annes);
        ConflictException refusal = catchThrowableOfType(ConflictException.class, () -> reserve(ANNE, annes));
        assertThat(refusal.errorCode()).isEqualTo(BookingError.SLOT_TAKEN);
        assertThat(ledger.account(ANNE, annes).available()).isEqualTo(2_000);
    }

    @Test
    void cancelledInTimeTheDepositIsFreeAndCancelledLateHalfOfItIsKept() {
        cancel(ANNE, reserve(ANNE, annes));
        assertThat(ledger.account(ANNE, annes).available()).isEqualTo(5_000);

        Reservation second = reserve(ANNE, annes);
        now.set(Instant.parse("2026-11-29T12:00:00Z"));
        cancel(ANNE, second);
        assertThat(booking.find(ANNE, second.id()))
                .hasValueSatisfying(found -> assertThat(found.status()).isEqualTo(ReservationStatus.CANCELLED));
        assertThat(ledger.account(ANNE, annes).available()).isEqualTo(3_500);
        assertThat(ledger.account(STAFF, town).balance()).isEqualTo(1_500);
    }

    @Test
    void aSettlementThatFailsTakesTheCancellationBack() {
        Reservation reserved = reserve(ANNE, annes);
        RefusedException refusal = catchThrowableOfType(
                RefusedException.class,
                () -> neo.atomically(() -> {
                    booking.cancel(ANNE, reserved.id());
                    // More than was set aside.
                    ledger.transfer(
                            STAFF,
                            TransferRequest.post(ledger.newTransferId(), depositOf(reserved))
                                    .amount(3_001));
                }));

        assertThat(refusal.errorCode()).isEqualTo(TransferStatus.EXCEEDS_PENDING_AMOUNT);
        assertThat(booking.find(ANNE, reserved.id()))
                .hasValueSatisfying(found -> assertThat(found.status()).isEqualTo(ReservationStatus.CONFIRMED));
        assertThat(ledger.account(ANNE, annes).available()).isEqualTo(2_000);
        // Nothing stands in the way of doing it right.
        cancel(ANNE, reserved);
        assertThat(ledger.account(ANNE, annes).available()).isEqualTo(5_000);
    }

    @Test
    void aBookingThatFailsTakesTheHoldBackThatWasMadeBeforeIt() {
        reserve(BRUNO, richBruno());
        ReservationId wanted = booking.newReservationId();
        TransferRequest deposit = TransferRequest.hold(
                        new TransferId(wanted.value()), annes, town, Money.ofMinorUnits(3_000, AXO), ROOM, 0)
                .about(wanted.value());
        ConflictException refusal = catchThrowableOfType(
                ConflictException.class,
                () -> neo.atomically(() -> {
                    assertThat(ledger.transfer(ANNE, deposit).status()).isEqualTo(TransferStatus.CREATED);
                    assertThat(ledger.account(ANNE, annes).available()).isEqualTo(2_000);
                    return booking.reserve(ANNE, ReservationRequest.of(ANNE, wanted, room.id(), AT_NINE));
                }));

        assertThat(refusal.errorCode()).isEqualTo(BookingError.SLOT_TAKEN);
        assertThat(ledger.account(ANNE, annes).available()).isEqualTo(5_000);
        assertThat(ledger.history()
                        .about(STAFF, wanted.value(), 10, Optional.empty())
                        .transfers())
                .isEmpty();
        // The id is free: neither done nor remembered as failed.
        assertThat(ledger.transfer(ANNE, deposit).status()).isEqualTo(TransferStatus.CREATED);
    }

    private AccountId richBruno() {
        ledger.transfer(
                STAFF, TransferRequest.pay(ledger.newTransferId(), supply, brunos, Money.ofMinorUnits(3_000, AXO), 1));
        return brunos;
    }
}
