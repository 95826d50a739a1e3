package fr.aisneneo.example.benchmarks.reading;

import static fr.aisneneo.example.benchmarks.lab.Engine.MEMORY;
import static fr.aisneneo.example.benchmarks.lab.Engine.POSTGRESQL;
import static fr.aisneneo.example.benchmarks.lab.Engine.ROCKSDB;

import fr.aisneneo.example.benchmarks.report.Aim;
import fr.aisneneo.example.benchmarks.report.Chapter;
import fr.aisneneo.example.benchmarks.report.Comparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reading, opening again, and what documents take. */
public final class Reads {
    private static final String JDBC = "JDBC by hand";
    private static final String H2 = "H2";
    private static final String SQLITE = "SQLite";
    private static final String BARE = "bare RocksDB";
    private static final double REOPEN_SECONDS = 2;

    private Reads() {}

    /**
     * The chapter.
     *
     * @return what is measured, and its rows
     */
    public static Chapter chapter() {
        Map<String, ReadExperiment.Opening> shelves = new LinkedHashMap<>();
        shelves.put(MEMORY.title(), lab -> new SdkShelf(MEMORY, lab));
        shelves.put(ROCKSDB.title(), lab -> new SdkShelf(ROCKSDB, lab));
        shelves.put(BARE, BareRocksDbShelf::new);
        shelves.put(POSTGRESQL.title(), lab -> new SdkShelf(POSTGRESQL, lab));
        shelves.put(JDBC, lab -> new JdbcShelf(Dialects.postgresql(lab)));
        shelves.put(H2, lab -> new JdbcShelf(Dialects.h2(lab)));
        shelves.put(SQLITE, lab -> new JdbcShelf(Dialects.sqlite(lab)));
        List<Comparison> rows = new ArrayList<>();
        for (String measure : List.of(ReadExperiment.GET, ReadExperiment.SCAN, ReadExperiment.BYTES)) {
            boolean bytes = measure.equals(ReadExperiment.BYTES);
            rows.add(row(measure, ROCKSDB.title(), SQLITE));
            rows.add(row(measure, ROCKSDB.title(), H2));
            rows.add(row(measure, ROCKSDB.title(), JDBC));
            rows.add(row(measure, ROCKSDB.title(), BARE));
            rows.add(row(measure, POSTGRESQL.title(), JDBC));
            if (!bytes) {
                rows.add(row(measure, MEMORY.title(), ROCKSDB.title()));
            }
        }
        rows.add(
                new Comparison(
                        "seconds to open 1 million documents again: " + plain(ROCKSDB.title()),
                        ReopenExperiment.SECONDS,
                        ROCKSDB.title(),
                        null,
                        new Aim.Below(REOPEN_SECONDS),
                        "from the call of `Neo.open` on a store that was closed until one of its documents is read, all checksums verified.",
                        "Opening verifies the checksum of every block, which takes as long as reading the files does; `verify-on-open=false` does not."));
        return new Chapter("Reading", """
                One caller reads 100,000 documents of 400 bytes, all of them in the caches of the database or of the file system. A read takes one document at random; a
                scan takes the first 100 of a place from a time on, in the order of the index. What is read is made an object again on every side, but for bare
                RocksDB, which gives bytes; the SDK keeps some of the objects that it has made. Of bytes fewer are better: those of all files, but for
                PostgreSQL, where they are those of the table and its indexes.
                """, List.of(new ReadExperiment(shelves), new ReopenExperiment()), rows);
    }

    private static Comparison row(String measure, String ours, String rival) {
        String what = switch (measure) {
            case ReadExperiment.GET -> "reads per second of one document";
            case ReadExperiment.SCAN -> "scans per second of 100 documents";
            default -> "bytes per document";
        };
        String meaning = switch (measure) {
            case ReadExperiment.GET -> "a document by its id, in a transaction of its own.";
            case ReadExperiment.SCAN -> "a page of an index with all its documents.";
            default -> "what the files take after 100,000 documents; fewer are better.";
        };
        return new Comparison(
                what + ": " + plain(ours) + " by " + plain(rival), measure, ours, rival, Aim.none(), meaning, "");
    }

    private static String plain(String side) {
        return side.replace(",", "");
    }
}
