package fr.aisneneo.example.portal.payment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.booking.Booking;
import fr.aisneneo.booking.Reservation;
import fr.aisneneo.booking.ReservationRequest;
import fr.aisneneo.booking.ReservationStatus;
import fr.aisneneo.booking.Space;
import fr.aisneneo.booking.SpaceKind;
import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.calendar.LocalSlot;
import fr.aisneneo.core.calendar.OpeningHours;
import fr.aisneneo.core.ledger.Ledger;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.AccountTerms;
import fr.aisneneo.core.ledger.book.Limits;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.money.Currency;
import fr.aisneneo.core.money.Money;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.tenant.TenantId;
import fr.aisneneo.core.territory.InseeCode;
import fr.aisneneo.core.territory.Site;
import fr.aisneneo.core.territory.SiteId;
import fr.aisneneo.core.territory.SiteKind;
import fr.aisneneo.core.territory.Territory;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CollectingTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final TenantId LAON = new TenantId("laon");
    private static final Actor STAFF = Actor.of(new PartyId(new UUID(9, 1)), LAON, Role.ADMINISTRATOR, Role.OPERATOR);
    private static final Actor ANNE = Actor.of(new PartyId(new UUID(9, 2)), LAON, Role.MEMBER);
    private static final Actor BRUNO = Actor.of(new PartyId(new UUID(9, 3)), LAON, Role.MEMBER);
    private static final Currency AXO = new Currency("AXO", 2);
    private static final LocalDateTime NINE = LocalDateTime.parse("2026-11-24T09:00");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T06:00:00Z"));
    private final Neo neo = Neo.builder().storage("memory:").clock(now::get).open();
    private final Booking booking = Booking.of(neo);
    private final Ledger ledger = Ledger.of(neo);
    private final AccountId supply = ledger.newAccountId();
    private final AccountId till = ledger.newAccountId();
    private final AccountId annes = ledger.newAccountId();
    private final AccountId brunos = ledger.newAccountId();
    private final PaidBooking paid = new PaidBooking(
            neo,
            booking,
            new MemberAccounts(ledger, AXO),
            space -> Optional.of(Money.ofMinorUnits(1_000, AXO)),
            CancellationTerms.STANDARD,
            till,
            STAFF);
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
        ledger.openAccount(STAFF, till, AccountTerms.house(AXO, 2, Side.CREDIT), Limits.NONE);
        ledger.openAccount(STAFF, annes, AccountTerms.member(AXO, 100, ANNE.party()), Limits.NEVER_OVERDRAWN);
        ledger.openAccount(STAFF, brunos, AccountTerms.member(AXO, 100, BRUNO.party()), Limits.NEVER_OVERDRAWN);
        for (AccountId member : List.of(annes, brunos)) {
            ledger.transfer(STAFF, pay(supply, member, 2_000));
        }
    }

    @AfterEach
    void close() {
        neo.close();
    }

    private TransferRequest pay(AccountId from, AccountId to, long units) {
        return TransferRequest.pay(ledger.newTransferId(), from, to, Money.ofMinorUnits(units, AXO), 1);
    }

    private Reservation reserve(Actor actor, int hour) {
        LocalSlot slot = LocalSlot.of(NINE.withHour(hour), NINE.withHour(hour + 1), PARIS);
        return paid.reserve(actor, ReservationRequest.of(actor, booking.newReservationId(), room.id(), slot), null);
    }

    private Collecting collecting() {
        return new Collecting(booking, paid, List.of(booking.newSpaceId(), room.id()), STAFF, now::get);
    }

    @Test
    void whatCannotBeCollectedHoldsUpNothingAndIsTriedAgain() {
        reserve(ANNE, 9);
        reserve(BRUNO, 11);
        TransferId closing = ledger.newTransferId();
        ledger.transfer(STAFF, TransferRequest.close(closing, annes, till, 1));
        now.set(Instant.parse("2026-11-24T18:00:00Z"));

        try (Collecting collecting = collecting()) {
            assertThat(collecting.round()).isEqualTo(1);
            assertThat(ledger.account(STAFF, till).balance()).isEqualTo(1_000);
            assertThat(collecting.round()).isZero();

            ledger.transfer(STAFF, TransferRequest.release(ledger.newTransferId(), closing));
            collecting.begin(); // does a round at once
            assertThat(ledger.account(STAFF, till).balance()).isEqualTo(2_000);
            assertThat(collecting.round()).isZero();
        }
    }

    @Test
    void othersThatAreAboutTheReservationHideNeitherWhatIsSetAsideNorThatItIsSettled() {
        Reservation reserved = reserve(ANNE, 9);
        for (int i = 0; i < 120; i++) { // more than one page
            ledger.transfer(BRUNO, pay(brunos, annes, 1).about(reserved.id().value()));
        }
        assertThat(paid.settlement(ANNE, reserved, now.get())).isPresent();

        assertThat(paid.collect(reserved)).isTrue();
        assertThat(paid.collect(reserved)).isFalse();
        assertThat(paid.settlement(ANNE, reserved, now.get())).isEmpty();
        assertThat(ledger.account(STAFF, till).balance()).isEqualTo(1_000);
    }

    @Test
    void whereNothingIsSetAsideThereIsNothingToCollectAndCancellingIsFree() {
        Reservation unpaid = booking.reserve(ANNE, room.id(), LocalSlot.of(NINE, NINE.plusHours(1), PARIS));

        assertThat(paid.collect(unpaid)).isFalse();
        assertThat(paid.settlement(ANNE, unpaid, now.get())).isEmpty();
        assertThat(paid.cancel(ANNE, unpaid.id(), null).status()).isEqualTo(ReservationStatus.CANCELLED);
        assertThat(booking.find(ANNE, unpaid.id()).orElseThrow().status()).isEqualTo(ReservationStatus.CANCELLED);
    }
}
