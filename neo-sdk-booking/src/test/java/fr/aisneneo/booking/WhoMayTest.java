package fr.aisneneo.booking;

import static fr.aisneneo.booking.World.ANNE;
import static fr.aisneneo.booking.World.BRUNO;
import static fr.aisneneo.booking.World.OPERATOR;
import static fr.aisneneo.booking.World.monday;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Policy;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.tenant.TenantId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WhoMayTest {
    @RegisterExtension
    private final World world = new World();

    private final Booking booking = world.booking();

    @Test
    void aMemberReservesInTheirOwnNameOnlyAndAnOperatorForAnybody() {
        Space room = world.room();
        ReservationRequest forBruno =
                world.request(ANNE, room, monday("09:00", "10:00")).heldBy(BRUNO.party());
        assertThat(catchThrowableOfType(ForbiddenException.class, () -> booking.reserve(ANNE, forBruno))
                        .errorCode())
                .isEqualTo(CoreError.ACTOR_FORBIDDEN);
        Reservation made = booking.reserve(OPERATOR, forBruno);
        assertThat(made.holder()).isEqualTo(BRUNO.party());
        assertThat(made.bookedBy()).isEqualTo(OPERATOR.party());
        assertThat(booking.find(BRUNO, made.id())).contains(made);
        assertThat(booking.find(ANNE, made.id())).isEmpty();
    }

    @Test
    void anActorWithoutARoleMayDoNothing() {
        Space room = world.room();
        Actor nobody = World.actor(7);
        LocalDate day = LocalDate.of(2026, 11, 23);
        List<Runnable> attempts = List.of(
                () -> booking.reserve(nobody, room.id(), monday("09:00", "10:00")),
                () -> booking.agenda(nobody, room.id(), day, 1),
                () -> booking.operations(ANNE, room.id(), day, 1),
                () -> booking.spaces(nobody, World.HUB),
                () -> booking.addSpace(OPERATOR, world.space(1)),
                () -> booking.changeSpace(ANNE, room.id(), space -> space.withCapacity(2)),
                () -> booking.removeSpace(OPERATOR, room.id()));
        for (Runnable attempt : attempts) {
            assertThat(catchThrowableOfType(ForbiddenException.class, attempt::run))
                    .isNotNull();
        }
    }

    @Test
    void anotherTenantSeesCountsAndCollidesWithNothing() {
        Space room = world.room();
        ReservationRequest request = world.request(ANNE, room, monday("09:00", "10:00"));
        booking.reserve(ANNE, request);
        Actor stranger =
                Actor.of(ANNE.party(), new TenantId("soissons"), Role.MEMBER, Role.OPERATOR, Role.ADMINISTRATOR);

        assertThat(booking.find(stranger, request.id())).isEmpty();
        assertThat(booking.space(stranger, room.id())).isEmpty();
        assertThat(booking.spaces(stranger, World.HUB)).isEmpty();
        assertThat(booking.mine(stranger, MyReservations.TO_COME, 10, Optional.empty())
                        .documents())
                .isEmpty();
        assertThat(catchThrowableOfType(
                                NotFoundException.class,
                                () -> booking.agenda(stranger, room.id(), LocalDate.of(2026, 11, 23), 1))
                        .errorCode())
                .isEqualTo(BookingError.SPACE_UNKNOWN);
        assertThat(catchThrowableOfType(NotFoundException.class, () -> booking.reserve(stranger, request))
                        .errorCode())
                .isEqualTo(BookingError.SPACE_UNKNOWN);
        assertThat(catchThrowableOfType(NotFoundException.class, () -> booking.cancel(stranger, request.id()))
                        .errorCode())
                .isEqualTo(BookingError.RESERVATION_UNKNOWN);
        assertThat(booking.find(ANNE, request.id())).isPresent();
    }

    @Test
    void whoMayNotSeeIsNotToldWhatIsFreeNext() {
        Policy blind = (actor, permission, owner) -> !permission.equals(BookingPermissions.SEE) || actor.equals(BRUNO);
        try (World strict = new World("memory:", blind)) {
            Space room = strict.room();
            strict.booking().reserve(BRUNO, room.id(), monday("09:00", "10:00"));
            Refusals refusals = new Refusals(strict);
            assertThat(refusals.expect(
                                    BookingError.SLOT_TAKEN, ANNE, strict.request(ANNE, room, monday("09:00", "10:00")))
                            .facts())
                    .doesNotContainKey("next");
            assertThat(refusals.expect(
                                    BookingError.SLOT_TAKEN,
                                    BRUNO,
                                    strict.request(BRUNO, room, monday("09:00", "10:00")))
                            .facts())
                    .containsKey("next");
        }
    }
}
