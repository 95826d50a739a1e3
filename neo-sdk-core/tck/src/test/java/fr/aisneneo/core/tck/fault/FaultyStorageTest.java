package fr.aisneneo.core.tck.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.storage.spi.BodyFormat;
import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.DocumentWrite;
import fr.aisneneo.core.storage.spi.StorageTransaction;
import fr.aisneneo.core.tck.MemoryEngine;
import fr.aisneneo.core.tenant.TenantId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each fault does what it says: to the data, and to the caller. */
class FaultyStorageTest {
    private static final TenantId LAON = new TenantId("laon");
    private static final CollectionSchema NOTES = new CollectionSchema("note", BodyFormat.BINARY, List.of());

    private final FaultyStorage faulty = new FaultyStorage(MemoryEngine.open(), FaultPlan.NONE);

    @AfterEach
    void close() {
        faulty.close();
    }

    private static void put(FaultyStorage storage, String id) {
        StorageTransaction tx = storage.beginWrite(Collections.emptySortedSet());
        try {
            tx.insert(NOTES, LAON, new DocumentWrite(id, 1, new byte[] {1}, List.of()));
            tx.commit();
        } finally {
            tx.rollback();
        }
    }

    private boolean has(String id) {
        StorageTransaction tx = faulty.beginRead();
        try {
            boolean there = tx.get(NOTES, LAON, id) != null;
            tx.commit();
            return there;
        } finally {
            tx.rollback();
        }
    }

    private CoreError refusal(String id) {
        return (CoreError) catchThrowableOfType(StorageException.class, () -> put(faulty, id))
                .errorCode();
    }

    @Test
    void withoutFaultsItIsTheEngine() {
        put(faulty, "a");
        assertThat(has("a")).isTrue();
        assertThat(faulty.info().engine()).isEqualTo("memory");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CONFLICT", "LOST_REPLY", "LOST_REQUEST", "DUPLICATE"})
    void aCommitIsDoneOrNotAndItsCallerHearsTheCode(Fault fault) {
        faulty.next(fault);
        assertThat(refusal("a")).isEqualTo(fault.code());
        assertThat(has("a")).isEqualTo(fault == Fault.LOST_REPLY || fault == Fault.DUPLICATE);
        put(faulty, "b");
        assertThat(has("b")).isTrue();
        assertThat(faulty.count(fault)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"FAILURE", "FULL"})
    void aFailedMediumTakesNoWritesUntilItIsMended(Fault fault) {
        put(faulty, "before");
        faulty.next(fault);
        assertThat(refusal("a")).isEqualTo(fault.code());
        assertThat(refusal("b")).isEqualTo(fault.code());
        assertThat(has("a") || has("b")).isFalse();
        assertThat(has("before")).as("reading goes on").isTrue();
        assertThat(faulty.count(fault)).isEqualTo(1);
        faulty.mend();
        put(faulty, "c");
        assertThat(has("c")).isTrue();
    }

    @Test
    void aTransactionThatBeganBeforeTheMediumFailedIsRefusedToo() {
        StorageTransaction open = faulty.beginRead();
        faulty.next(Fault.FULL);
        assertThat(refusal("a")).isEqualTo(CoreError.STORAGE_FULL);
        assertThat(open.get(NOTES, LAON, "a")).isNull();
        open.commit();
    }

    @Test
    void aReadFailsAndTheTransactionGoesOn() {
        put(faulty, "a");
        StorageTransaction tx = faulty.beginRead();
        faulty.next(Fault.FAILED_READ);
        assertThat(catchThrowableOfType(StorageException.class, () -> tx.get(NOTES, LAON, "a"))
                        .errorCode())
                .isEqualTo(CoreError.STORAGE_FAILED);
        assertThat(tx.get(NOTES, LAON, "a")).isNotNull();
        tx.commit();
    }

    @Test
    void aTransactionDoesNotBegin() {
        faulty.next(Fault.BUSY, Fault.BUSY);
        assertThat(catchThrowableOfType(StorageException.class, faulty::beginRead)
                        .errorCode())
                .isEqualTo(CoreError.STORAGE_BUSY);
        assertThat(refusal("a")).isEqualTo(CoreError.STORAGE_BUSY);
        put(faulty, "a");
    }

    @Test
    void aTransactionThatOnlyReadMeetsNoFaultOfACommit() {
        faulty.next(Fault.LOST_REPLY);
        StorageTransaction tx = faulty.beginWrite(Collections.emptySortedSet());
        assertThat(tx.get(NOTES, LAON, "a")).isNull();
        tx.commit();
        assertThat(refusal("a")).isEqualTo(CoreError.STORAGE_OUTCOME_UNKNOWN);
    }

    @Test
    void aHeldCommitIsNotThereUntilItIsReleased() throws Exception {
        HeldCommit held = faulty.holdNextCommit();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> put(faulty, "a"));
        held.awaitArrival();
        assertThat(has("a")).isFalse();
        assertThat(writer).isNotDone();
        held.release();
        writer.get(60, TimeUnit.SECONDS);
        assertThat(has("a")).isTrue();
    }

    @Test
    void aHeldCommitThatIsInterruptedWritesNothing() throws Exception {
        HeldCommit held = faulty.holdNextCommit();
        CompletableFuture<CoreError> refused = new CompletableFuture<>();
        Thread writer = new Thread(() -> refused.complete(refusal("a")));
        writer.start();
        held.awaitArrival();
        writer.interrupt();
        assertThat(refused.get(60, TimeUnit.SECONDS)).isEqualTo(CoreError.STORAGE_INTERRUPTED);
        assertThat(has("a")).isFalse();
    }

    @Test
    void mendingForgetsWhatWasAskedForAndHasNotHappened() {
        faulty.next(Fault.BUSY, Fault.LOST_REPLY, Fault.FAILED_READ);
        faulty.holdNextCommit();
        faulty.mend();
        put(faulty, "a");
        assertThat(has("a")).isTrue();
    }

    @Test
    void aPlanWithTheSameSeedDoesTheSame() {
        EnumSet<Fault> some = EnumSet.of(Fault.CONFLICT, Fault.LOST_REPLY, Fault.LOST_REQUEST);
        assertThat(drawn(17, some)).isEqualTo(drawn(17, some)).isNotEqualTo(drawn(18, some));
        assertThat(drawn(17, some)).containsAll(some).containsNull();
        assertThat(drawn(17, EnumSet.of(Fault.BUSY))).containsOnlyNulls();
    }

    private static List<Fault> drawn(long seed, EnumSet<Fault> faults) {
        FaultPlan plan = FaultPlan.seeded(seed, 0.3, faults);
        List<Fault> drawn = new ArrayList<>();
        for (long number = 0; number < 200; number++) {
            drawn.add(plan.at(Fault.Point.COMMIT, number));
        }
        return drawn;
    }

    @Test
    void aPlanThatMistakesThePointIsToldSo() {
        FaultyStorage confused = new FaultyStorage(MemoryEngine.open(), (point, number) -> Fault.FAILED_READ);
        assertThatIllegalStateException().isThrownBy(confused::beginRead);
        confused.close();
    }
}
