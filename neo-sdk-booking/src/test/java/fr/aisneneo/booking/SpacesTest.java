package fr.aisneneo.booking;

import static fr.aisneneo.booking.World.ADMINISTRATOR;
import static fr.aisneneo.booking.World.ANNE;
import static fr.aisneneo.booking.World.BRUNO;
import static fr.aisneneo.booking.World.HUB;
import static fr.aisneneo.booking.World.PARIS;
import static fr.aisneneo.booking.World.monday;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.booking.AgendaSegment.State;
import fr.aisneneo.core.calendar.OpeningHours;
import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.territory.SiteId;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The spaces of a site, and what may be changed of them. */
class SpacesTest {
    @RegisterExtension
    private final World world = new World();

    private final Booking booking = world.booking();

    @Test
    void spacesAreListedByKindAndName() {
        Space studio = world.add(
                Space.of(booking.newSpaceId(), HUB, SpaceKind.MULTIMEDIA_STUDIO, "Studio", 1, PARIS, World.HOURS));
        Space room = world.room();
        Space desks =
                world.add(Space.of(booking.newSpaceId(), HUB, SpaceKind.COWORKING, "Bureaux", 12, PARIS, World.HOURS));
        Space atelier = world.add(world.space(1).named("Atelier"));
        assertThat(booking.spaces(ANNE, HUB)).containsExactly(desks, atelier, room, studio);
        assertThat(booking.space(ANNE, desks.id())).contains(desks);
        assertThat(booking.spaces(ANNE, new SiteId(new UUID(1, 1)))).isEmpty();
        assertThat(desks.kind().name(Locale.FRENCH)).isEqualTo("Espace de coworking");
    }

    @Test
    void addingTheSameSpaceAgainChangesNothingAndAnotherUnderItsIdIsRefused() {
        Space room = world.room();
        assertThat(booking.addSpace(ADMINISTRATOR, room)).isEqualTo(room);
        ConflictException refusal = catchThrowableOfType(
                ConflictException.class,
                () -> booking.addSpace(ADMINISTRATOR, room.withCapacity(2).named("Salle Curie")));
        assertThat(refusal.errorCode()).isEqualTo(CoreError.COMMAND_REPEATED_DIFFERENTLY);
        assertThat(refusal.facts()).containsEntry("fields", "capacity, name");
        assertThat(world.neo().journal().history(ADMINISTRATOR, BookingEvents.aggregate(room.id()), 0, 10))
                .hasSize(1);
    }

    @Test
    void aSpaceNeedsASite() {
        Space lost = Space.of(
                booking.newSpaceId(),
                new SiteId(new UUID(1, 1)),
                SpaceKind.COWORKING,
                "Bureaux",
                3,
                PARIS,
                World.HOURS);
        assertThat(catchThrowableOfType(NotFoundException.class, () -> booking.addSpace(ADMINISTRATOR, lost)))
                .isNotNull();
        assertThat(booking.space(ANNE, lost.id())).isEmpty();
    }

    @Test
    void fieldsOfASpaceAreBounded() {
        Space room = world.space(1);
        assertThat(room.named("  Salle Curie ").name()).isEqualTo("Salle Curie");
        List<Runnable> wrong = List.of(
                () -> room.withCapacity(0),
                () -> room.withCapacity(Space.MOST_PLACES + 1),
                () -> room.named(" "),
                () -> room.named("x".repeat(121)),
                () -> room.named("a\nb"),
                () -> Space.of(room.id(), HUB, room.kind(), "x", 1, ZoneOffset.ofHours(1), OpeningHours.ALWAYS),
                () -> BookingRules.STANDARD.every(Duration.ofMinutes(7)),
                () -> BookingRules.STANDARD.every(Duration.ZERO),
                () -> BookingRules.STANDARD.every(Duration.ofSeconds(90)),
                () -> BookingRules.STANDARD.lasting(Duration.ofHours(2), Duration.ofHours(1)),
                () -> BookingRules.STANDARD.lasting(Duration.ofHours(2), Duration.ofDays(32)),
                () -> BookingRules.STANDARD.buffers(Duration.ofMinutes(-1), Duration.ZERO),
                () -> BookingRules.STANDARD.buffers(Duration.ZERO, Duration.ofHours(25)),
                () -> BookingRules.STANDARD.ahead(0),
                () -> BookingRules.STANDARD.ahead(4_000));
        for (Runnable attempt : wrong) {
            assertThat(catchThrowableOfType(InvalidInputException.class, attempt::run))
                    .isNotNull();
        }
    }

    @Test
    void aWithdrawnSpaceTakesNoBookingsAndKeepsThoseItHas() {
        Space room = world.room();
        Reservation made = booking.reserve(ANNE, room.id(), monday("09:00", "10:00"));
        booking.changeSpace(ADMINISTRATOR, room.id(), space -> space.withStatus(SpaceStatus.WITHDRAWN));
        RefusedException refusal = catchThrowableOfType(
                RefusedException.class, () -> booking.reserve(BRUNO, room.id(), monday("14:00", "15:00")));
        assertThat(refusal.errorCode()).isEqualTo(BookingError.SPACE_WITHDRAWN);
        assertThat(booking.agenda(ANNE, room.id(), LocalDate.of(2026, 11, 23), 1)
                        .days()
                        .get(0)
                        .segments())
                .extracting(AgendaSegment::state)
                .containsExactly(State.CLOSED);
        assertThat(booking.find(ANNE, made.id())).contains(made);
        booking.cancel(ANNE, made.id());
    }

    @Test
    void aSpaceWithReservationsIsNotRemoved() {
        Space room = world.room();
        Space unused = world.room();
        Reservation made = booking.reserve(ANNE, room.id(), monday("09:00", "10:00"));
        booking.cancel(ANNE, made.id());
        RefusedException refusal =
                catchThrowableOfType(RefusedException.class, () -> booking.removeSpace(ADMINISTRATOR, room.id()));
        assertThat(refusal.errorCode()).isEqualTo(BookingError.SPACE_IN_USE);
        booking.removeSpace(ADMINISTRATOR, unused.id());
        assertThat(booking.spaces(ANNE, HUB)).containsExactly(room);
    }

    @Test
    void idAndSiteOfASpaceStay() {
        Space room = world.room();
        InvalidInputException refusal = catchThrowableOfType(
                InvalidInputException.class,
                () -> booking.changeSpace(ADMINISTRATOR, room.id(), space -> world.space(1)));
        assertThat(refusal.errorCode()).isEqualTo(BookingError.SPACE_IDENTITY);
        assertThat(catchThrowableOfType(
                        NotFoundException.class,
                        () -> booking.changeSpace(
                                ADMINISTRATOR, new SpaceId(new UUID(1, 1)), space -> space.withCapacity(2))))
                .isNotNull();
    }
}
