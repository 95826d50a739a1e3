package fr.aisneneo.example.benchmarks.transfer;

import static fr.aisneneo.example.benchmarks.lab.Engine.POSTGRESQL;
import static fr.aisneneo.example.benchmarks.lab.Engine.ROCKSDB;

import fr.aisneneo.example.benchmarks.experiment.BestOf;
import fr.aisneneo.example.benchmarks.experiment.Contender;
import fr.aisneneo.example.benchmarks.experiment.Experiment;
import fr.aisneneo.example.benchmarks.experiment.Race;
import fr.aisneneo.example.benchmarks.lab.Engine;
import fr.aisneneo.example.benchmarks.report.Aim;
import fr.aisneneo.example.benchmarks.report.Chapter;
import fr.aisneneo.example.benchmarks.report.Comparison;
import fr.aisneneo.example.benchmarks.transfer.Bank.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Transfers of a ledger: one by one, on few accounts, in batches, and what they take. */
public final class TransferRaces {
    private static final int MANY = 1_000;
    private static final int FEW = 10;
    private static final int BATCH = 1_000;
    private static final int BATCH_CALLERS = 4;

    private static final Terms SINGLE = new Terms(MANY, 1);
    private static final Terms HOT = new Terms(FEW, 1);
    private static final Terms BATCHED = new Terms(MANY, BATCH);

    private static final String PLPGSQL = "PL/pgSQL";
    private static final String SQL_BATCH = "SQL batch";
    private static final String SQLITE = "SQLite, WAL FULL";
    private static final String HOT_KEY = "transfers-hot";
    private static final String BATCH_KEY = "transfers-batch";
    private static final int HOT_CALLERS = 20;
    /** More than there are callers would be idle; the quickest counts. */
    private static final int[] CONNECTIONS = {8, 16, 32};

    private static final int[] BATCH_CONNECTIONS = {1, 4};

    private static final String MORE_WORK =
            "A transfer is one packed document with three index entries, two accounts, an event of the journal with its own, and a leaf of the Merkle"
                    + " tree, encoded in Java and put into RocksDB under one writer lock; the hand has a row, two entries and two balances, and no event."
                    + " Making the tree takes about a quarter of the processor's time one by one.";

    private TransferRaces() {}

    /**
     * The chapter.
     *
     * @return what is measured, and its rows
     */
    public static Chapter chapter() {
        return new Chapter("Transfers", """
                Transfers a second between members taken at random of 1,000, none of whom may be overdrawn. All that is answered is on the disk. The SDK does all of
                `Ledger.transfer` and `Ledger.submit`: policy, status codes, the id with its body, limits, both accounts with their history, an event in the journal,
                and the Merkle tree of the journal, which a thread of its own seals ten times a second, and the rest of it in the time that counts. Transfers that come at
                the same time share a transaction, as they do for any caller. The hand on PostgreSQL calls a function of its own, once for each transfer: the id once, both
                accounts locked in their order, balances with a constraint, and two entries, at READ COMMITTED, with 8, 16 or 32 pooled connections, whichever is quickest.
                Its batch of 1,000 is one call that works on sets, with 1 or 4 connections. On SQLite a transfer is one INSERT whose trigger does the rest, by one writer. In the end
                every side has as many transfers as it granted, all balances together are zero, each account is what its entries come to, what is sent again is done
                once, another body under the same id is told, and what goes beyond a limit is refused.
                """, List.of(single(20), single(64), hot(), batch(), weights()), rows());
    }

    private static Experiment single(int callers) {
        List<Contender> hands = hands(callers, PLPGSQL, CONNECTIONS, SINGLE);
        List<Contender> all = new ArrayList<>(
                List.of(SdkBank.on(ROCKSDB, SINGLE), SdkBank.on(POSTGRESQL, SINGLE), SqliteBank.full(SQLITE, SINGLE)));
        all.addAll(hands);
        return new BestOf(new Race("transfers-" + callers, callers, all), PLPGSQL, names(hands));
    }

