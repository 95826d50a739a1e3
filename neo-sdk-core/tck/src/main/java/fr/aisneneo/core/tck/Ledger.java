package fr.aisneneo.core.tck;

import static fr.aisneneo.core.tck.Samples.PACKED;
import static fr.aisneneo.core.tck.Samples.PEOPLE;
import static fr.aisneneo.core.tck.Samples.PLAIN;

import fr.aisneneo.core.storage.spi.DocumentWrite;
import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Several threads that keep books in one store, such that half a transaction cannot hide: each one counts its own and
 * all transactions, adds three people under a unique badge and removes older ones, replaces a blob, and deletes and
 * inserts a document. What was acknowledged is reported, and {@link LedgerAudit} compares.
 */
final class Ledger {
    /** How many threads write. */
    static final int THREADS = 3;
    /** How many people a transaction adds. */
    static final int PEOPLE_EACH = 3;
    /** For how many transactions they stay. */
    static final int KEPT = 10;
    /** The counter of all transactions. */
    static final String ALL = "all";

    static final TenantId TENANT = new TenantId("ledger");

    private final Space space;
    private final Consumer<String> reports;

    Ledger(Storage storage, Consumer<String> reports) {
        this.space = new Space(storage, TENANT);
        this.reports = reports;
    }

    static String counter(int thread) {
        return "counter-" + thread;
    }

    static String churn(int thread) {
        return "churn-" + thread;
    }

    static String blob(int thread) {
        return "blob-" + thread;
    }

    static String person(int thread, long number, int each) {
        return "person-" + thread + "-" + number + "-" + each;
    }

    static String badge(int thread) {
        return "thread-" + thread;
    }

    /** What the blob of a transaction holds. */
    static byte[] content(int thread, long number) {
        SplittableRandom random = new SplittableRandom(thread * 1_000_003L + number);
        byte[] content = new byte[1 + random.nextInt(8_000)];
        random.nextBytes(content);
        return content;
    }

    /** In another JVM, which ends with the first failure. */
    void writeUntilKilled() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number <= THREADS; number++) {
            int thread = number;
            threads.add(new Thread(() -> work(thread), "tck-ledger-" + thread));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void work(int thread) {
        try {
            while (true) {
                if (thread == THREADS) {
                    watch();
                } else {
                    write(thread);
                }
            }
        } catch (RuntimeException | Error e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(4);
        }
    }

    /** One transaction; reports {@code WROTE thread number version} when it is acknowledged. */
    void write(int thread) {
        String report = space.write(space.keys(ALL, counter(thread)), tx -> {
            long number = count(tx, counter(thread)) + 1;
            put(tx, counter(thread), number);
            put(tx, ALL, count(tx, ALL) + 1);
            for (int each = 0; each < PEOPLE_EACH; each++) {
                tx.insert(Person.of(person(thread, number, each))
                        .named(badge(thread))
                        .withBadge(badge(thread), number * PEOPLE_EACH + each)
                        .numbered(number));
                if (number > KEPT) {
                    tx.remove(PEOPLE, person(thread, number - KEPT, each));
                }
            }
            DocumentWrite blob = new DocumentWrite(blob(thread), 1, content(thread, number), List.of());
            if (number == 1) {
                tx.insert(PACKED, blob);
            } else {
                tx.replace(PACKED, blob);
                tx.remove(PLAIN, churn(thread));
            }
            long version = tx.insert(PLAIN, Bodies.plain(churn(thread), number));
            return thread + " " + number + " " + version;
        });
        reports.accept("WROTE " + report);
    }

    /** One reader; reports {@code SAW total} when it has ended regularly. */
    void watch() {
        long total = space.read(tx -> count(tx, ALL));
        reports.accept("SAW " + total);
    }

    static long count(TenantTransaction tx, String counter) {
        return tx.has(PLAIN, counter) ? tx.number(PLAIN, counter) : 0;
    }

    private static void put(TenantTransaction tx, String counter, long number) {
        if (tx.has(PLAIN, counter)) {
            tx.replace(PLAIN, Bodies.plain(counter, number));
        } else {
            tx.insert(PLAIN, Bodies.plain(counter, number));
        }
    }
}
