package fr.aisneneo.example.benchmarks.document;

import static fr.aisneneo.example.benchmarks.lab.Engine.MEMORY;
import static fr.aisneneo.example.benchmarks.lab.Engine.POSTGRESQL;
import static fr.aisneneo.example.benchmarks.lab.Engine.ROCKSDB;

import fr.aisneneo.example.benchmarks.experiment.Contender;
import fr.aisneneo.example.benchmarks.experiment.Experiment;
import fr.aisneneo.example.benchmarks.experiment.Race;
import fr.aisneneo.example.benchmarks.report.Aim;
import fr.aisneneo.example.benchmarks.report.Chapter;
import fr.aisneneo.example.benchmarks.report.Comparison;
import java.util.ArrayList;
import java.util.List;

/** Durable commits of one document each. */
public final class Commits {
    private static final int[] CALLERS = {1, 8, 64};
    private static final int AIMED = 8;

    private static final Contender MEMORY_SDK = SdkDocuments.on(MEMORY);
    private static final Contender ROCKSDB_SDK = SdkDocuments.on(ROCKSDB);
    private static final Contender POSTGRESQL_SDK = SdkDocuments.on(POSTGRESQL);
    private static final Contender SERIALIZABLE = PostgresDocuments.serializable();
    private static final Contender READ_COMMITTED = PostgresDocuments.readCommitted();
    private static final Contender H2 = H2Documents.syncEach();
    private static final Contender H2_SHARED = H2Documents.syncShared();
    private static final Contender SQLITE = SqliteDocuments.full();
    private static final Contender BARE_ROCKSDB = BareRocksDb.synced();
    private static final Contender BARE_LOG = BareLog.preallocated();
    private static final List<Contender> ALL = List.of(
            MEMORY_SDK,
            ROCKSDB_SDK,
            BARE_ROCKSDB,
            POSTGRESQL_SDK,
            SERIALIZABLE,
            READ_COMMITTED,
            H2,
            H2_SHARED,
            SQLITE,
            BARE_LOG);

    private Commits() {}

    /**
     * The chapter.
     *
     * @return what is measured, and its rows
     */
    public static Chapter chapter() {
        List<Experiment> races = new ArrayList<>();
        List<Comparison> rows = new ArrayList<>();
        for (int callers : CALLERS) {
            races.add(new Race("commits-" + callers, callers, ALL));
            rows.addAll(rows(callers));
        }
        return new Chapter("Durable commits of a document", """
                Commits a second. A document is 400 bytes of JSON with two index entries and a UUID as its id; each commit is one document, and
                counts when it is synced to disk (but for `memory:`, which keeps nothing). The SDK is used through its public API with the settings
                that it comes with, and always runs strictly serializable transactions. PostgreSQL has its default configuration, with `fsync`,
                `full_page_writes` and `synchronous_commit` on; the hand has as many pooled connections as the SDK and the same table: a primary key, two
                indexes, a `jsonb` body. Every side starts empty in each round, and its documents are counted at the end of it.
                """, races, rows);
    }

    private static List<Comparison> rows(int callers) {
        boolean aimed = callers == AIMED;
        return List.of(
                row(
                        callers,
                        ROCKSDB_SDK,
                        H2,
                        aimed ? new Aim.Ratio(5) : Aim.none(),
                        "the embedded engine beside H2 with `WRITE_DELAY=0` and `CHECKPOINT SYNC` after each commit (without the latter H2 2.x"
                                + " never syncs, as its system calls show).",
                        "H2 shares no syncs, so its rate is one by the time of a sync: where a sync is quick, the distance shrinks."),
                row(
                        callers,
                        ROCKSDB_SDK,
                        H2_SHARED,
                        Aim.none(),
                        "the same, with shared syncs added to H2 by hand, which it does not have.",
                        ""),
                row(
                        callers,
                        ROCKSDB_SDK,
                        SQLITE,
                        Aim.none(),
                        "the embedded engine beside SQLite with a write-ahead log and `synchronous=FULL`, one writer at a time.",
                        ""),
                row(
                        callers,
                        ROCKSDB_SDK,
                        READ_COMMITTED,
                        aimed ? new Aim.Ratio(1.5) : Aim.none(),
                        "the embedded engine beside the quickest that a hand can write on PostgreSQL: one INSERT that commits itself, at READ"
                                + " COMMITTED.",
                        "PostgreSQL shares syncs as well; with more callers than cores both are bound by the processor, and the SDK encodes,"
                                + " checks and indexes in Java what PostgreSQL does in C."),
                row(
                        callers,
                        ROCKSDB_SDK,
                        BARE_ROCKSDB,
                        new Aim.Ratio(0.5),
                        "what is left of bare RocksDB that puts the same document and entries, ready as bytes, with its own shared sync.",
                        "What RocksDB puts is ready; the SDK makes JSON of a record, index keys, checks that the id is new, and takes a lock"
                                + " that keeps transactions in order."),
                row(
                        callers,
                        ROCKSDB_SDK,
                        BARE_LOG,
                        Aim.none(),
                        "what is left of the limit of the machine: a preallocated file and shared `fdatasync`, which finds nothing again.",
                        ""),
                row(
                        callers,
                        POSTGRESQL_SDK,
                        SERIALIZABLE,
                        new Aim.Ratio(0.8),
                        "the PostgreSQL engine beside a hand that does the same work: a transaction at SERIALIZABLE, run again where refused.",
                        "Besides what the hand does, the engine keeps a tenant, a version and a schema version with each document, has the"
                                + " tenant in every index, and can tell that an id is taken without losing the transaction."),
                row(
                        callers,
                        POSTGRESQL_SDK,
                        READ_COMMITTED,
                        Aim.none(),
                        "the same beside one INSERT that commits itself, at READ COMMITTED: less work and a weaker promise.",
                        ""),
                row(
                        callers,
                        MEMORY_SDK,
                        ROCKSDB_SDK,
                        Aim.none(),
                        "what the disk costs: `memory:` beside the embedded engine. With two cores this is what the SDK itself can do.",
                        ""));
    }

    private static Comparison row(
            int callers, Contender ours, Contender rival, Aim aim, String meaning, String ifMissed) {
        String name = "commits per second with " + callers + (callers == 1 ? " caller" : " callers") + ": "
                + title(ours) + " by " + title(rival);
        return new Comparison(name, "commits-" + callers, ours.name(), rival.name(), aim, meaning, ifMissed);
    }

    private static String title(Contender contender) {
        return contender.name().replace(",", "");
    }
}
