package fr.aisneneo.booking;

import static fr.aisneneo.booking.World.ANNE;
import static fr.aisneneo.booking.World.OPERATOR;
import static fr.aisneneo.booking.World.PARIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import fr.aisneneo.core.calendar.Interval;
import fr.aisneneo.core.calendar.LocalSlot;
import fr.aisneneo.core.calendar.OpeningHours;
import fr.aisneneo.core.error.NeoException;
import fr.aisneneo.core.territory.Territory;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/**
 * Random sequences of commands and questions against the {@link Model}, in the five days around the night of 25 October
 * 2026 that has 25 hours, and in those around 28 March 2027 that has 23.
 */
class BookingProperties {
    private static final int DAYS = 5;
    private static final int MINUTES = DAYS * 24 * 60;
    private static final OpeningHours HOURS = OpeningHours.CLOSED
            .open(OpeningHours.WORKING_DAYS, "08:00-12:00", "13:30-19:00")
            .open(List.of(DayOfWeek.SATURDAY), "18:00-04:00")
            .open(List.of(DayOfWeek.SUNDAY), "10:00-24:00");

    @Property(tries = 60)
    void everySequenceAgreesWithTheModel(
            @ForAll("starts") LocalDate first, @ForAll("lastDays") int lastDay, @ForAll("steps") List<Step> steps) {
        try (World world = new World()) {
            Run run = new Run(world, first, first.plusDays(lastDay));
            steps.forEach(run::take);
            run.lookAtEverything();
        }
    }

    /** One sequence. */
    private static final class Run {
        private final World world;
        private final Booking booking;
        private final LocalDate first;
        private final Instant start;
        private final Model model;
        private final List<Space> spaces = new ArrayList<>();
        private final List<Reservation> made = new ArrayList<>();

        Run(World world, LocalDate first, LocalDate lastDay) {
            this.world = world;
            this.booking = world.booking();
            this.first = first;
            this.start = first.atStartOfDay(PARIS).toInstant();
            world.setNow(start.plus(Duration.ofHours(3)).toString());
            Territory.of(world.neo()).closeSite(World.ADMINISTRATOR, World.HUB, lastDay);
            this.model = new Model(
                    world.neo().clock().instant(),
                    lastDay.plusDays(1).atStartOfDay(PARIS).toInstant());
            BookingRules rules = BookingRules.STANDARD;
            spaces.add(add(1, HOURS, rules));
            spaces.add(add(
                    3,
                    HOURS,
                    rules.every(Duration.ofHours(1))
                            .buffers(Duration.ofMinutes(20), Duration.ofMinutes(45))
                            .lasting(Duration.ofHours(1), Duration.ofHours(6))));
            spaces.add(add(
                    2,
                    OpeningHours.ALWAYS,
                    rules.every(Duration.ofDays(1))
                            .lasting(Duration.ofDays(1), Duration.ofDays(3))
                            .ahead(4)));
        }

        private Space add(int capacity, OpeningHours hours, BookingRules rules) {
            return world.add(world.space(capacity).withHours(hours).withRules(rules));
        }

        void take(Step step) {
            if (step instanceof Step.Reserve reserve) {
                reserve(reserve);
            } else if (step instanceof Step.Repeat repeat && !made.isEmpty()) {
                Reservation before = made.get(repeat.reservation() % made.size());
                Reservation now = booking.find(ANNE, before.id()).orElseThrow();
                assertThat(booking.reserve(ANNE, before.request())).isEqualTo(now);
            } else if (step instanceof Step.Cancel cancel && !made.isEmpty()) {
                Reservation chosen = made.get(cancel.reservation() % made.size());
                assertThat(booking.cancel(ANNE, chosen.id()).status()).isEqualTo(ReservationStatus.CANCELLED);
                model.cancelled(chosen.id());
            } else if (step instanceof Step.Search search) {
                search(search);
            } else if (step instanceof Step.Look look) {
                look(spaces.get(look.space()), first.plusDays(look.day()), look.days());
            } else if (step instanceof Step.Change change) {
                change(change);
            }
        }

