package fr.aisneneo.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many events that wait for their positions get them in many small transactions, whoever asks. */
class BacklogTest {
    private static final int MANY = 2_500;
    /** A batch, and the head. */
    private static final int MOST_WRITES = 1_001;

    private static final EventType<String> RUNG = new EventType<>("test.bell.rung", String.class);
    private static final TenantId LAON = new TenantId("laon");
    private static final Aggregate FRONT = new Aggregate("bell", "front");
    private static final Aggregate BACK = new Aggregate("bell", "back");

    private final SideBySidePlugin engine = new SideBySidePlugin();
    private final Neo neo =
            Neo.builder().plugin(engine).storage("side-by-side:").open();
    private final Journal journal = neo.journal();
    private final Actor admin = Actor.of(new PartyId(neo.ids().next()), LAON, Role.ADMINISTRATOR);

    @AfterEach
    void close() {
        neo.close();
    }

    private Event ring(Aggregate bell, String payload) {
        return journal.append(admin, RUNG, bell, payload);
    }

    private List<Long> positions() {
        List<Long> positions = new ArrayList<>();
        List<Event> page;
        do {
            page = journal.read(admin, positions.size(), 1_000);
            page.forEach(event -> positions.add(event.position()));
        } while (!page.isEmpty());
        return positions;
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    @Test
    void aWriterThatAsksForAHistoryDoesNotWriteTheWholeBacklogItself() {
        for (int i = 0; i < MANY; i++) {
            ring(FRONT, "");
        }
        UUID last = ring(BACK, "").id();
        int[] attempts = {0};
        List<Event> history = neo.store().write(Contention.none(), tx -> {
            attempts[0]++;
            Event own = ring(BACK, "");
            List<Event> found = journal.history(admin, BACK, 0, 10);
            assertThat(found).extracting(Event::id).containsExactly(last, own.id());
            return found;
        });
        assertThat(history).extracting(Event::position).containsExactly(MANY + 1L, MANY + 2L);
        assertThat(attempts[0]).isEqualTo(2);
        assertThat(engine.mostWrites()).isEqualTo(MOST_WRITES + 1);
        assertThat(positions()).isEqualTo(upTo(MANY + 2));
    }

    @Test
    void aWriterThatAsksForAnEventDoesNotEither() {
        for (int i = 0; i < MANY; i++) {
            ring(FRONT, "");
        }
        UUID last = ring(BACK, "").id();
        assertThat(neo.store()
                        .<Long>write(
                                Contention.none(),
                                tx -> journal.find(admin, last).orElseThrow().position()))
                .isEqualTo(MANY + 1L);
        assertThat(engine.mostWrites()).isEqualTo(MOST_WRITES);
    }

    @Test
    void whoHasSwallowedThatItBeginsAgainBeginsAgainAllTheSame() {
        for (int i = 0; i < MANY; i++) {
            ring(FRONT, "");
        }
        int[] attempts = {0};
        int found = neo.store().write(Contention.none(), tx -> {
            attempts[0]++;
            try {
                return journal.history(admin, FRONT, 0, 1_000).size();
            } catch (RuntimeException e) {
                return 0;
            }
        });
        assertThat(found).isEqualTo(1_000);
        assertThat(attempts[0]).isEqualTo(2);
    }

    @Test
    void largeEventsGetTheirPositionsInSmallerBatches() {
        String large = "x".repeat(1 << 20);
        for (int i = 0; i < 20; i++) {
            ring(FRONT, large);
        }
        assertThat(positions()).isEqualTo(upTo(20));
        assertThat(engine.mostBytes()).isBetween(8L << 20, 9L << 20);
    }
}
