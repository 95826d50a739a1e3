package fr.aisneneo.core.tck;

import static fr.aisneneo.core.tck.Samples.LISTS;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.ErrorCode;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.storage.spi.DocumentWrite;
import fr.aisneneo.core.storage.spi.IndexEntry;
import fr.aisneneo.core.storage.spi.IndexKey;
import fr.aisneneo.core.storage.spi.ScanHit;
import fr.aisneneo.core.storage.spi.StoredDocument;
import fr.aisneneo.core.tck.history.Operation;
import fr.aisneneo.core.tck.history.Outcome;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Runs random transactions on some lists, each a document of its values, and says in a {@link TransactionLog} what it
 * did and saw. Some declare what they contend on and some do not; some lists are read by id and some by a scan; some
 * transactions are rolled back in the end. Belongs to one thread.
 */
final class AppendingCaller {
    /** What may refuse a transaction of a sound engine. */
    static final Predicate<ErrorCode> SOUND = code -> code == CoreError.STORAGE_CONFLICT;

    private static final int OPERATIONS = 4;

    private final Space space;
    private final AtomicLong values;
    private final SplittableRandom random;
    private final TransactionLog log;
    private final Predicate<ErrorCode> expected;

    /** The lists of a group stand together in an index. */
    record Group(String name, int lists) {
        String list(int number) {
            return name + "-" + number;
        }
    }

    /**
     * A caller.
     *
     * @param values where new values come from, which all callers share
     * @param expected what a transaction may be refused with; anything else gets out
     */
    AppendingCaller(
            Space space,
            AtomicLong values,
            SplittableRandom random,
            TransactionLog log,
            Predicate<ErrorCode> expected) {
        this.space = space;
        this.values = values;
        this.random = random;
        this.log = log;
        this.expected = expected;
    }

    /** One transaction. */
    Outcome next(Group group) {
        boolean reads = random.nextInt(4) == 0;
        List<Integer> lists = new ArrayList<>();
        for (int each = random.nextInt(OPERATIONS); each >= 0; each--) {
            lists.add(random.nextInt(group.lists()));
        }
        return run(reads, reads || random.nextBoolean() ? List.of() : names(group, lists), (tx, done) -> {
            for (int list : lists) {
                operation(tx, group, group.list(list), reads, done);
                if (random.nextInt(8) == 0) {
                    // For nothing to wait for, but that others come in between.
                    LockSupport.parkNanos(1_000);
                }
            }
            return reads || random.nextInt(20) > 0;
        });
    }

    private static List<String> names(Group group, List<Integer> lists) {
        return new TreeSet<>(lists).stream().map(group::list).toList();
    }

    /** Reads all lists of a group at once. */
    Outcome audit(Group group) {
        return run(true, List.of(), (tx, done) -> {
            scan(tx, group, done);
            return true;
        });
    }

    private interface Work {
        /** Does it, and tells whether to commit. */
        boolean on(TenantTransaction tx, List<Operation> done);
    }

    private Outcome run(boolean reads, List<String> contention, Work work) {
        List<Operation> done = new ArrayList<>();
        log.began();
        Outcome outcome = Outcome.ABORTED;
        boolean told = false;
        boolean ending = false;
        try (TenantTransaction tx = reads ? space.beginRead() : space.beginWrite(contention.toArray(new String[0]))) {
            if (!reads && random.nextBoolean()) {
                // A transaction that loses is written down as such, and another one takes its place.
                tx.engine().allowLateConflicts();
            }
            boolean commit = work.on(tx, done);
            told = true;
            log.did(done);
            if (commit) {
                ending = true;
                tx.commit();
                outcome = Outcome.COMMITTED;
            } else {
                tx.rollback();
            }
        } catch (StorageException e) {
            boolean unknown = ending && !reads && e.errorCode() == CoreError.STORAGE_OUTCOME_UNKNOWN;
            outcome = unknown ? Outcome.UNKNOWN : Outcome.ABORTED;
            if (!expected.test(e.errorCode())) {
                throw e;
            }
        } finally {
            if (!told) {
                log.did(done);
            }
            log.ended(outcome);
        }
        return outcome;
    }

    private void operation(TenantTransaction tx, Group group, String list, boolean reads, List<Operation> done) {
        if (!reads && random.nextInt(5) < 3) {
            append(tx, group, list, done);
        } else if (random.nextInt(4) == 0) {
            scan(tx, group, done);
        } else {
            done.add(new Operation.Read(list, values(tx.find(LISTS, list))));
        }
    }

    private void append(TenantTransaction tx, Group group, String list, List<Operation> done) {
        long value = values.incrementAndGet();
        StoredDocument before = tx.find(LISTS, list);
        byte[] old = before == null ? new byte[0] : before.body();
        byte[] body = ByteBuffer.allocate(old.length + Long.BYTES)
                .put(old)
                .putLong(value)
                .array();
        DocumentWrite write = new DocumentWrite(
                list, 1, body, List.of(new IndexEntry(LISTS.indexes().get(0), IndexKey.of(group.name()))));
        // Noted first: a write that fails may have been done all the same by an engine that is broken.
        done.add(new Operation.Append(list, value));
        if (before == null) {
            tx.insert(LISTS, write);
        } else {
            tx.update(LISTS, write, before.version());
        }
    }

    private static void scan(TenantTransaction tx, Group group, List<Operation> done) {
        Map<String, List<Long>> found = new HashMap<>();
        for (ScanHit hit : tx.pages(Scan.ofKeys(LISTS).within(group.name()))) {
            found.put(hit.document().id(), values(hit.document()));
        }
        for (int list = 0; list < group.lists(); list++) {
            done.add(new Operation.Read(group.list(list), found.getOrDefault(group.list(list), List.of())));
        }
    }

    /** The values of a list; none if it is not there. */
    static List<Long> values(@Nullable StoredDocument document) {
        List<Long> values = new ArrayList<>();
        if (document != null) {
            ByteBuffer body = ByteBuffer.wrap(document.body());
            while (body.remaining() >= Long.BYTES) {
                values.add(body.getLong());
            }
        }
        return values;
    }
}
