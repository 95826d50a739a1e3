package fr.aisneneo.example.benchmarks.reading;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.Documents;
import fr.aisneneo.example.benchmarks.document.Notice;
import fr.aisneneo.example.benchmarks.document.Notices;
import fr.aisneneo.example.benchmarks.experiment.Experiment;
import fr.aisneneo.example.benchmarks.experiment.Results;
import fr.aisneneo.example.benchmarks.lab.Counts;
import fr.aisneneo.example.benchmarks.lab.Engine;
import fr.aisneneo.example.benchmarks.lab.Lab;
import fr.aisneneo.example.benchmarks.lab.SdkStore;
import fr.aisneneo.example.benchmarks.measure.Sample;
import java.util.ArrayList;
import java.util.List;

/** Fills the embedded store, closes it, and opens it again and again, each time until a document is read. */
record ReopenExperiment() implements Experiment {
    static final String SECONDS = "reopen";

    private static final int BATCH = 1_000;

    @Override
    public String key() {
        return SECONDS;
    }

    @Override
    public void run(Lab lab, Results results) throws Exception {
        if (!lab.choice().sides().matcher(Engine.ROCKSDB.title()).find()) {
            return;
        }
        SdkStore store = Engine.ROCKSDB.newStore(lab);
        try {
            Notice last = fill(store, lab.effort().reopened());
            for (int round = lab.effort().firstRound(); round <= lab.effort().rounds(); round++) {
                long start = System.nanoTime();
                try (Neo neo = store.open()) {
                    neo.store().declare(Notice.COLLECTION);
                    long number = neo.store()
                            .read(tx -> tx.documents(Notice.COLLECTION, Notice.TENANT)
                                    .require(last.id())
                                    .value()
                                    .number());
                    double seconds = (System.nanoTime() - start) / 1e9;
                    Counts.requireEqual("number", last.number(), number);
                    if (round > 0) {
                        results.add(SECONDS, Engine.ROCKSDB.title(), Sample.of(seconds));
                    }
                }
            }
        } finally {
            store.remove();
        }
    }

    private static Notice fill(SdkStore store, int count) {
        Notices notices = new Notices();
        Notice last = notices.next();
        try (Neo neo = store.open()) {
            neo.store().declare(Notice.COLLECTION);
            List<Notice> batch = new ArrayList<>(List.of(last));
            for (int i = 1; i < count; i++) {
                last = notices.next();
                batch.add(last);
                if (batch.size() == BATCH) {
                    insert(neo, batch);
                    batch.clear();
                }
            }
            insert(neo, batch);
        }
        return last;
    }

    private static void insert(Neo neo, List<Notice> batch) {
        neo.store().write(Contention.none(), tx -> {
            Documents<Notice> documents = tx.documents(Notice.COLLECTION, Notice.TENANT);
            batch.forEach(documents::insert);
            return batch.size();
        });
    }
}
