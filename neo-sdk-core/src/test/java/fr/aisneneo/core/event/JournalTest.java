package fr.aisneneo.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.NeoBuilder;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.tenant.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JournalTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final EventType<Opened> OPENED = new EventType<>("test.door.opened", Opened.class);
    private static final EventType<Opened> CLOSED = new EventType<>("test.door.closed", Opened.class);
    private static final Aggregate DOOR = new Aggregate("door", "front");
    private static final TenantId LAON = new TenantId("laon");

    private final PartyId party = new PartyId(UUID.fromString("0191e2a3-4b5c-7d6e-8f90-0123456789ab"));
    private final Actor admin = Actor.of(party, LAON, Role.ADMINISTRATOR).correlated("request-7");
    private final Neo neo =
            engine(Neo.builder()).clock(InstantSource.fixed(NOW)).open();
    private final Journal journal = neo.journal();

    /** Chooses the engine. */
    NeoBuilder engine(NeoBuilder builder) {
        return builder;
    }

    /**
     * A payload.
     *
     * @param times how often
     */
    public record Opened(int times) {}

    @AfterEach
    void close() {
        neo.close();
    }

    private void open(int times) {
        journal.append(admin, OPENED, DOOR, new Opened(times));
    }

    @Test
    void anEventSaysWhatHappenedToWhatByWhomAndWhen() {
        UUID id = journal.append(admin, OPENED, DOOR, new Opened(3)).id();
        List<Event> read = journal.read(admin, 0, 10);
        Event event = journal.find(admin, id).orElseThrow();
        assertThat(read)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("payload")
                .containsExactly(event);
        assertThat(journal.payload(read.get(0), OPENED)).isEqualTo(new Opened(3));
        assertThat(event.position()).isEqualTo(1);
        assertThat(event.actor()).isEqualTo(party);
        assertThat(event.at()).isEqualTo(NOW);
        assertThat(event.correlation()).isEqualTo("request-7");
        assertThat(event.aggregate()).isEqualTo(DOOR);
        assertThat(journal.payload(event, OPENED)).isEqualTo(new Opened(3));
        assertThatIllegalArgumentException().isThrownBy(() -> journal.payload(event, CLOSED));
    }

    @Test
    void anEventIsLostWithItsTransaction() {
        open(1);
        assertThatIllegalStateException()
                .isThrownBy(() -> neo.atomically((Runnable) () -> {
                    open(2);
                    throw new IllegalStateException("no");
                }));
        open(3);
        assertThat(journal.read(admin, 0, 10)).extracting(Event::position).containsExactly(1L, 2L);
    }

    @Test
    void eachTenantHasPositionsOfItsOwn() {
        open(1);
        Actor other = Actor.of(party, new TenantId("hirson"), Role.ADMINISTRATOR);
        journal.append(other, OPENED, DOOR, new Opened(9));
        assertThat(journal.read(other, 0, 10)).extracting(Event::position).containsExactly(1L);
        assertThat(journal.history(admin, DOOR, 0, 10)).hasSize(1);
    }

    @Test
    void anEventIsFoundByItsIdInItsTenantOnly() {
        Event event = journal.append(admin, OPENED, DOOR, new Opened(1));
        open(2);
        assertThat(journal.find(admin, event.id()).map(Event::position)).contains(1L);
        assertThat(journal.find(admin, new UUID(1, 1))).isEmpty();
        Actor other = Actor.of(party, new TenantId("hirson"), Role.ADMINISTRATOR);
        assertThat(journal.find(other, event.id())).isEmpty();
    }

    @Test
    void whatATransactionAppendsItReadsInOrder() {
        open(1);
        neo.atomically(() -> {
            open(2);
            assertThat(journal.history(admin, DOOR, 0, 10))
                    .extracting(Event::position)
                    .containsExactly(1L, 2L);
            open(3);
            assertThat(journal.read(admin, 1, 10)).extracting(Event::position).containsExactly(2L, 3L);
        });
        assertThat(journal.read(admin, -7, 10)).extracting(Event::position).containsExactly(1L, 2L, 3L);
    }

    @Test
    void manyEventsAreReadPageByPage() {
        neo.atomically(() -> {
            for (int i = 1; i <= 2_500; i++) {
                open(i);
            }
        });
        for (long after = 0; after < 2_500; after += 500) {
            assertThat(journal.read(admin, after, 500))
                    .extracting(Event::position)
                    .containsExactlyElementsOf(range(after + 1, after + 500));
        }
        assertThat(journal.read(admin, 2_500, 500)).isEmpty();
    }

    @Test
    void theJournalIsForThoseWhoMayReadIt() {
        Actor member = Actor.of(party, LAON, Role.MEMBER);
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> journal.find(member, new UUID(1, 1)));
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> journal.read(member, 0, 1));
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> journal.history(member, DOOR, 0, 1));
    }

    @Test
    void theHistoryOfAThingIsInOrder() {
        for (int i = 1; i <= 5; i++) {
            open(i);
            journal.append(admin, OPENED, new Aggregate("door", "back"), new Opened(i));
        }
        assertThat(journal.history(admin, DOOR, 3, 2))
                .extracting(Event::position)
                .containsExactly(5L, 7L);
    }

    @Test
    void aSubscriberGetsEveryEventInOrderAlsoThoseFromBefore() throws Exception {
        open(1);
        BlockingQueue<Long> got = new LinkedBlockingQueue<>();
        journal.subscribe(LAON, "mail", event -> got.add(event.position()));
        for (int i = 2; i <= 250; i++) {
            open(i);
        }
        assertThat(take(got, 250)).containsExactlyElementsOf(range(1, 250));
    }

    @Test
    void aSubscriberGoesOnWhereItStopped() throws Exception {
        BlockingQueue<Long> got = new LinkedBlockingQueue<>();
        open(1);
        open(2);
        Subscription first = journal.subscribe(LAON, "mail", event -> got.add(event.position()));
        assertThat(take(got, 2)).containsExactly(1L, 2L);
        assertThat(first.state().running()).isTrue();
        SubscriptionTest.closeWhole(first);
        open(3);
        try (Subscription second = journal.subscribe(LAON, "mail", event -> got.add(event.position()))) {
            assertThat(take(got, 1)).containsExactly(3L);
            assertThat(second.name()).isEqualTo("mail");
        }
    }

    @Test
    void anEventThatFailsComesAgainBeforeAnyLaterOne() throws Exception {
        AtomicInteger failures = new AtomicInteger();
        BlockingQueue<Long> got = new LinkedBlockingQueue<>();
        open(1);
        open(2);
        open(3);
        Subscription subscription = journal.subscribe(LAON, "door", event -> {
            if (event.position() == 2 && failures.incrementAndGet() <= 3) {
                throw new java.io.IOException("door does not answer");
            }
            got.add(event.position());
        });
        assertThat(take(got, 3)).containsExactly(1L, 2L, 3L);
        assertThat(failures).hasValue(4);
        SubscriptionTest.closeWhole(subscription);
        assertThat(subscription.state().position()).isEqualTo(3);
        assertThat(subscription.state().failure()).isEmpty();
    }

    @Test
    void aHandlerThatBlocksIsInterruptedAtTheEndAndItsEventComesAgain() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        open(1);
        Subscription blocked = journal.subscribe(LAON, "slow", event -> {
            inside.countDown();
            new CountDownLatch(1).await();
        });
        assertThat(inside.await(90, TimeUnit.SECONDS)).isTrue();
        SubscriptionTest.closeWhole(blocked);
        BlockingQueue<Long> got = new LinkedBlockingQueue<>();
        journal.subscribe(LAON, "slow", event -> got.add(event.position()));
        assertThat(take(got, 1)).containsExactly(1L);
    }

    @Test
    void aHandlerMayUseTheSdk() throws Exception {
        BlockingQueue<Long> got = new LinkedBlockingQueue<>();
        journal.subscribe(LAON, "echo", event -> {
            if (event.type().equals(OPENED.name())) {
                UUID closed = journal.append(admin, CLOSED, DOOR, new Opened(0)).id();
                got.add(journal.find(admin, closed).orElseThrow().position());
            }
        });
        open(1);
        assertThat(take(got, 1)).containsExactly(2L);
    }

    private static List<Long> take(BlockingQueue<Long> queue, int count) throws InterruptedException {
        List<Long> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Long next = queue.poll(90, TimeUnit.SECONDS);
            assertThat(next).as("delivery %d of %d", i + 1, count).isNotNull();
            taken.add(next);
        }
        return taken;
    }

    private static List<Long> range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
