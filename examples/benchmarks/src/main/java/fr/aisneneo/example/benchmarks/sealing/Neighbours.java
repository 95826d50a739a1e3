package fr.aisneneo.example.benchmarks.sealing;

import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.Transaction;
import fr.aisneneo.example.benchmarks.lab.Counts;
import fr.aisneneo.example.benchmarks.lab.OpenSdk;
import fr.aisneneo.example.benchmarks.measure.Caller;
import fr.aisneneo.example.benchmarks.measure.Side;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/** Adds personal data of a few people, one document a transaction, and reads all of it again. Subclasses say how. */
abstract class Neighbours implements Side {
    static final List<PartyId> OWNERS = LongStream.rangeClosed(1, 20)
            .mapToObj(number -> new PartyId(new UUID(1, number)))
            .toList();

    private static final int BATCH = 500;

    private final AtomicLong numbers = new AtomicLong();
    private final OpenSdk sdk;

    Neighbours(OpenSdk sdk) {
        this.sdk = sdk;
    }

    abstract void insert(Transaction tx, Neighbour neighbour);

    abstract Optional<Neighbour> get(Transaction tx, String id);

    /** How many the store has, whatever they say. */
    abstract long count(Transaction tx);

    private static Neighbour numbered(long number) {
        return Neighbour.of(number, OWNERS.get((int) (number % OWNERS.size())));
    }

    @Override
    public final Caller caller() {
        return () -> {
            Neighbour neighbour = numbered(numbers.incrementAndGet());
            sdk.neo().store().write(Contention.none(), tx -> {
                insert(tx, neighbour);
                return neighbour;
            });
        };
    }

    /** Every document is read, opened, and what was written. */
    @Override
    public final void check(long calls) {
        Counts.requireEqual("documents", calls, sdk.neo().store().read(this::count));
        for (long first = 1; first <= calls; first += BATCH) {
            long from = first;
            long to = Math.min(calls, first + BATCH - 1);
            sdk.neo().store().read(tx -> {
                LongStream.rangeClosed(from, to)
                        .mapToObj(Neighbours::numbered)
                        .forEach(written -> requireSame(written, get(tx, written.id())));
                return to;
            });
        }
    }

    private static void requireSame(Neighbour written, Optional<Neighbour> found) {
        if (!found.equals(Optional.of(written))) {
            throw new IllegalStateException("Not what was written: " + written.id());
        }
    }

    @Override
    public void close() throws Exception {
        sdk.close();
    }
}
