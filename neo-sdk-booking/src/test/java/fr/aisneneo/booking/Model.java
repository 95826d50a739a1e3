package fr.aisneneo.booking;

import fr.aisneneo.core.calendar.Interval;
import fr.aisneneo.core.calendar.LocalSlot;
import fr.aisneneo.core.calendar.OpeningHours;
import fr.aisneneo.core.calendar.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Booking as slowly and plainly as it can be said: minute by minute, over a list of reservations. */
final class Model {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** Every window starts on a quarter of an hour, and every grid is one of quarters. */
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private static final Duration DAY = Duration.ofDays(1);

    private final List<Reservation> active = new ArrayList<>();
    private final Instant now;
    private final Instant siteEnds;

    Model(Instant now, Instant siteEnds) {
        this.now = now;
        this.siteEnds = siteEnds;
    }

    void reserved(Reservation reservation) {
        active.add(reservation);
    }

    void cancelled(ReservationId id) {
        active.removeIf(reservation -> reservation.id().equals(id));
    }

    /** Whether everything but the other reservations lets a slot be booked. */
    boolean allows(Space space, Interval slot, int quantity) {
        LocalDateTime start = LocalDateTime.ofInstant(slot.start(), space.zone());
        LocalDateTime end = LocalDateTime.ofInstant(slot.end(), space.zone());
        Duration shown = Duration.between(start, end);
        Duration passed = slot.duration();
        return onGrid(space, start)
                && onGrid(space, end)
                && (shown.compareTo(space.rules().longest()) <= 0
                        || passed.compareTo(space.rules().longest()) <= 0)
                && (shown.compareTo(space.rules().shortest()) >= 0
                        || passed.compareTo(space.rules().shortest()) >= 0)
                && !slot.start().isBefore(now)
                && !slot.end().isAfter(now.plus(DAY.multipliedBy(space.rules().horizonDays())))
                && quantity <= space.capacity()
                && allMinutes(slot, minute -> isOpen(space, minute));
    }

    boolean hasRoom(Space space, Interval slot, int quantity) {
        Interval occupied = slot.widenedBy(space.rules().before(), space.rules().after());
        return allMinutes(occupied, minute -> used(space, minute) + quantity <= space.capacity());
    }

    private static boolean onGrid(Space space, LocalDateTime time) {
        return (time.getHour() * 60 + time.getMinute())
                        % space.rules().granularity().toMinutes()
                == 0;
    }

    int used(Space space, Instant minute) {
        int used = 0;
        for (Reservation reservation : active) {
            if (reservation.space().equals(space.id()) && reservation.occupied().contains(minute)) {
                used += reservation.quantity();
            }
        }
        return used;
    }

    /** Seats taken within opening hours, minute by minute, without buffers. */
    Occupancy occupancy(Space space, Interval day) {
        long used = 0;
        long open = 0;
        for (Instant minute = day.start(); minute.isBefore(day.end()); minute = minute.plus(MINUTE)) {
            if (isOpen(space, minute)) {
                open += space.capacity();
                for (Reservation reservation : active) {
                    if (reservation.space().equals(space.id())
                            && reservation.interval().contains(minute)) {
                        used += reservation.quantity();
                    }
                }
            }
        }
        return new Occupancy(used, open);
    }

    boolean isOpen(Space space, Instant minute) {
        return minute.isBefore(siteEnds) && isOpen(space.hours(), minute, space.zone());
    }

    /** The hours of the model have no range that a change of the clock begins or ends in. */
    private static boolean isOpen(OpeningHours hours, Instant minute, ZoneId zone) {
        LocalDateTime clock = LocalDateTime.ofInstant(minute, zone);
        for (LocalDate day : List.of(clock.toLocalDate().minusDays(1), clock.toLocalDate())) {
            for (TimeRange range : hours.open(day)) {
                if (!clock.isBefore(range.startOn(day)) && clock.isBefore(range.endOn(day))) {
                    return true;
                }
            }
        }
        return false;
    }

    Optional<FreeSlot> firstFree(List<Space> spaces, Duration duration, int quantity, Interval window) {
        for (Instant start = window.start(); start.isBefore(window.end()); start = start.plus(QUARTER)) {
            for (Space space : spaces) {
                ZonedDateTime local = start.atZone(space.zone());
                if (!onGrid(space, local.toLocalDateTime())) {
                    continue;
                }
                Instant end = duration.toMinutes() % DAY.toMinutes() == 0
                        ? local.plusDays(duration.toDays()).toInstant()
                        : start.plus(duration);
                if (end.isAfter(window.end())) {
                    continue;
                }
                Interval slot = new Interval(start, end);
                if (allows(space, slot, quantity) && hasRoom(space, slot, quantity)) {
                    return Optional.of(new FreeSlot(space.id(), LocalSlot.of(slot, space.zone()), slot));
                }
            }
        }
        return Optional.empty();
    }

    private interface MinuteTest {
        boolean holds(Instant minute);
    }

    private static boolean allMinutes(Interval interval, MinuteTest test) {
        for (Instant minute = interval.start(); minute.isBefore(interval.end()); minute = minute.plus(MINUTE)) {
            if (!test.holds(minute)) {
                return false;
            }
        }
        return true;
    }
}