        private void reserve(Step.Reserve step) {
            Space space = spaces.get(step.space());
            Instant from = wall(step.start());
            Instant to = wall(step.end());
            if (!from.isBefore(to)) {
                return;
            }
            Interval slot = new Interval(from, to);
            ReservationRequest request =
                    world.request(ANNE, space, LocalSlot.of(slot, PARIS)).places(step.quantity());
            boolean allowed = model.allows(space, slot, step.quantity());
            boolean room = model.hasRoom(space, slot, step.quantity());
            try {
                Reservation reservation = booking.reserve(ANNE, request);
                assertThat(allowed && room).as("%s may be booked", request).isTrue();
                made.add(reservation);
                model.reserved(reservation);
                Statistics.label("reserve").collect("reserved " + step.space());
            } catch (NeoException refusal) {
                net.jqwik.api.statistics.Statistics.label("reserve")
                        .collect(refusal.errorCode() + "" + spaces.indexOf(space));
                assertThat(allowed && room)
                        .as("%s is refused: %s", request, refusal)
                        .isFalse();
                assertThat(refusal.errorCode().equals(BookingError.SLOT_TAKEN))
                        .as("%s is refused: %s", request, refusal)
                        .isEqualTo(allowed);
            }
        }

        private void search(Step.Search step) {
            List<Space> chosen = step.spaces().stream().map(spaces::get).toList();
            Interval window = interval(step.start(), step.length());
            FreeSlotQuery query = new FreeSlotQuery(
                    chosen.stream().map(Space::id).toList(), step.duration(), step.quantity(), window);
            Optional<FreeSlot> found = booking.firstFreeSlot(ANNE, query);
            Statistics.label("search").collect(found.isPresent());
            assertThat(found)
                    .as(query.toString())
                    .isEqualTo(model.firstFree(chosen, step.duration(), step.quantity(), window));
        }

        private void change(Step.Change step) {
            Space changed = booking.changeSpace(
                    World.ADMINISTRATOR,
                    spaces.get(step.space()).id(),
                    space -> space.withCapacity(step.capacity())
                            .withRules(space.rules()
                                    .buffers(Duration.ofMinutes(step.before()), Duration.ofMinutes(step.after()))));
            spaces.set(step.space(), changed);
        }

        private void look(Space space, LocalDate from, int days) {
            OperatorAgenda agenda = booking.operations(OPERATOR, space.id(), from, days);
            assertThat(agenda.days().stream().map(OperatorDay::day).toList())
                    .isEqualTo(booking.agenda(ANNE, space.id(), from, days).days());
            for (OperatorDay day : agenda.days()) {
                checkSegments(space, day.day());
                assertThat(day.occupancy())
                        .isEqualTo(model.occupancy(space, day.day().interval()));
            }
        }

        private void checkSegments(Space space, AgendaDay day) {
            Instant at = day.interval().start();
            for (AgendaSegment segment : day.segments()) {
                assertThat(segment.interval().start()).isEqualTo(at);
                at = segment.interval().end();
                for (Instant minute = segment.interval().start();
                        minute.isBefore(at);
                        minute = minute.plus(Duration.ofMinutes(1))) {
                    int left = Math.max(0, space.capacity() - model.used(space, minute));
                    boolean open = model.isOpen(space, minute);
                    AgendaSegment.State state = !open
                            ? AgendaSegment.State.CLOSED
                            : left > 0 ? AgendaSegment.State.FREE : AgendaSegment.State.TAKEN;
                    if (segment.state() != state || segment.remaining() != (open ? left : 0)) {
                        fail("%s at %s: expected %s, %d left", segment, minute, state, left);
                    }
                }
            }
            assertThat(at).isEqualTo(day.interval().end());
        }

        void lookAtEverything() {
            spaces.forEach(space -> look(space, first, DAYS));
        }

        /** What the clock skips is an hour later, what happens twice the first time. */
        private Instant wall(int quarter) {
            LocalDateTime time = first.atStartOfDay().plusMinutes(quarter * 15L);
            return time.atZone(PARIS).toInstant();
        }

        private Interval interval(int minute, int length) {
            return Interval.of(start.plus(Duration.ofMinutes(minute)), Duration.ofMinutes(length));
        }
    }

    @Provide
    Arbitrary<LocalDate> starts() {
        return Arbitraries.of(LocalDate.of(2026, 10, 23), LocalDate.of(2027, 3, 26));
    }

