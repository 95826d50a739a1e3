package fr.aisneneo.example.benchmarks.reading;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.Documents;
import fr.aisneneo.core.storage.Scan;
import fr.aisneneo.example.benchmarks.document.Notice;
import fr.aisneneo.example.benchmarks.lab.Engine;
import fr.aisneneo.example.benchmarks.lab.Lab;
import fr.aisneneo.example.benchmarks.lab.SdkStore;
import java.time.Instant;
import java.util.List;

/** A shelf of the SDK. */
final class SdkShelf implements Shelf {
    private final SdkStore store;
    private final boolean lasting;
    private Neo neo;

    SdkShelf(Engine engine, Lab lab) throws Exception {
        store = engine.newStore(lab);
        lasting = engine != Engine.MEMORY;
        neo = store.open();
        neo.store().declare(Notice.COLLECTION);
    }

    @Override
    public void add(List<Notice> notices) {
        neo.store().write(Contention.none(), tx -> {
            Documents<Notice> documents = tx.documents(Notice.COLLECTION, Notice.TENANT);
            notices.forEach(documents::insert);
            return notices.size();
        });
    }

    @Override
    public void settle() {
        if (lasting) {
            neo.close();
            neo = store.open();
            neo.store().declare(Notice.COLLECTION);
        }
    }

    @Override
    public long bytes() throws Exception {
        return store.bytes();
    }

    @Override
    public long read(String id) {
        return neo.store()
                .read(tx -> tx.documents(Notice.COLLECTION, Notice.TENANT)
                        .require(id)
                        .value()
                        .number());
    }

    @Override
    public int scan(String place, Instant from) {
        Scan<Notice> scan = Scan.by(Notice.BY_PLACE).equalTo(place).from(from).limit(SCANNED);
        return neo.store()
                .read(tx -> tx.documents(Notice.COLLECTION, Notice.TENANT)
                        .scan(scan)
                        .values()
                        .size());
    }

    @Override
    public void close() throws Exception {
        neo.close();
        store.remove();
    }
}
