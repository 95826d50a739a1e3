package fr.aisneneo.core.tck.fault;

import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.ContentionKey;
import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.storage.spi.StorageInfo;
import fr.aisneneo.core.storage.spi.StorageTransaction;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * An engine on which things go wrong: a wrapper around any other one, for tests of what stands above. What goes wrong
 * comes from a {@link FaultPlan}, or is asked for by hand:
 *
 * <pre>{@code
 * FaultyStorage faulty = new FaultyStorage(engine, FaultPlan.NONE);
 * faulty.next(Fault.LOST_REPLY);              // the next commit happens, and its caller does not hear of it
 * }</pre>
 *
 * <p>Whatever goes wrong, the wrapper keeps to the contract of {@link Storage} in what it tells, but for
 * {@link Fault#DUPLICATE}; with {@link Fault#LOST_REPLY}, {@link Fault#LOST_REQUEST}, {@link Fault#CONFLICT} and
 * {@link Fault#BUSY} a sound engine below is still strictly serializable.
 *
 * <p>Thread-safe, as the engine is. Closing it closes the engine.
 */
public final class FaultyStorage implements Storage {
    private final Storage engine;
    private final FaultPlan plan;
    private final Map<Fault.Point, Queue<Fault>> byHand = new ConcurrentHashMap<>();
    private final Map<Fault.Point, AtomicLong> calls = new ConcurrentHashMap<>();
    private final Map<Fault, AtomicLong> injected = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable HeldCommit> held = new AtomicReference<>();
    private volatile @Nullable Fault broken;

    /**
     * A wrapper.
     *
     * @param engine the engine
     * @param plan what goes wrong by itself
     */
    public FaultyStorage(Storage engine, FaultPlan plan) {
        this.engine = engine;
        this.plan = plan;
    }

    /**
     * Has the next calls of a point go wrong, whoever makes them; before what the plan says, and in the order asked
     * for.
     *
     * @param faults one for each call
     */
    public void next(Fault... faults) {
        for (Fault fault : faults) {
            byHand(fault.point()).add(fault);
        }
    }

    /**
     * Has the next commit of a transaction that wrote wait, before anything is written.
     *
     * @return lets it go; a commit that is held for a minute ends with {@code storage.busy}
     */
    public HeldCommit holdNextCommit() {
        HeldCommit next = new HeldCommit();
        held.set(next);
        return next;
    }

    /**
     * All is well from now on, but for what the plan says: takes writes again after {@link Fault#FAILURE} or
     * {@link Fault#FULL}, as an engine does that is opened anew, and forgets what was asked for by hand and has not
     * happened.
     */
    public void mend() {
        broken = null;
        byHand.clear();
        held.set(null);
    }

    /**
     * How often a fault has happened.
     *
     * @param fault the fault
     * @return how often, without the refusals that follow from it
     */
    public long count(Fault fault) {
        AtomicLong count = injected.get(fault);
        return count == null ? 0 : count.get();
    }

    @Override
    public StorageInfo info() {
        return engine.info();
    }

    @Override
    public void declare(CollectionSchema schema) {
        engine.declare(schema);
    }

    @Override
    public StorageTransaction beginRead() {
        failAt(Fault.Point.BEGIN);
        return new FaultyTransaction(this, engine.beginRead());
    }

    @Override
    public StorageTransaction beginLongRead() {
        failAt(Fault.Point.BEGIN);
        return new FaultyTransaction(this, engine.beginLongRead());
    }

    @Override
    public StorageTransaction beginWrite(SortedSet<ContentionKey> contention) {
        refuseIfBroken();
        failAt(Fault.Point.BEGIN);
        return new FaultyTransaction(this, engine.beginWrite(contention));
    }

    @Override
    public void checkpoint(Path directory) {
        engine.checkpoint(directory);
    }

    @Override
    public void close() {
        engine.close();
    }

    /** Throws what this call is to meet, if anything. */
    void failAt(Fault.Point point) {
        Fault fault = draw(point);
        if (fault != null) {
            throw exception(fault);
        }
    }

    /** Commits what was written, or not, as it is to be. */
    void commit(StorageTransaction transaction) {
        Fault fault;
        try {
            HeldCommit holding = held.getAndSet(null);
            if (holding != null) {
                holding.hold();
            }
            refuseIfBroken();
            fault = draw(Fault.Point.COMMIT);
        } catch (RuntimeException e) {
            transaction.rollback();
            throw e;
        }
        if (fault == null) {
            transaction.commit();
            return;
        }
        if (fault.lasts()) {
            broken = fault;
        }
        if (fault.commits()) {
            transaction.commit();
        } else {
            transaction.rollback();
        }
        throw exception(fault);
    }

    private Queue<Fault> byHand(Fault.Point point) {
        return byHand.computeIfAbsent(point, any -> new ConcurrentLinkedQueue<>());
    }

    private @Nullable Fault draw(Fault.Point point) {
        Fault asked = byHand(point).poll();
        Fault fault = asked != null
                ? asked
                : plan.at(
                        point,
                        calls.computeIfAbsent(point, any -> new AtomicLong()).getAndIncrement());
        if (fault != null) {
            if (fault.point() != point) {
                throw new IllegalStateException("The plan has " + fault + " at " + point);
            }
            injected.computeIfAbsent(fault, any -> new AtomicLong()).incrementAndGet();
        }
        return fault;
    }

    private void refuseIfBroken() {
        Fault reason = broken;
        if (reason != null) {
            throw exception(reason);
        }
    }

    private StorageException exception(Fault fault) {
        Map<String, Object> facts = switch (fault) {
            case FAILURE, FAILED_READ -> Map.of("reason", "a fault on purpose");
            case FULL -> Map.of("location", engine.info().location());
            case BUSY -> Map.of("seconds", 0);
            case CONFLICT, DUPLICATE -> Map.of("attempts", 1);
            case LOST_REPLY, LOST_REQUEST -> Map.of();
        };
        return new StorageException(fault.code(), facts);
    }
}
