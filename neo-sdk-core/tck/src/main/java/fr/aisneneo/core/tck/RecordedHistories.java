package fr.aisneneo.core.tck;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.ErrorCode;
import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.tck.AppendingCaller.Group;
import fr.aisneneo.core.tck.fault.Fault;
import fr.aisneneo.core.tck.fault.FaultPlan;
import fr.aisneneo.core.tck.fault.FaultyStorage;
import fr.aisneneo.core.tck.history.Outcome;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What random concurrent transactions saw is written down, and judged: there is an order that explains it, and that
 * respects real time. Where {@link Serializability} lets transactions meet that are known to be dangerous, here any may
 * meet any.
 */
interface RecordedHistories extends StorageContract {
    /** As many as one crowd has time for on a slow disk. */
    int AT_ONCE = 50;

    @Test
    default void shortHistoriesAreStrictlySerializable() {
        Storage storage = storage();
        storage.declare(Samples.LISTS);
        int judged = 0;
        for (long seed = 1; judged < histories(); seed++) {
            int count = Math.min(AT_ONCE, histories() - judged);
            judged += HistoryRun.shortOnes(new Space(storage, newTenant()), seed, count, AppendingCaller.SOUND);
        }
        assertThat(judged).isEqualTo(histories());
    }

    @Test
    default void aLongHistoryIsStrictlySerializable() {
        Storage storage = storage();
        storage.declare(Samples.LISTS);
        Space space = new Space(storage, newTenant());
        HistoryRun run = new HistoryRun(new Group("long", 6), 2, AppendingCaller.SOUND);
        run.crowd(space, 8, 40);
        run.audit(space);
        run.judge();
        assertThat(run.count(Outcome.COMMITTED)).isPositive();
    }

    @Test
    default void historiesWithLostAnswersAndRefusalsAreStrictlySerializable() {
        Storage engine = storage();
        engine.declare(Samples.LISTS);
        Set<Fault> faults = EnumSet.of(Fault.CONFLICT, Fault.LOST_REPLY, Fault.LOST_REQUEST, Fault.BUSY);
        Set<ErrorCode> expected =
                Set.of(CoreError.STORAGE_CONFLICT, CoreError.STORAGE_OUTCOME_UNKNOWN, CoreError.STORAGE_BUSY);
        FaultyStorage faulty = new FaultyStorage(engine, FaultPlan.seeded(4, 0.2, faults));
        int count = Math.min(AT_ONCE, 1 + histories() / 10);
        HistoryRun.shortOnes(new Space(faulty, newTenant()), 3, count, expected::contains);
        assertThat(faulty.count(Fault.LOST_REPLY) + faulty.count(Fault.LOST_REQUEST))
                .as("lost answers")
                .isPositive();
    }
}
