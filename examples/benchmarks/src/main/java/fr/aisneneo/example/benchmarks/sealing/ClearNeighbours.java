package fr.aisneneo.example.benchmarks.sealing;

import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.Scan;
import fr.aisneneo.core.storage.Transaction;
import fr.aisneneo.example.benchmarks.experiment.Contender;
import fr.aisneneo.example.benchmarks.lab.Engine;
import fr.aisneneo.example.benchmarks.lab.OpenSdk;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Personal data in the clear: an ordinary collection. */
final class ClearNeighbours extends Neighbours {
    private ClearNeighbours(OpenSdk sdk) {
        super(sdk);
        sdk.neo().store().declare(Neighbour.CLEAR);
    }

    static Contender contender() {
        return new Contender("in the clear", lab -> new ClearNeighbours(OpenSdk.on(Engine.ROCKSDB, lab)));
    }

    @Override
    void insert(Transaction tx, Neighbour neighbour) {
        tx.documents(Neighbour.CLEAR, Neighbour.TENANT).insert(neighbour);
    }

    @Override
    Optional<Neighbour> get(Transaction tx, String id) {
        return tx.documents(Neighbour.CLEAR, Neighbour.TENANT).get(id).map(Document::value);
    }

    @Override
    long count(Transaction tx) {
        AtomicLong found = new AtomicLong();
        tx.documents(Neighbour.CLEAR, Neighbour.TENANT)
                .forEach(Scan.by(Neighbour.BY_EMAIL), each -> found.incrementAndGet());
        return found.get();
    }
}
