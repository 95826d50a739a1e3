package fr.aisneneo.booking;

import static fr.aisneneo.booking.World.ADMINISTRATOR;
import static fr.aisneneo.booking.World.ANNE;
import static fr.aisneneo.booking.World.PARIS;
import static fr.aisneneo.booking.World.monday;
import static fr.aisneneo.booking.World.slot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.core.calendar.CalendarError;
import fr.aisneneo.core.calendar.LocalSlot;
import fr.aisneneo.core.calendar.OpeningHours;
import fr.aisneneo.core.calendar.Zones;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.NeoException;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.territory.InseeCode;
import fr.aisneneo.core.territory.Site;
import fr.aisneneo.core.territory.SiteId;
import fr.aisneneo.core.territory.SiteKind;
import fr.aisneneo.core.territory.Territory;
import fr.aisneneo.core.territory.TerritoryError;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What makes no sense is refused with a code that stays, and nothing of it is kept. */
class BadInputTest {
    @RegisterExtension
    private final World world = new World();

    private final Booking booking = world.booking();
    private final Refusals refusals = new Refusals(world);

    @Test
    void anUnknownSpaceIsNotFound() {
        ReservationRequest request = ReservationRequest.of(
                ANNE, booking.newReservationId(), new SpaceId(new UUID(1, 1)), monday("09:00", "10:00"));
        assertThat(refusals.expect(BookingError.SPACE_UNKNOWN, request)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void anEndBeforeTheStartAndZeroLengthAreRefusedByTheirField() {
        Space room = world.room();
        NeoException refusal = refusals.expect(CalendarError.REVERSED, room, monday("12:00", "09:00"));
        assertThat(refusal).isInstanceOf(InvalidInputException.class);
        assertThat(((InvalidInputException) refusal).field()).isEqualTo("slot.end");
        refusals.expect(CalendarError.EMPTY, room, monday("12:00", "12:00"));
    }

    @Test
    void tenYearsAreTooLong() {
        Space room = world.room();
        NeoException refusal =
                refusals.expect(BookingError.SLOT_TOO_LONG, room, slot("2026-11-23T09:00", "2036-11-23T09:00"));
        assertThat(Refusals.french(refusal)).isEqualTo("Une réservation de cet espace dure au plus 31 jours.");
    }

    @Test
    void anotherZoneThanThatOfTheSpaceIsRefused() {
        Space room = world.room();
        LocalSlot elsewhere = LocalSlot.of(
                LocalDateTime.parse("2026-11-23T09:00"),
                LocalDateTime.parse("2026-11-23T10:00"),
                ZoneId.of("America/Cayenne"));
        NeoException refusal = refusals.expect(BookingError.SLOT_ZONE, room, elsewhere);
        assertThat(refusal.facts()).containsEntry("expected", "Europe/Paris");
    }

    @Test
    void missingFieldsAreRefusedByTheirName() {
        InvalidInputException refusal = catchThrowableOfType(
                InvalidInputException.class,
                () -> new ReservationRequest(booking.newReservationId(), null, monday("09:00", "10:00"), 1, null));
        assertThat(refusal.field()).isEqualTo("space");
    }

    @Test
    void aTimeThatTheClockSkipsIsRefused() {
        Space room = world.add(world.space(1).withHours(OpeningHours.ALWAYS));
        NeoException refusal =
                refusals.expect(CalendarError.TIME_NONEXISTENT, room, slot("2027-03-28T02:30", "2027-03-28T04:00"));
        assertThat(((InvalidInputException) refusal).field()).isEqualTo("slot.start");
        assertThat(refusal.facts()).containsEntry("zone", PARIS);
    }

    @Test
    void aTextThatIsNoIdIsRefused() {
        for (String text : List.of("", "1", "g0000000-0000-0000-0000-000000000000", "x".repeat(10_000))) {
            for (Consumer<String> parse : List.<Consumer<String>>of(SpaceId::parse, ReservationId::parse)) {
                assertThat(catchThrowableOfType(InvalidInputException.class, () -> parse.accept(text))
                                .errorCode())
                        .isEqualTo(CoreError.INPUT_MALFORMED);
            }
        }
    }

    @Test
    void aZoneThatIsNotOneIsRefused() {
        InvalidInputException refusal =
                catchThrowableOfType(InvalidInputException.class, () -> Zones.parse("Europe/Pari", "slot.zone"));
        assertThat(refusal.errorCode()).isEqualTo(CalendarError.ZONE_UNKNOWN);
        assertThat(refusal.field()).isEqualTo("slot.zone");
    }

    @Test
    void aSiteInAnUnknownCommuneIsRefusedAndHasNoSpaces() {
        Territory territory = Territory.of(world.neo());
        Site nowhere =
                Site.of(new SiteId(new UUID(5, 9)), "Nulle part", SiteKind.BRANCH, new InseeCode("02999"), PARIS);
        InvalidInputException refusal =
                catchThrowableOfType(InvalidInputException.class, () -> territory.addSite(ADMINISTRATOR, nowhere));
        assertThat(refusal.errorCode()).isEqualTo(TerritoryError.COMMUNE_UNKNOWN);
        assertThat(territory.sites(ADMINISTRATOR))
                .extracting(entry -> entry.site().id())
                .containsExactly(World.HUB);
        Space lost =
                Space.of(booking.newSpaceId(), nowhere.id(), SpaceKind.COWORKING, "Bureaux", 1, PARIS, World.HOURS);
        assertThat(catchThrowableOfType(NotFoundException.class, () -> booking.addSpace(ADMINISTRATOR, lost))
                        .errorCode())
                .isEqualTo(TerritoryError.SITE_NOT_FOUND);
        assertThat(booking.space(ANNE, lost.id())).isEmpty();
    }
}