    private static Experiment hot() {
        List<Contender> many = hands(HOT_CALLERS, many(PLPGSQL), CONNECTIONS, SINGLE);
        List<Contender> few = hands(HOT_CALLERS, few(PLPGSQL), CONNECTIONS, HOT);
        List<Contender> all = new ArrayList<>();
        for (Engine engine : List.of(ROCKSDB, POSTGRESQL)) {
            all.add(new Contender(
                    many(engine.title()), SdkBank.on(engine, SINGLE).opening()));
            all.add(new Contender(few(engine.title()), SdkBank.on(engine, HOT).opening()));
        }
        all.addAll(many);
        all.addAll(few);
        Race race = new Race(HOT_KEY, HOT_CALLERS, all);
        return new BestOf(new BestOf(race, many(PLPGSQL), names(many)), few(PLPGSQL), names(few));
    }

    private static Experiment batch() {
        List<Contender> hands = hands(BATCH_CALLERS, SQL_BATCH, BATCH_CONNECTIONS, BATCHED);
        List<Contender> all = new ArrayList<>(List.of(
                SdkBank.on(ROCKSDB, BATCHED), SdkBank.on(POSTGRESQL, BATCHED), SqliteBank.full(SQLITE, BATCHED)));
        all.addAll(hands);
        return new BestOf(new Race(BATCH_KEY, BATCH_CALLERS, all), SQL_BATCH, names(hands));
    }

    private static Experiment weights() {
        Map<String, WeightExperiment.Opening> banks = new LinkedHashMap<>();
        banks.put(ROCKSDB.title(), lab -> SdkBank.opened(ROCKSDB, lab, SINGLE));
        banks.put(batched(ROCKSDB.title()), lab -> SdkBank.opened(ROCKSDB, lab, BATCHED));
        banks.put(SQL_BATCH, lab -> PostgresBank.opened(lab, BATCHED, BATCH_CALLERS));
        banks.put(SQLITE, lab -> SqliteBank.opened(lab, BATCHED));
        return new WeightExperiment(banks);
    }

    private static List<Contender> hands(int callers, String name, int[] connections, Terms terms) {
        List<Contender> hands = new ArrayList<>();
        for (int pooled : connections) {
            if (pooled <= callers) {
                hands.add(PostgresBank.with(pooled, name + ", " + pooled + " connections", terms));
            }
        }
        return hands;
    }

    private static List<String> names(List<Contender> contenders) {
        return contenders.stream().map(Contender::name).toList();
    }

    private static String few(String side) {
        return side + ", 10 accounts";
    }

    private static String many(String side) {
        return side + ", 1000 accounts";
    }

    private static String batched(String side) {
        return side + ", batches";
    }

    private static List<Comparison> rows() {
        List<Comparison> rows = new ArrayList<>();
        rows.addAll(singleRows(20, 2, "; four times would be splendid"));
        rows.addAll(singleRows(64, 3, ""));
        rows.addAll(hotRows());
        rows.addAll(batchRows());
        rows.addAll(weightRows());
        return rows;
    }

    private static List<Comparison> singleRows(int callers, double aim, String more) {
        String measure = "transfers-" + callers;
        String what = "transfers per second with " + callers + " callers";
        return List.of(
                row(
                        what,
                        measure,
                        ROCKSDB.title(),
                        PLPGSQL,
                        new Aim.Ratio(aim),
                        "the embedded engine beside one call of a function" + more + ".",
                        MORE_WORK),
                row(
                        what,
                        measure,
                        POSTGRESQL.title(),
                        PLPGSQL,
                        new Aim.Ratio(0.8),
                        "the PostgreSQL engine beside one call of a function.",
                        "Transfers that come together share a transaction of some four round trips at SERIALIZABLE, but the server keeps for"
                                + " each a document with three index entries, and an event with two that is written once more when it gets its"
                                + " position; the function keeps a row and two entries at READ COMMITTED, and tells nobody."),
                row(
                        what,
                        measure,
                        ROCKSDB.title(),
                        SQLITE,
                        Aim.none(),
                        "the embedded engine beside SQLite, one writer at a time.",
                        ""));
    }

