package fr.aisneneo.booking;

import static fr.aisneneo.booking.World.ADMINISTRATOR;
import static fr.aisneneo.booking.World.ANNE;
import static fr.aisneneo.booking.World.BRUNO;
import static fr.aisneneo.booking.World.OPERATOR;
import static fr.aisneneo.booking.World.monday;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.booking.ReservationLifeCycle.Transition;
import fr.aisneneo.core.actor.Policy;
import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.error.RefusedException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CancelTest {
    @RegisterExtension
    private final World world = new World();

    private final Booking booking = world.booking();

    @Test
    void whatIsCancelledCanBeBookedAgain() {
        Space room = world.room();
        Reservation made = booking.reserve(ANNE, room.id(), monday("09:00", "12:00"));
        Reservation cancelled = booking.cancel(ANNE, made.id());
        assertThat(cancelled.status()).isEqualTo(ReservationStatus.CANCELLED);
        assertThat(cancelled.cancelledAt()).isNotNull();
        assertThat(booking.find(ANNE, made.id())).contains(cancelled);
        booking.reserve(BRUNO, room.id(), monday("09:00", "12:00"));
        assertThat(world.neo().journal().history(ADMINISTRATOR, BookingEvents.aggregate(made.id()), 0, 10))
                .extracting(event -> event.type())
                .containsExactly("booking.reservation.confirmed", "booking.reservation.cancelled");
    }

    @Test
    void cancellingTwiceFreesThePlacesOnce() {
        Space desks = world.add(world.space(2));
        Reservation first = booking.reserve(ANNE, desks.id(), monday("09:00", "12:00"));
        booking.reserve(BRUNO, desks.id(), monday("09:00", "12:00"));
        Reservation cancelled = booking.cancel(ANNE, first.id());
        assertThat(booking.cancel(ANNE, first.id())).isEqualTo(cancelled);
        booking.reserve(ANNE, desks.id(), monday("09:00", "12:00"));
        assertThat(catchThrowableOfType(
                        RuntimeException.class, () -> booking.reserve(ANNE, desks.id(), monday("11:00", "12:00"))))
                .isNotNull();
    }

    @Test
    void aRepeatedRequestDoesNotBringBackWhatWasCancelled() {
        Space room = world.room();
        ReservationRequest request = world.request(ANNE, room, monday("09:00", "12:00"));
        booking.reserve(ANNE, request);
        Reservation cancelled = booking.cancel(ANNE, request.id());
        assertThat(booking.reserve(ANNE, request)).isEqualTo(cancelled);
        booking.reserve(BRUNO, room.id(), monday("09:00", "12:00"));
    }

    @Test
    void whatHasBegunStays() {
        Space room = world.room();
        Reservation made = booking.reserve(ANNE, room.id(), monday("09:00", "12:00"));
        world.setNow("2026-11-23T08:00:00Z");
        RefusedException refusal = catchThrowableOfType(RefusedException.class, () -> booking.cancel(ANNE, made.id()));
        assertThat(refusal.errorCode()).isEqualTo(BookingError.RESERVATION_STARTED);
        assertThat(refusal.errorCode().text(Locale.FRENCH, refusal.facts()))
                .isEqualTo("La réservation a commencé le lundi 23 novembre 2026 à 09:00 et ne peut plus être annulée.");
        assertThat(booking.find(ANNE, made.id())).contains(made);
    }

    @Test
    void nobodyElseCancelsOrLearnsThatItIsThere() {
        Space room = world.room();
        Reservation made = booking.reserve(ANNE, room.id(), monday("09:00", "12:00"));
        NotFoundException refusal =
                catchThrowableOfType(NotFoundException.class, () -> booking.cancel(BRUNO, made.id()));
        NotFoundException unknown = catchThrowableOfType(
                NotFoundException.class, () -> booking.cancel(BRUNO, new ReservationId(new UUID(1, 2))));
        assertThat(refusal.errorCode()).isEqualTo(unknown.errorCode()).isEqualTo(BookingError.RESERVATION_UNKNOWN);
        assertThat(catchThrowableOfType(NotFoundException.class, () -> booking.cancel(ADMINISTRATOR, made.id())))
                .isNotNull();
        assertThat(booking.cancel(OPERATOR, made.id()).status()).isEqualTo(ReservationStatus.CANCELLED);
        assertThat(booking.cancel(OPERATOR, made.id()).status()).isEqualTo(ReservationStatus.CANCELLED);
    }

    @Test
    void whoMayReadButNotCancelIsTold() {
        Policy readOnly =
                (actor, permission, owner) -> !permission.equals(BookingPermissions.CANCEL) || actor.equals(OPERATOR);
        try (World lenient = new World("memory:", readOnly)) {
            Reservation made = lenient.booking().reserve(ANNE, lenient.room().id(), monday("09:00", "12:00"));
            for (int time = 0; time < 2; time++) {
                ForbiddenException refusal = catchThrowableOfType(
                        ForbiddenException.class, () -> lenient.booking().cancel(BRUNO, made.id()));
                assertThat(refusal.facts()).containsEntry("permission", "booking.cancel");
                lenient.booking().cancel(OPERATOR, made.id());
            }
        }
    }

    @Test
    void theTableHasOneRowForAStateAndACommandAndEveryStateIsReached() {
        List<Transition> rows = ReservationLifeCycle.TRANSITIONS;
        Set<Object> keys = new HashSet<>();
        Set<ReservationStatus> reached = EnumSet.of(ReservationLifeCycle.INITIAL);
        for (Transition row : rows) {
            assertThat(keys.add(List.of(row.from(), row.command())))
                    .as("one row for %s, %s", row.from(), row.command())
                    .isTrue();
            assertThat(ReservationLifeCycle.find(row.from(), row.command())).contains(row);
            reached.add(row.to());
        }
        assertThat(reached).containsExactlyInAnyOrder(ReservationStatus.values());
        assertThat(ReservationLifeCycle.find(ReservationStatus.CANCELLED, ReservationLifeCycle.Command.CANCEL))
                .isEmpty();
    }

    @Test
    void aCancelledTransactionFreesNothing() {
        Space room = world.room();
        Reservation made = booking.reserve(ANNE, room.id(), monday("09:00", "12:00"));
        assertThat(catchThrowableOfType(
                        IllegalStateException.class,
                        () -> world.neo().atomically(() -> {
                            booking.cancel(ANNE, made.id());
                            throw new IllegalStateException();
                        })))
                .isNotNull();
        assertThat(booking.find(ANNE, made.id())).contains(made);
    }
}
