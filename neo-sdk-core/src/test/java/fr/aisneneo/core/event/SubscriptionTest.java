package fr.aisneneo.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.NeoBuilder;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.NeoException;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.tenant.TenantId;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a subscriber may count on when handlers fail, hang and end. */
class SubscriptionTest {
    private static final EventType<Rung> RUNG = new EventType<>("test.bell.rung", Rung.class);
    private static final TenantId LAON = new TenantId("laon");

    private final Neo neo = engine(Neo.builder()).open();
    private final Journal journal = neo.journal();
    private final Actor admin = Actor.of(new PartyId(neo.ids().next()), LAON, Role.ADMINISTRATOR);
    private final BlockingQueue<Long> got = new LinkedBlockingQueue<>();

    /**
     * A payload.
     *
     * @param times how often
     */
    public record Rung(int times) {}

    /** Chooses the engine. */
    NeoBuilder engine(NeoBuilder builder) {
        return builder;
    }

    /** An error that is no machine's and no linkage's. */
    private static final class OddError extends Error {
        private static final long serialVersionUID = 1L;
    }

    @AfterEach
    void close() {
        neo.close();
    }

    private void ring(int times) {
        for (int i = 1; i <= times; i++) {
            journal.append(admin, RUNG, new Aggregate("bell", "front"), new Rung(i));
        }
    }

    private Subscription collect(String name) {
        return journal.subscribe(LAON, name, event -> got.add(event.position()));
    }

    private long next() throws InterruptedException {
        Long next = got.poll(90, TimeUnit.SECONDS);
        assertThat(next).as("a delivery").isNotNull();
        return next;
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(90, TimeUnit.SECONDS)).isTrue();
    }

    private static void awaitWhateverComes(CountDownLatch latch) {
        while (true) {
            try {
                await(latch);
                return;
            } catch (InterruptedException e) {
                // the very handler that does not let itself be stopped
            }
        }
    }

    /** Closing waits for some seconds only, and a busy machine may need them for nothing. */
    static void closeWhole(Subscription subscription) {
        do {
            subscription.close();
        } while (subscription.state().running());
    }

    private static void expectRunning(ThrowingCallable subscribing) {
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(subscribing)
                .withMessageContaining("mail")
                .extracting(NeoException::code)
                .isEqualTo("journal.subscription.running");
    }

    @Test
    void oneSubscriptionOfANameRunsAtATime() {
        Subscription first = collect("mail");
        expectRunning(() -> collect("mail"));
        journal.subscribe(new TenantId("hirson"), "mail", event -> {}).close();
        closeWhole(first);
        collect("mail").close();
    }

    @Test
    void anErrorOfAHandlerIsAFailedDeliveryToo() throws Exception {
        AtomicInteger failures = new AtomicInteger();
        Subscription subscription = journal.subscribe(LAON, "mail", event -> {
            if (failures.incrementAndGet() <= 2) {
                throw new OddError();
            }
            got.add(event.position());
        });
        ring(1);
        assertThat(next()).isEqualTo(1);
        assertThat(subscription.state().running()).isTrue();
    }

    @Test
    void whatNoRepetitionMendsStopsTheSubscriptionAndItSaysSo() throws Exception {
        ring(3);
        BlockingQueue<Thread> threads = new LinkedBlockingQueue<>();
        Subscription broken = journal.subscribe(LAON, "mail", event -> {
            if (event.position() == 2) {
                threads.add(Thread.currentThread());
                throw new NoClassDefFoundError("fr/example/Mailer");
            }
        });
        Thread thread = threads.poll(90, TimeUnit.SECONDS);
        assertThat(thread).isNotNull();
        thread.join(90_000);
        assertThat(broken.state().running()).isFalse();
        assertThat(broken.state().position()).isEqualTo(1);
        assertThat(broken.state().failures()).isEqualTo(1);
        assertThat(broken.state().failure()).contains("fr/example/Mailer");
        collect("mail");
        assertThat(List.of(next(), next())).containsExactly(2L, 3L);
    }

    @Test
    void aHandlerThatOutlivesItsClosingKeepsItsNameUntilItReturns() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger atOnce = new AtomicInteger();
        ring(1);
        Subscription stubborn = journal.subscribe(LAON, "mail", event -> {
            atOnce.incrementAndGet();
            inside.countDown();
            awaitWhateverComes(release);
            atOnce.decrementAndGet();
        });
        await(inside);
        // Who is interrupted does not wait: the handler still runs when close() returns.
        Thread.currentThread().interrupt();
        stubborn.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(stubborn.state().running()).isTrue();
        expectRunning(() -> journal.subscribe(LAON, "mail", event -> got.add((long) atOnce.get())));
        release.countDown();
        closeWhole(stubborn);
        assertThat(stubborn.state().position()).isEqualTo(1);
        ring(1);
        journal.subscribe(LAON, "mail", event -> got.add((long) atOnce.get()));
        assertThat(next()).isZero();
    }

    @Test
    void aHandlerMayCloseItsOwnSubscription() throws Exception {
        ring(2);
        BlockingQueue<Subscription> own = new LinkedBlockingQueue<>();
        CountDownLatch closed = new CountDownLatch(1);
        Subscription subscription = journal.subscribe(LAON, "mail", event -> {
            own.take().close();
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            closed.countDown();
        });
        own.add(subscription);
        await(closed);
        closeWhole(subscription);
        assertThat(subscription.state().position()).isEqualTo(1);
        collect("mail");
        assertThat(next()).isEqualTo(2);
    }

    @Test
    void aHandlerThatInterruptsItselfIsCalledAgain() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        journal.subscribe(LAON, "mail", event -> {
            Thread.currentThread().interrupt();
            if (calls.incrementAndGet() == 1) {
                throw new InterruptedException("by itself");
            }
            got.add(event.position());
        });
        ring(2);
        assertThat(List.of(next(), next())).containsExactly(1L, 2L);
        assertThat(calls).hasValue(3);
    }

    @Test
    void aClosedSdkStartsNoSubscriber() {
        neo.close();
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> collect("mail"))
                .extracting(NeoException::code)
                .isEqualTo("storage.closed");
    }

    @Test
    void aSubscriberDoesNotStartInsideATransaction() {
        assertThatIllegalStateException().isThrownBy(() -> neo.atomically(() -> collect("mail")));
        collect("mail").close();
    }

    @Test
    void aNameMayBeAsLongAsAnIdInBytes() throws Exception {
        String longest = "\u20AC".repeat(66) + "\u00E9";
        ring(1);
        Subscription first = collect(longest);
        assertThat(next()).isEqualTo(1);
        assertThat(first.name()).isEqualTo(longest);
        closeWhole(first);
        ring(1);
        collect(longest);
        assertThat(next()).isEqualTo(2);
    }
}
