package fr.aisneneo.core.tck.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.event.Aggregate;
import fr.aisneneo.core.event.Event;
import fr.aisneneo.core.event.EventType;
import fr.aisneneo.core.event.Subscription;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.tck.MemoryEngine;
import fr.aisneneo.core.tenant.TenantId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the SDK makes of an engine on which things go wrong. An unknown outcome is never guessed: it gets out, and the
 * command repeated with its id is done once, whichever it was.
 */
class SdkUnderFaultsTest {
    private static final TenantId LAON = new TenantId("laon");
    private static final Aggregate BELL = new Aggregate("bell", "front");
    private static final EventType<Rung> RUNG = new EventType<>("test.bell.rung", Rung.class);

    private final FaultyStorage faulty = new FaultyStorage(MemoryEngine.open(), FaultPlan.NONE);
    private final Neo neo = Neo.builder()
            .plugin(new FaultyStoragePlugin(faulty))
            .storage("faulty:")
            .open();
    private final Actor admin = Actor.of(new PartyId(neo.ids().next()), LAON, Role.ADMINISTRATOR);
    private final AtomicInteger worked = new AtomicInteger();

    /**
     * A command, its result and the payload of its event.
     *
     * @param times how often
     */
    public record Rung(int times) {}

    @AfterEach
    void close() {
        neo.close();
    }

    private Rung ring(UUID id, int times) {
        return neo.commands().once(admin, "test.ring", id, new Rung(times), Rung.class, () -> {
            neo.journal().append(admin, RUNG, BELL, new Rung(times));
            return new Rung(worked.incrementAndGet());
        });
    }

    private static void refused(CoreError code, Runnable command) {
        assertThat(catchThrowableOfType(StorageException.class, command::run).errorCode())
                .isEqualTo(code);
    }

