package fr.aisneneo.example.benchmarks.inside;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.Documents;
import fr.aisneneo.core.storage.Transaction;
import fr.aisneneo.example.benchmarks.document.Notice;
import fr.aisneneo.example.benchmarks.document.Notices;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Transactions of one caller in memory: what the SDK does besides the disk. */
@State(Scope.Benchmark)
public class MemoryBenchmark {
    private final Neo neo = Neo.open("memory:");
    private final Notice notice = new Notices().next();

    /** For JMH. */
    public MemoryBenchmark() {}

    /** Puts one document in. */
    @Setup
    public void fill() {
        neo.store().declare(Notice.COLLECTION);
        neo.store().write(Contention.none(), tx -> documents(tx).insert(notice));
    }

    private static Documents<Notice> documents(Transaction tx) {
        return tx.documents(Notice.COLLECTION, Notice.TENANT);
    }

    /** Closes the store. */
    @TearDown
    public void close() {
        neo.close();
    }

    /**
     * Reads a document.
     *
     * @return the document
     */
    @Benchmark
    public Notice get() {
        return neo.store().read(tx -> documents(tx).require(notice.id()).value());
    }

    /**
     * Reads a document and writes it again with its two index entries, which stay the same.
     *
     * @return the document
     */
    @Benchmark
    public Document<Notice> update() {
        return neo.store().write(Contention.none(), tx -> {
            Document<Notice> old = documents(tx).require(notice.id());
            return documents(tx).update(notice, old.version());
        });
    }
}
