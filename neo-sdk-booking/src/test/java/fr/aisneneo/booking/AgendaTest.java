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
import fr.aisneneo.core.calendar.DayHours;
import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.InvalidInputException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What everybody may see of the days of a space. */
class AgendaTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @RegisterExtension
    private final World world = new World();

    private final Booking booking = world.booking();

    private static List<String> shown(AgendaDay day) {
        return day.segments().stream()
                .map(segment -> segment.interval().start().atZone(PARIS).toLocalTime() + " " + segment.state() + " "
                        + segment.remaining())
                .toList();
    }

    @Test
    void fewerPlacesKeepWhatIsBookedAndLetNothingMoreIn() {
        Space desks = world.add(world.space(4));
        booking.reserve(
                ANNE, world.request(ANNE, desks, monday("09:00", "12:00")).places(3));
        booking.changeSpace(ADMINISTRATOR, desks.id(), space -> space.withCapacity(2));
        assertThat(shown(booking.agenda(ANNE, desks.id(), MONDAY, 1).days().get(0)))
                .containsExactly("00:00 CLOSED 0", "08:00 FREE 2", "09:00 TAKEN 0", "12:00 FREE 2", "20:00 CLOSED 0");
        assertThat(catchThrowableOfType(
                                ConflictException.class,
                                () -> booking.reserve(BRUNO, desks.id(), monday("11:00", "13:00")))
                        .facts())
                .containsEntry("remaining", 0);
    }

    @Test
    void theAgendaShowsFreeTakenAndClosedWithBuffersAndPlacesLeft() {
        Space desks = world.add(
                world.space(2).withRules(BookingRules.STANDARD.buffers(Duration.ZERO, Duration.ofMinutes(30))));
        booking.reserve(ANNE, desks.id(), monday("09:00", "11:00"));
        booking.reserve(BRUNO, desks.id(), monday("10:00", "12:00"));
        List<AgendaDay> days =
                booking.agenda(ANNE, desks.id(), LocalDate.of(2026, 11, 22), 3).days();
        assertThat(shown(days.get(0))).containsExactly("00:00 CLOSED 0");
        assertThat(shown(days.get(1)))
                .containsExactly(
                        "00:00 CLOSED 0",
                        "08:00 FREE 2",
                        "09:00 FREE 1",
                        "10:00 TAKEN 0",
                        "11:30 FREE 1",
                        "12:30 FREE 2",
                        "20:00 CLOSED 0");
        assertThat(days.get(2).segments()).hasSize(3);
        assertThat(booking.agenda(ANNE, HUB, MONDAY, 1))
                .singleElement()
                .satisfies(agenda -> assertThat(agenda.days().get(0)).isEqualTo(days.get(1)));
    }

    @Test
    void theAgendaNamesTheHoliday() {
        Space room = world.room();
        AgendaDay christmas = booking.agenda(ANNE, room.id(), LocalDate.of(2026, 12, 25), 1)
                .days()
                .get(0);
        assertThat(christmas.hours().cause()).isEqualTo(DayHours.Cause.HOLIDAY);
        assertThat(christmas.hours().reason(Locale.FRENCH)).isEqualTo("Noël");
        assertThat(christmas.segments())
                .singleElement()
                .satisfies(segment -> assertThat(segment.state()).isEqualTo(State.CLOSED));
    }

    @Test
    void questionsAboutTooManyDaysAreRefused() {
        Space room = world.room();
        for (int days : new int[] {0, -1, 63, Integer.MAX_VALUE}) {
            assertThat(catchThrowableOfType(
                                    InvalidInputException.class, () -> booking.agenda(ANNE, room.id(), MONDAY, days))
                            .field())
                    .isEqualTo("days");
        }
        for (LocalDate from : List.of(LocalDate.MIN, LocalDate.MAX)) {
            assertThat(catchThrowableOfType(InvalidInputException.class, () -> booking.agenda(ANNE, HUB, from, 1))
                            .field())
                    .isEqualTo("from");
        }
    }
}