    private static List<Comparison> hotRows() {
        String what = "transfers per second with " + HOT_CALLERS + " callers on 10 accounts";
        return List.of(
                row(
                        what,
                        HOT_KEY,
                        few(ROCKSDB.title()),
                        many(ROCKSDB.title()),
                        new Aim.Ratio(0.8),
                        "the embedded engine on 10 accounts beside itself on 1,000: what is lost where all want the same accounts.",
                        "Who wants an account waits for the one who has it, so that fewer work at the same time."),
                row(
                        what,
                        HOT_KEY,
                        few(POSTGRESQL.title()),
                        many(POSTGRESQL.title()),
                        Aim.none(),
                        "the same of the PostgreSQL engine.",
                        ""),
                row(
                        what,
                        HOT_KEY,
                        few(PLPGSQL),
                        many(PLPGSQL),
                        Aim.none(),
                        "the same of the hand, whose locks are held until the disk has it.",
                        ""),
                row(
                        what,
                        HOT_KEY,
                        few(ROCKSDB.title()),
                        few(PLPGSQL),
                        Aim.none(),
                        "the embedded engine beside the hand, both on 10 accounts.",
                        ""));
    }

    private static List<Comparison> batchRows() {
        String what = "batches of 1000 transfers per second with " + BATCH_CALLERS + " callers";
        return List.of(
                row(
                        what,
                        BATCH_KEY,
                        ROCKSDB.title(),
                        SQL_BATCH,
                        new Aim.Ratio(1.5),
                        "the embedded engine beside a function that works on sets, and looks at limits in the end only.",
                        MORE_WORK),
                row(
                        what,
                        BATCH_KEY,
                        POSTGRESQL.title(),
                        SQL_BATCH,
                        new Aim.Ratio(0.5),
                        "the PostgreSQL engine beside a function that works on sets.",
                        "The engine sends every document and every index entry to PostgreSQL; the function makes its rows there."),
                row(
                        what,
                        BATCH_KEY,
                        ROCKSDB.title(),
                        SQLITE,
                        Aim.none(),
                        "the embedded engine beside SQLite, which has no way over a network nor between processes; to be as quick would be splendid.",
                        ""));
    }

    private static List<Comparison> weightRows() {
        String meaning = "what the files take after 100,000 transfers, by one transfer; fewer are better. ";
        Aim aim = new Aim.Below(301);
        String missed =
                "Each transfer is found by its id, by both accounts and by its code, and each of these keeps the id again; one by"
                        + " one, each has an event of its own and a leaf, which take more than the transfer itself.";
        return List.of(
                row(
                        "bytes per transfer",
                        WeightExperiment.BYTES,
                        ROCKSDB.title(),
                        SQL_BATCH,
                        aim,
                        meaning + "Each with an event and a leaf of its own.",
                        missed),
                row(
                        "bytes per transfer",
                        WeightExperiment.BYTES,
                        batched(ROCKSDB.title()),
                        SQL_BATCH,
                        aim,
                        meaning + "In batches of 1,000, each of which has an event.",
                        missed),
                row(
                        "bytes per transfer",
                        WeightExperiment.BYTES,
                        batched(ROCKSDB.title()),
                        SQLITE,
                        Aim.none(),
                        meaning + "The same beside SQLite.",
                        ""));
    }

    private static Comparison row(
            String what, String measure, String ours, String rival, Aim aim, String meaning, String ifMissed) {
        String name = what + ": " + plain(ours) + " by " + plain(rival);
        return new Comparison(name, measure, ours, rival, aim, meaning, ifMissed);
    }

    private static String plain(String side) {
        return side.replace(",", "");
    }
}
