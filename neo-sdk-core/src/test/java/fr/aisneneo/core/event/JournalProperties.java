package fr.aisneneo.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * One store, used by two instances that give positions after the commit, and whose clocks differ by an hour; now and
 * then it is opened by one that gives them with the commit, as if it had been moved to another engine and back.
 */
class JournalProperties {
    private static final EventType<Counted> COUNTED = new EventType<>("test.counted", Counted.class);
    private static final Actor ADMIN = Actor.of(new PartyId(new UUID(9, 1)), new TenantId("laon"), Role.ADMINISTRATOR);
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    /** A payload. */
    public record Counted(int number) {}

    private enum Action {
        APPEND,
        APPEND_SOME_AND_READ_WITHIN,
        GIVE_UP,
        READ,
        HISTORY,
        FIND
    }

    private record Step(int instance, Action action, int thing) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(Action.class),
                        Arbitraries.integers().between(0, 2))
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(40);
    }

    @Property(tries = 150)
    void positionsHaveNoGapsNeverChangeAndKeepTheOrderOfEachThing(@ForAll("steps") List<Step> steps) {
        SideBySidePlugin engine = new SideBySidePlugin();
        try (Neo first = open(engine, "", 0);
                Neo second = open(engine, "", 1)) {
            Run run = new Run();
            for (Step step : steps) {
                if (step.instance() < 2) {
                    run.take(step, step.instance() == 0 ? first : second);
                } else {
                    try (Neo moved = open(engine, "one-at-a-time", 2)) {
                        run.take(step, moved);
                        run.take(step, moved);
                    }
                }
            }
            run.checkAll(first);
            run.checkAll(second);
        }
    }

    private static Neo open(SideBySidePlugin engine, String location, int hoursBehind) {
        Instant now = NOW.minus(Duration.ofHours(hoursBehind));
        return Neo.builder()
                .plugin(engine)
                .storage("side-by-side:" + location)
                .clock(() -> now)
                .open();
    }

    /** What was committed, in order, and what was shown. */
    private static final class Run {
        private final List<Event> committed = new ArrayList<>();
        private final List<UUID> shown = new ArrayList<>();
        private int counter;

        void take(Step step, Neo neo) {
            switch (step.action()) {
                case APPEND -> committed.add(append(neo, step.thing()));
                case APPEND_SOME_AND_READ_WITHIN ->
                    committed.addAll(neo.atomically(() -> {
                        Event first = append(neo, step.thing());
                        List<Event> known = new ArrayList<>(committed);
                        known.add(first);
                        check(neo, step.thing(), known);
                        return List.of(first, append(neo, step.thing()));
                    }));
                case GIVE_UP -> {
                    try {
                        neo.atomically((Runnable) () -> {
                            append(neo, step.thing());
                            neo.journal().read(ADMIN, 0, 100);
                            throw new IllegalStateException("given up");
                        });
                    } catch (IllegalStateException e) {
                        assertThat(e).hasMessage("given up");
                    }
                }
                case READ -> see(neo);
                case HISTORY -> check(neo, step.thing(), committed);
                case FIND -> {
                    for (Event event : committed) {
                        assertThat(neo.journal()
                                        .find(ADMIN, event.id())
                                        .orElseThrow()
                                        .position())
                                .isPositive();
                    }
                }
            }
        }

        private Event append(Neo neo, int thing) {
            return neo.journal().append(ADMIN, COUNTED, thing(thing), new Counted(counter++));
        }

        private static Aggregate thing(int thing) {
            return new Aggregate("thing", "t" + thing);
        }

        private static void check(Neo neo, int thing, List<Event> known) {
            assertThat(neo.journal().history(ADMIN, thing(thing), 0, 1_000))
                    .extracting(Event::id)
                    .containsExactlyElementsOf(known.stream()
                            .filter(event -> event.aggregate().equals(thing(thing)))
                            .map(Event::id)
                            .toList());
        }

        /** Everything from the start: what was shown before stands where it stood. */
        private void see(Neo neo) {
            List<Event> read = neo.journal().read(ADMIN, 0, 1_000);
            assertThat(read)
                    .extracting(Event::position)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, committed.size()).boxed().toList());
            List<UUID> ids = read.stream().map(Event::id).toList();
            assertThat(ids.subList(0, shown.size())).isEqualTo(shown);
            shown.clear();
            shown.addAll(ids);
        }

        void checkAll(Neo neo) {
            see(neo);
            for (int thing = 0; thing < 3; thing++) {
                check(neo, thing, committed);
            }
        }
    }
}
