package fr.aisneneo.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.money.Currency;
import fr.aisneneo.core.money.Money;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.tenant.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CompanionsTest {
    private static final Done DONE = new Done(List.of(), Told.NOTHING, Map.of());

    private final AtomicLong ids = new AtomicLong();
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final List<List<Command>> transactions = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch firstMayEnd = new CountDownLatch(1);
    private final CountDownLatch firstHaveBegun = new CountDownLatch(Companions.RUNNING);

    @AfterEach
    void dismiss() {
        firstMayEnd.countDown();
        callers.shutdownNow();
    }

    /** No two are equal. */
    private Command command(String tenant, int requests) {
        Actor actor = Actor.of(new PartyId(new UUID(1, 1)), new TenantId(tenant), Role.MEMBER);
        List<TransferRequest> batch = new ArrayList<>();
        for (int i = 1; i <= requests; i++) {
            batch.add(TransferRequest.pay(
                    new TransferId(new UUID(2, ids.incrementAndGet())),
                    new AccountId(new UUID(3, 1)),
                    new AccountId(new UUID(3, 2)),
                    Money.ofMinorUnits(i, Currency.EUR),
                    1));
        }
        return new Command(actor, batch, new TreeSet<>(), 1_000, books -> true);
    }

    /** The first transactions last until they may end; the others do what is to come. */
    private Companions companions(Function<List<Command>, List<@Nullable Done>> later) {
        return companions(later, Duration.ofDays(1));
    }

    private Companions companions(Function<List<Command>, List<@Nullable Done>> later, Duration patience) {
        return new Companions(
                commands -> {
                    int number;
                    synchronized (transactions) {
                        transactions.add(commands);
                        number = transactions.size();
                    }
                    if (number <= Companions.RUNNING) {
                        firstHaveBegun.countDown();
                        await(firstMayEnd);
                        return Collections.nCopies(commands.size(), DONE);
                    }
                    return later.apply(commands);
                },
                patience);
    }

    private static List<@Nullable Done> allDone(List<Command> commands) {
        return Collections.nCopies(commands.size(), DONE);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Future<@Nullable Done> call(Companions companions, Command command) {
        return callers.submit(() -> companions.join(command));
    }

    /** As many as may run at a time are under way; whoever comes now waits. */
    private List<Future<@Nullable Done>> occupied(Companions companions) {
        List<Future<@Nullable Done>> first = new ArrayList<>();
        for (int i = 0; i < Companions.RUNNING; i++) {
            first.add(call(companions, command("laon", 1)));
        }
        await(firstHaveBegun);
        return first;
    }

    private Future<@Nullable Done> waiting(Companions companions, Command command) {
        int before = companions.waiting();
        Future<@Nullable Done> called = call(companions, command);
        while (companions.waiting() == before) {
            Thread.onSpinWait();
        }
        return called;
    }

    @Test
    void whoeverComesMeanwhileGoesWithTheNextInTheOrderOfComing() throws Exception {
        Companions companions = companions(CompanionsTest::allDone);
        List<Future<@Nullable Done>> all = new ArrayList<>(occupied(companions));
        List<Command> later = List.of(command("laon", 1), command("laon", 2), command("laon", 3));
        for (Command command : later) {
            all.add(waiting(companions, command));
        }

        firstMayEnd.countDown();
        for (Future<@Nullable Done> one : all) {
            assertThat(one.get()).isSameAs(DONE);
        }

        assertThat(transactions.subList(Companions.RUNNING, transactions.size()).stream()
                        .flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(later);
        for (List<Command> together : transactions.subList(Companions.RUNNING, transactions.size())) {
            assertThat(together).isSubsetOf(later).isSortedAccordingTo(Comparator.comparing(later::indexOf));
        }
    }

    @Test
    void whoWaitsTooLongForCompanyGoesAlone() throws Exception {
        Companions companions = companions(CompanionsTest::allDone, Duration.ofMillis(1));
        List<Future<@Nullable Done>> first = occupied(companions);
        Command given = command("laon", 1);

        assertThat(call(companions, given).get()).as("to be done alone").isNull();
        firstMayEnd.countDown();

        for (Future<@Nullable Done> one : first) {
            assertThat(one.get()).isSameAs(DONE);
        }
        assertThat(transactions.stream().flatMap(List::stream)).doesNotContain(given);
    }

    @Test
    void noTransactionHasMoreThanItCanTake() throws Exception {
        Companions companions = companions(CompanionsTest::allDone);
        List<Future<@Nullable Done>> all = new ArrayList<>(occupied(companions));
        for (int i = 0; i < 2 * Companions.MOST_COMMANDS + 5; i++) {
            all.add(waiting(companions, command("laon", i % 40 + 1)));
        }

        firstMayEnd.countDown();
        for (Future<@Nullable Done> one : all) {
            assertThat(one.get()).isSameAs(DONE);
        }

        assertThat(transactions).allSatisfy(together -> {
            assertThat(together).hasSizeLessThanOrEqualTo(Companions.MOST_COMMANDS);
            assertThat(together.stream()
                            .mapToInt(command -> command.batch().size())
                            .sum())
                    .isLessThanOrEqualTo(Companions.MOST_REQUESTS);
        });
        assertThat(transactions.stream().mapToInt(List::size).sum()).isEqualTo(all.size());
    }

    @Test
    void whatGoesWrongWithASharedTransactionIsNobodysAnswer() throws Exception {
        Companions companions = companions(commands -> {
            throw new StorageException(CoreError.STORAGE_CONFLICT, Map.of());
        });
        occupied(companions);
        Future<@Nullable Done> one = waiting(companions, command("laon", 1));
        Future<@Nullable Done> other = waiting(companions, command("laon", 1));

        firstMayEnd.countDown();

        assertThat(one.get()).as("to be done alone").isNull();
        assertThat(other.get()).as("to be done alone").isNull();
    }

    @Test
    void thatNobodyKnowsHowATransactionEndedIsToldToAll() {
        Companions companions = companions(commands -> {
            throw new StorageException(CoreError.STORAGE_OUTCOME_UNKNOWN, Map.of());
        });
        occupied(companions);
        Future<@Nullable Done> one = waiting(companions, command("laon", 1));
        Future<@Nullable Done> other = waiting(companions, command("laon", 1));

        firstMayEnd.countDown();

        for (Future<@Nullable Done> each : List.of(one, other)) {
            assertThatThrownBy(each::get)
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            StorageException.class,
                            e -> assertThat(e.errorCode()).isEqualTo(CoreError.STORAGE_OUTCOME_UNKNOWN));
        }
    }

    @Test
    void anErrorReachesTheOneWhoseThreadItIsAndStrandsNobody() throws Exception {
        Companions companions = companions(commands -> {
            throw new StackOverflowError();
        });
        occupied(companions);
        Future<@Nullable Done> one = waiting(companions, command("laon", 1));
        Future<@Nullable Done> other = waiting(companions, command("laon", 1));

        firstMayEnd.countDown();

        assertThatThrownBy(one::get).hasCauseInstanceOf(StackOverflowError.class);
        // With the first one, or by itself where the first transactions ended far apart: then the error is its own.
        boolean together = transactions.stream().anyMatch(commands -> commands.size() == 2);
        if (together) {
            assertThat(other.get()).isNull();
        } else {
            assertThatThrownBy(other::get).hasCauseInstanceOf(StackOverflowError.class);
        }
        assertThat(companions.waiting()).isZero();
    }

    @Test
    void whoIsInterruptedWhileWaitingIsNotDone() throws Exception {
        Companions companions = companions(CompanionsTest::allDone);
        occupied(companions);
        Command given = command("laon", 1);
        FutureTask<Boolean> giving = new FutureTask<>(((Callable<Boolean>) () -> {
            assertThatThrownBy(() -> companions.join(given))
                    .isInstanceOfSatisfying(
                            StorageException.class,
                            e -> assertThat(e.errorCode()).isEqualTo(CoreError.STORAGE_INTERRUPTED));
            return Thread.interrupted();
        }));
        Thread thread = new Thread(giving);
        thread.start();
        while (companions.waiting() == 0) {
            Thread.onSpinWait();
        }
        Future<@Nullable Done> behind = waiting(companions, command("laon", 2));

        thread.interrupt();
        assertThat(giving.get()).as("still interrupted").isTrue();
        firstMayEnd.countDown();

        assertThat(behind.get()).isSameAs(DONE);
        assertThat(transactions.stream().flatMap(List::stream)).doesNotContain(given);
    }
}
