package fr.aisneneo.example.portal.payment;

import fr.aisneneo.booking.Booking;
import fr.aisneneo.booking.Reservation;
import fr.aisneneo.booking.ReservationStatus;
import fr.aisneneo.booking.Space;
import fr.aisneneo.booking.SpaceId;
import fr.aisneneo.core.actor.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pays the house, now and then, what was set aside for reservations that have begun and so can no longer be cancelled.
 * A round that is interrupted is done by the next one; each reservation is paid once. Thread-safe.
 */
public final class Collecting implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Collecting.class);
    /** How far it looks back: longer than the portal is ever down. */
    private static final int DAYS_BACK = 31;

    private static final int SECONDS_BETWEEN = 60;
    private static final int SECONDS_TO_END = 30;

    private final Booking booking;
    private final PaidBooking paid;
    private final List<SpaceId> spaces;
    private final Actor operator;
    private final InstantSource clock;
    private final ScheduledExecutorService rounds;

    /**
     * Rounds that have not begun.
     *
     * @param booking where reservations are
     * @param paid what is set aside for them
     * @param spaces the spaces that cost something
     * @param operator reads the reservations
     * @param clock the present
     */
    public Collecting(Booking booking, PaidBooking paid, List<SpaceId> spaces, Actor operator, InstantSource clock) {
        this.booking = booking;
        this.paid = paid;
        this.spaces = List.copyOf(spaces);
        this.operator = operator;
        this.clock = clock;
        this.rounds = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "portal-collection");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Does a round at once, and one a minute from then on until it is closed. What fails in one is logged. */
    public void begin() {
        roundOrLog();
        var unused =
                rounds.scheduleWithFixedDelay(this::roundOrLog, SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
    }

    private void roundOrLog() {
        try {
            round();
        } catch (RuntimeException e) { // otherwise there would be no further round
            LOG.warn("What is due was not collected; the next round tries again", e);
        }
    }

    /**
     * Does a round. A reservation that cannot be collected, and a space that is no longer there, is logged, holds up no
     * other one, and is tried again in the next round.
     *
     * @return how many reservations were paid
     */
    public int round() {
        Instant now = clock.instant();
        int collected = 0;
        for (SpaceId space : spaces) {
            for (Reservation reservation : begunIn(space, now)) {
                collected += collectOrLog(reservation) ? 1 : 0;
            }
        }
        return collected;
    }

    private List<Reservation> begunIn(SpaceId id, Instant now) {
        Optional<Space> space = booking.space(operator, id);
        if (space.isEmpty()) {
            LOG.warn("Nothing is collected for space {}, which is no longer there", id);
            return List.of();
        }
        LocalDate first = now.atZone(space.get().zone()).toLocalDate().minusDays(DAYS_BACK);
        return booking.operations(operator, id, first, DAYS_BACK + 1).days().stream()
                .flatMap(day -> day.reservations().stream())
                .filter(reservation -> begun(reservation, now))
                .toList();
    }

    private boolean collectOrLog(Reservation reservation) {
        try {
            return paid.collect(reservation);
        } catch (RuntimeException e) { // whatever it is, it is about this one
            LOG.warn("Reservation {} was not collected; the next round tries again", reservation.id(), e);
            return false;
        }
    }

    private static boolean begun(Reservation reservation, Instant now) {
        return reservation.status() == ReservationStatus.CONFIRMED
                && !now.isBefore(reservation.interval().start());
    }

    /** Lets the round that runs end. */
    @Override
    public void close() {
        rounds.shutdown();
        try {
            if (!rounds.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
                rounds.shutdownNow();
            }
        } catch (InterruptedException e) {
            rounds.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