    /** The last day of the site: within the days looked at, or behind them. */
    @Provide
    Arbitrary<Integer> lastDays() {
        return Arbitraries.of(2, 3, DAYS, DAYS, 400);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Integer> space = Arbitraries.integers().between(0, 2);
        Arbitrary<Integer> any = Arbitraries.integers().between(0, 50);
        Arbitrary<Integer> places = Arbitraries.integers().between(1, 3);
        Arbitrary<Integer> one = Arbitraries.of(1, 1, 1, 2);
        Arbitrary<Integer> length = Arbitraries.of(30, 60, 60, 90, 120, 180, 240, 1_440, 1_500, 2_880);
        Arbitrary<Integer> minute =
                Arbitraries.integers().between(0, MINUTES / 15).map(quarter -> quarter * 15);
        Arbitrary<Step> anySearch = Combinators.combine(
                        space.list().uniqueElements().ofMinSize(1).ofMaxSize(3),
                        length.map(Duration::ofMinutes),
                        places,
                        minute,
                        Arbitraries.integers().between(1, MINUTES))
                .as(Step.Search::new);
        Arbitrary<Step> likelySearch = Combinators.combine(
                        Arbitraries.of(List.of(0, 1), List.of(1, 0), List.of(0), List.of(1)),
                        Arbitraries.of(60, 120, 180, 240).map(Duration::ofMinutes),
                        one,
                        minute)
                .as((where, duration, quantity, from) ->
                        new Step.Search(where, duration, quantity, from / 30 * 15, MINUTES / 2));
        Arbitrary<Step> daySearch = Combinators.combine(Arbitraries.of(1, 2).map(Duration::ofDays), one, minute)
                .as((duration, quantity, from) ->
                        new Step.Search(List.of(0, 2), duration, quantity, from / 60 * 15, MINUTES * 3 / 4));
        Arbitrary<Step> search = Arbitraries.oneOf(anySearch, likelySearch, likelySearch, daySearch);
        Arbitrary<Step> look = Combinators.combine(
                        space,
                        Arbitraries.integers().between(0, DAYS - 1),
                        Arbitraries.integers().between(1, 2))
                .as(Step.Look::new);
        Arbitrary<Step> change = Combinators.combine(
                        space, places, Arbitraries.of(0, 0, 10, 60), Arbitraries.of(0, 0, 25))
                .as(Step.Change::new);
        Arbitrary<Step> wild = Combinators.combine(space, quarters(0, 96), quarters(1, 200), places)
                .as((where, start, longer, quantity) -> new Step.Reserve(where, start, start + longer, quantity));
        Arbitrary<Step> room = Combinators.combine(
                        quarters(32, 76), Arbitraries.integers().between(2, 10))
                .as((start, longer) -> new Step.Reserve(0, start, start + longer, 1));
        Arbitrary<Step> desks = Combinators.combine(
                        quarters(40, 72), Arbitraries.integers().between(1, 4), one)
                .as((start, hours, quantity) ->
                        new Step.Reserve(1, start / 4 * 4, start / 4 * 4 + hours * 4, quantity));
        Arbitrary<Step> days = Combinators.combine(
                        Arbitraries.integers().between(1, DAYS - 1),
                        Arbitraries.integers().between(1, 2),
                        one)
                .as((day, longer, quantity) -> new Step.Reserve(2, day * 96, (day + longer) * 96, quantity));
        return Arbitraries.frequencyOf(
                        Tuple.of(3, wild),
                        Tuple.of(10, room),
                        Tuple.of(10, desks),
                        Tuple.of(3, days),
                        Tuple.of(2, any.map(Step.Repeat::new)),
                        Tuple.of(4, any.map(Step.Cancel::new)),
                        Tuple.of(7, search),
                        Tuple.of(1, look),
                        Tuple.of(1, change))
                .list()
                .ofMinSize(20)
                .ofMaxSize(70);
    }

    /** Quarters of an hour on one of the first days. */
    private static Arbitrary<Integer> quarters(int from, int to) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, DAYS - 2),
                        Arbitraries.integers().between(from, to))
                .as((day, quarter) -> day * 96 + quarter);
    }
}
