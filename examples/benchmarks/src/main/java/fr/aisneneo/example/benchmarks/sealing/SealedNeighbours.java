package fr.aisneneo.example.benchmarks.sealing;

import fr.aisneneo.core.sealing.SealedDocument;
import fr.aisneneo.core.sealing.SealedDocuments;
import fr.aisneneo.core.sealing.Sealing;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.Scan;
import fr.aisneneo.core.storage.Transaction;
import fr.aisneneo.example.benchmarks.experiment.Contender;
import fr.aisneneo.example.benchmarks.lab.Engine;
import fr.aisneneo.example.benchmarks.lab.Lab;
import fr.aisneneo.example.benchmarks.lab.OpenSdk;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Personal data sealed, with the keys in files; those of the owners are there when it begins. */
final class SealedNeighbours extends Neighbours {
    private static final Set<String> READABLE = Set.of("id", "owner");

    private final Path keys;
    private final Sealing sealing;

    private SealedNeighbours(OpenSdk sdk, Path keys) {
        super(sdk);
        this.keys = keys;
        this.sealing = Sealing.open(sdk.neo(), "file:" + keys);
        sealing.declare(Neighbour.SEALED);
        OWNERS.forEach(owner -> sealing.prepare(Neighbour.TENANT, owner, Neighbour.SEALED));
    }

    static Contender contender() {
        return new Contender(
                "sealed", lab -> new SealedNeighbours(OpenSdk.on(Engine.ROCKSDB, lab), lab.newPath("keys")));
    }

    private SealedDocuments<Neighbour> documents(Transaction tx) {
        return sealing.documents(tx, Neighbour.SEALED, Neighbour.TENANT);
    }

    @Override
    void insert(Transaction tx, Neighbour neighbour) {
        documents(tx).insert(neighbour);
    }

    @Override
    Optional<Neighbour> get(Transaction tx, String id) {
        return documents(tx).get(id).map(Document::value);
    }

    /** Looks as well that what is to be sealed does not stand in the store. */
    @Override
    long count(Transaction tx) {
        AtomicLong found = new AtomicLong();
        tx.documents(Neighbour.SEALED.stored(), Neighbour.TENANT).forEach(Scan.<SealedDocument>byId(), each -> {
            if (!each.value().clear().keySet().equals(READABLE)) {
                throw new IllegalStateException("Not sealed: " + each.value().id());
            }
            found.incrementAndGet();
        });
        return found.get();
    }

    @Override
    public void close() throws Exception {
        sealing.close();
        super.close();
        Lab.remove(keys);
    }
}
