package fr.aisneneo.booking;

import static fr.aisneneo.booking.World.ADMINISTRATOR;
import static fr.aisneneo.booking.World.ANNE;
import static fr.aisneneo.booking.World.BRUNO;
import static fr.aisneneo.booking.World.HUB;
import static fr.aisneneo.booking.World.OPERATOR;
import static fr.aisneneo.booking.World.PARIS;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.calendar.FrenchHolidays;
import fr.aisneneo.core.calendar.LocalSlot;
import fr.aisneneo.core.calendar.OpeningHours;
import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.event.EventType;
import fr.aisneneo.core.territory.SiteId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The code of the guide, and that the guide has no other. */
class TourTest {
    private static final Path GUIDE = Path.of("docs", "booking.md");
    private static final Path TOUR = Path.of("src/test/java/fr/aisneneo/booking/TourTest.java");
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void theTourRuns() {
        try (World world = new World()) {
            Neo neo = world.neo();
            SiteId hub = HUB;
            ZoneId paris = PARIS;
            Actor administrator = ADMINISTRATOR;
            Actor anne = ANNE;
            Actor bruno = BRUNO;
            Actor operator = OPERATOR;

            Booking booking = Booking.of(neo);
            OpeningHours hours = OpeningHours.CLOSED
                    .open(OpeningHours.WORKING_DAYS, "08:30-12:30", "13:30-19:00")
                    .open(List.of(DayOfWeek.SATURDAY), "09:00-12:00")
                    .closedOn(FrenchHolidays.NATIONAL)
                    .except(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 31), "Fermeture de fin d’année");
            Space room = booking.addSpace(
                    administrator,
                    Space.of(booking.newSpaceId(), hub, SpaceKind.TRAINING_ROOM, "Salle Condorcet", 1, paris, hours)
                            .withRules(BookingRules.STANDARD.buffers(Duration.ZERO, Duration.ofMinutes(30))));

            LocalDateTime nine = LocalDateTime.parse("2026-11-24T09:00");
            ReservationRequest request = ReservationRequest.of(
                    anne, booking.newReservationId(), room.id(), LocalSlot.of(nine, nine.plusHours(3), paris));
            Reservation reservation = booking.reserve(anne, request);
            assertThat(booking.reserve(anne, request)).isEqualTo(reservation);

            LocalSlot secondTime = LocalSlot.of(
                    OffsetDateTime.parse("2027-10-31T02:00+01:00"),
                    OffsetDateTime.parse("2027-10-31T03:00+01:00"),
                    paris);
            assertThat(secondTime.interval().start()).isEqualTo(Instant.parse("2027-10-31T01:00:00Z"));

            List<String> said = new ArrayList<>();
            try {
                booking.reserve(bruno, room.id(), LocalSlot.of(nine.plusHours(3), nine.plusMinutes(210), paris));
            } catch (ConflictException e) {
                said.add(e.errorCode().text(Locale.FRENCH, e.facts()));
            }
            assertThat(said)
                    .containsExactly("Ce créneau est déjà pris (places libres : 0 ; places demandées : 1)."
                            + " Le prochain créneau libre de même durée commence le mardi 24 novembre 2026 à 13:30.");

            Instant tomorrow = Instant.parse("2026-11-24T00:00:00Z");
            Optional<FreeSlot> free = booking.firstFreeSlot(
                    bruno,
                    FreeSlotQuery.of(room.id(), Duration.ofHours(2), tomorrow, tomorrow.plus(Duration.ofDays(7))));
            free.ifPresent(slot -> booking.reserve(bruno, slot.space(), slot.slot()));
            assertThat(free.map(slot -> slot.slot().start()))
                    .contains(nine.withHour(13).withMinute(30));

            for (AgendaSegment segment : booking.agenda(anne, room.id(), nine.toLocalDate(), 1)
                    .days()
                    .get(0)
                    .segments()) {
                said.add(segment.interval().start().atZone(paris).toLocalTime() + " " + segment.state());
            }
            assertThat(said.subList(1, said.size()))
                    .containsExactly(
                            "00:00 CLOSED",
                            "08:30 FREE",
                            "09:00 TAKEN",
                            "12:30 CLOSED",
                            "13:30 TAKEN",
                            "16:00 FREE",
                            "19:00 CLOSED");

            OperatorDay day = booking.operations(operator, room.id(), nine.toLocalDate(), 1)
                    .days()
                    .get(0);
            assertThat(day.reservations()).hasSize(2);
            assertThat(day.occupancy()).isEqualTo(new Occupancy(5 * 60, 9 * 60 + 30));

            booking.cancel(anne, reservation.id());
            booking.changeSpace(administrator, room.id(), space -> space.withStatus(SpaceStatus.WITHDRAWN));
        }
    }

    @Test
    void theCodeOfTheGuideIsTheTour() throws IOException {
        String tour = withoutIndentation(Files.readString(TOUR));
        Matcher blocks = BLOCK.matcher(Files.readString(GUIDE));
        int found = 0;
        for (; blocks.find(); found++) {
            assertThat(tour).contains(withoutIndentation(blocks.group(1)));
        }
        assertThat(found).isGreaterThan(4);
    }

    private static String withoutIndentation(String code) {
        return code.replaceAll("(?m)^[ \t]+", "");
    }

    @Test
    void theGuideNamesEveryCodeAndEvent() throws IOException {
        String guide = Files.readString(GUIDE);
        for (BookingError error : BookingError.values()) {
            assertThat(guide).contains("`" + error.code() + "`");
        }
        for (EventType<?> event : List.of(
                BookingEvents.RESERVATION_CONFIRMED,
                BookingEvents.RESERVATION_CANCELLED,
                BookingEvents.SPACE_ADDED,
                BookingEvents.SPACE_CHANGED,
                BookingEvents.SPACE_REMOVED)) {
            assertThat(guide).contains("`" + event.name() + "`");
        }
    }
}
