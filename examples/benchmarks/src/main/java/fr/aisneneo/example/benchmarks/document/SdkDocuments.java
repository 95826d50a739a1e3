package fr.aisneneo.example.benchmarks.document;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.Scan;
import fr.aisneneo.example.benchmarks.experiment.Contender;
import fr.aisneneo.example.benchmarks.lab.Counts;
import fr.aisneneo.example.benchmarks.lab.Engine;
import fr.aisneneo.example.benchmarks.lab.OpenSdk;
import fr.aisneneo.example.benchmarks.measure.Caller;
import fr.aisneneo.example.benchmarks.measure.Side;
import java.util.concurrent.atomic.AtomicLong;

/** Documents through the SDK, as an application writes them: one transaction each. */
final class SdkDocuments implements Side {
    private final OpenSdk sdk;
    private final Notices notices = new Notices();

    private SdkDocuments(OpenSdk sdk) {
        this.sdk = sdk;
        sdk.neo().store().declare(Notice.COLLECTION);
    }

    static Contender on(Engine engine) {
        return new Contender(engine.title(), lab -> new SdkDocuments(OpenSdk.on(engine, lab)));
    }

    @Override
    public Caller caller() {
        Neo neo = sdk.neo();
        return () -> {
            Notice notice = notices.next();
            neo.store()
                    .write(
                            Contention.none(),
                            tx -> tx.documents(Notice.COLLECTION, Notice.TENANT).insert(notice));
        };
    }

    @Override
    public void check(long calls) {
        AtomicLong found = new AtomicLong();
        sdk.neo().store().read(tx -> {
            tx.documents(Notice.COLLECTION, Notice.TENANT)
                    .forEach(Scan.<Notice>byId().limit(1_000), each -> found.incrementAndGet());
            return found;
        });
        Counts.requireEqual("documents", calls, found.get());
    }

    @Override
    public void close() throws Exception {
        sdk.close();
    }
}