    private List<Integer> journal() {
        return neo.journal().read(admin, 0, 1_000).stream()
                .map(event -> neo.journal().payload(event, RUNG).times())
                .toList();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"LOST_REPLY", "LOST_REQUEST"})
    void anUnknownOutcomeGetsOutAndTheCommandRepeatedWithItsIdIsDoneOnce(Fault fault) {
        UUID id = neo.ids().next();
        faulty.next(fault);
        refused(CoreError.STORAGE_OUTCOME_UNKNOWN, () -> ring(id, 7));
        assertThat(worked).as("not run again by itself").hasValue(1);

        Rung answer = ring(id, 7);
        assertThat(answer.times()).isEqualTo(fault == Fault.LOST_REPLY ? 1 : 2);
        assertThat(ring(id, 7)).isEqualTo(answer);
        assertThat(journal()).containsExactly(7);
    }

    @Test
    void aCommandWhoseAnswersAreLostTimeAndAgainIsDoneOnce() {
        UUID id = neo.ids().next();
        faulty.next(Fault.LOST_REQUEST, Fault.LOST_REPLY);
        for (int attempt = 0; attempt < 2; attempt++) {
            refused(CoreError.STORAGE_OUTCOME_UNKNOWN, () -> ring(id, 7));
        }
        assertThat(ring(id, 7)).isEqualTo(new Rung(2));
        assertThat(journal()).containsExactly(7);
    }

    @Test
    void aDuplicatedCommitIsDoneOnceUnderACommandIdAndTwiceWithout() {
        faulty.next(Fault.DUPLICATE);
        assertThat(ring(neo.ids().next(), 7)).as("the first result").isEqualTo(new Rung(1));
        assertThat(journal()).containsExactly(7);

        faulty.next(Fault.DUPLICATE);
        neo.journal().append(admin, RUNG, BELL, new Rung(8));
        assertThat(journal()).as("what an engine must never do, shows").containsExactly(7, 8, 8);
    }

    @Test
    void aRefusedCommitIsRunAgainAndWritesOnce() {
        faulty.next(Fault.CONFLICT, Fault.CONFLICT, Fault.CONFLICT);
        neo.journal().append(admin, RUNG, BELL, new Rung(1));
        assertThat(journal()).containsExactly(1);
        assertThat(faulty.count(Fault.CONFLICT)).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"FAILURE", "FULL"})
    void aFailedMediumIsReportedAndNotTriedAgain(Fault fault) {
        UUID id = neo.ids().next();
        faulty.next(fault);
        for (int attempt = 0; attempt < 3; attempt++) {
            refused(fault.code(), () -> ring(id, 7));
        }
        assertThat(worked).as("later attempts do not even begin").hasValue(1);
        faulty.mend();
        assertThat(ring(id, 7)).isEqualTo(new Rung(2));
        assertThat(journal()).containsExactly(7);
    }

    @Test
    void theJournalHasEachEventOnceAndWithoutGapsAfterLostReplies() {
        int events = 40;
        for (int number = 1; number <= events; number++) {
            UUID id = neo.ids().next();
            faulty.next(number % 2 == 0 ? Fault.LOST_REPLY : Fault.LOST_REQUEST);
            refused(CoreError.STORAGE_OUTCOME_UNKNOWN, idOf(id, number));
            ring(id, number);
        }
        List<Event> journal = neo.journal().read(admin, 0, 1_000);
        assertThat(journal)
                .extracting(Event::position)
                .isEqualTo(numbers(events).stream().map(Long::valueOf).toList());
        assertThat(journal()).isEqualTo(numbers(events));
    }

    private Runnable idOf(UUID id, int number) {
        return () -> ring(id, number);
    }

    private static List<Integer> numbers(int last) {
        List<Integer> numbers = new ArrayList<>();
        for (int number = 1; number <= last; number++) {
            numbers.add(number);
        }
        return numbers;
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"LOST_REPLY", "LOST_REQUEST", "DUPLICATE"})
    void joinedCommandsAreKeptOrLostTogether(Fault fault) {
        UUID first = neo.ids().next();
        UUID second = neo.ids().next();
        faulty.next(fault);
        Runnable both = () -> neo.atomically(() -> {
            ring(first, 1);
            ring(second, 2);
        });
        if (fault == Fault.DUPLICATE) {
            both.run();
        } else {
            refused(CoreError.STORAGE_OUTCOME_UNKNOWN, both);
            assertThat(journal()).hasSize(fault == Fault.LOST_REPLY ? 2 : 0);
        }
        both.run();
        assertThat(journal()).containsExactly(1, 2);
    }

    @Test
    void aFailedReadInAJoinedCommandTakesAllOfItBack() {
        neo.journal().append(admin, RUNG, BELL, new Rung(1));
        refused(
                CoreError.STORAGE_FAILED,
                () -> neo.atomically(() -> {
                    ring(neo.ids().next(), 2);
                    faulty.next(Fault.FAILED_READ);
                    ring(neo.ids().next(), 3);
                }));
        assertThat(journal()).containsExactly(1);
    }

    @Test
    void whatWaitsForItsCommitIsSeenByNobody() throws Exception {
        HeldCommit held = faulty.holdNextCommit();
        CompletableFuture<Rung> ringing =
                CompletableFuture.supplyAsync(() -> ring(neo.ids().next(), 1));
        held.awaitArrival();
        assertThat(journal()).isEmpty();
        held.release();
        assertThat(ringing.get(60, TimeUnit.SECONDS)).isEqualTo(new Rung(1));
        assertThat(journal()).containsExactly(1);
    }

    @Test
    void aSubscriberSurvivesWhateverFailsAndMissesNothing() throws InterruptedException {
        BlockingQueue<Long> got = new LinkedBlockingQueue<>();
        try (Subscription bell = neo.journal().subscribe(LAON, "bell", event -> got.add(event.position()))) {
            Set<Long> seen = new HashSet<>();
            for (int number = 1; number <= 6; number++) {
                // Whoever comes first meets it: the command, or the subscriber that reads events or writes its place.
                faulty.next(Fault.BUSY, Fault.FAILED_READ, Fault.LOST_REPLY, Fault.LOST_REQUEST);
                ringUntilItIsDone(neo.ids().next(), number);
                while (!seen.contains((long) number)) {
                    Long position = got.poll(60, TimeUnit.SECONDS);
                    assertThat(position).as("event %s is delivered", number).isNotNull();
                    seen.add(position);
                }
            }
            assertThat(bell.state().running()).isTrue();
        }
        faulty.mend();
        assertThat(journal()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    private void ringUntilItIsDone(UUID id, int times) {
        for (int attempt = 0; attempt < 20; attempt++) {
            try {
                ring(id, times);
                return;
            } catch (StorageException e) {
                assertThat(e.errorCode())
                        .isIn(CoreError.STORAGE_BUSY, CoreError.STORAGE_FAILED, CoreError.STORAGE_OUTCOME_UNKNOWN);
            }
        }
        throw new AssertionError("The command was refused twenty times");
    }

    @Test
    void manyCallersUnderRandomFaultsDoEverythingOnce() {
        long seed = 20_261_126;
        FaultPlan plan = FaultPlan.seeded(
                seed, 0.3, EnumSet.of(Fault.CONFLICT, Fault.LOST_REPLY, Fault.LOST_REQUEST, Fault.DUPLICATE));
        FaultyStorage stormy =
                new FaultyStorage(MemoryEngine.open(), (point, number) -> number < 20 ? null : plan.at(point, number));
        try (Neo other = Neo.builder()
                .plugin(new FaultyStoragePlugin(stormy))
                .storage("faulty:")
                .open()) {
            List<CompletableFuture<Void>> callers = new ArrayList<>();
            for (int caller = 0; caller < 4; caller++) {
                int mine = caller;
                callers.add(CompletableFuture.runAsync(() -> {
                    for (int number = 0; number < 50; number++) {
                        UUID id = new UUID(mine, number);
                        Rung command = new Rung(mine * 1_000 + number);
                        boolean done = false;
                        for (int attempt = 0; attempt < 100 && !done; attempt++) {
                            done = onceOn(other, id, command);
                        }
                        assertThat(done).as("seed %s", seed).isTrue();
                    }
                }));
            }
            callers.forEach(caller -> caller.orTimeout(120, TimeUnit.SECONDS).join());
            List<Integer> all = other.journal().read(admin, 0, 1_000).stream()
                    .map(event -> other.journal().payload(event, RUNG).times())
                    .toList();
            assertThat(all).as("seed %s", seed).hasSize(200).doesNotHaveDuplicates();
        }
        assertThat(stormy.count(Fault.LOST_REPLY)).isPositive();
        assertThat(stormy.count(Fault.DUPLICATE)).isPositive();
    }

    private boolean onceOn(Neo other, UUID id, Rung command) {
        try {
            other.commands().once(admin, "test.ring", id, command, Rung.class, () -> {
                other.journal().append(admin, RUNG, BELL, command);
                return command;
            });
            return true;
        } catch (StorageException e) {
            assertThat(e.errorCode()).isIn(CoreError.STORAGE_OUTCOME_UNKNOWN, CoreError.STORAGE_CONFLICT);
            return false;
        }
    }
}
