package fr.aisneneo.core.postgresql;

import fr.aisneneo.core.storage.spi.DocumentWrite;
import fr.aisneneo.core.storage.spi.IndexEntry;
import fr.aisneneo.core.storage.spi.IndexKey;
import fr.aisneneo.core.storage.spi.ScanRequest;
import fr.aisneneo.core.tenant.TenantId;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * What a writer read and wrote, as far as {@link CommitOrder} must know it: documents, and of index ranges the first
 * value, as hashes. Two places that share a hash are taken for one, which costs a wait and nothing else. Whoever reads
 * or writes very much counts as having read or written all; what was taken back counts as written. Belongs to one
 * transaction; not changed once it commits.
 */
final class Footprint {
    private static final int MOST = 2_048;
    /** Of the ranges that those documents stand in. */
    private static final int MOST_RANGES = 8 * MOST;
    /** In the place of a first value: any. */
    private static final Object ANY = "any value";

    private final Set<Long> documentsRead = new HashSet<>();
    private final Set<Long> rangesRead = new HashSet<>();
    private final Set<Long> documentsWritten = new HashSet<>();
    private final Set<Long> rangesWritten = new HashSet<>();
    /** Documents that nobody else can commit a write of as well; told apart by more than a hash. */
    private final Set<Knowledge.Key> claimed = new HashSet<>();
    /** Those of them that were not there before. */
    private final Set<Knowledge.Key> added = new HashSet<>();

    private boolean readAll;
    private boolean wroteAll;

    void read(Knowledge.Key document) {
        readAll |= documentsRead.size() >= MOST;
        if (!readAll) {
            documentsRead.add(hash(document));
        }
    }

    /** A range, whose hits are {@linkplain #read read} besides. */
    void scanned(ScanRequest request) {
        String index = request.index() == null ? "" : request.index().name();
        Object first = first(request.lower());
        boolean one = first.equals(first(request.upper()));
        readRange(request.collection().name(), request.tenant(), index, one ? first : ANY);
    }

    /** Whether somebody has a tuple. */
    void asked(String collection, TenantId tenant, IndexEntry entry) {
        readRange(collection, tenant, entry.index().name(), first(entry.key()));
    }

    private void readRange(String collection, TenantId tenant, String index, Object first) {
        readAll |= rangesRead.size() >= MOST;
        if (!readAll) {
            rangesRead.add(hash(collection, tenant, index, first));
        }
    }

    void readAll() {
        readAll = true;
    }

    void inserted(Knowledge.Key document, DocumentWrite write) {
        if (claim(document)) {
            added.add(document);
        }
        wrote(document, write);
    }

    void updated(Knowledge.Key document, DocumentWrite write) {
        boolean ignored = claim(document);
        wrote(document, write);
    }

    void deleted(Knowledge.Key document) {
        if (added.remove(document)) {
            // As if it had never been: somebody else can insert it after this commit.
            claimed.remove(document);
        } else {
            boolean ignored = claim(document);
        }
        wrote(document);
    }

    /** What was written since some mark is taken back, and others may write it: nothing is known to be claimed. */
    void tookBack() {
        claimed.clear();
        added.clear();
    }

    private boolean claim(Knowledge.Key document) {
        return claimed.size() < MOST && claimed.add(document);
    }

    /** A document that stands in these ranges from now on; those it leaves are read by whoever reads it there. */
    private void wrote(Knowledge.Key document, DocumentWrite write) {
        wrote(document);
        wroteAll |= rangesWritten.size() >= MOST_RANGES;
        if (!wroteAll) {
            rangesWritten.add(hash(document.collection(), document.tenant(), "", ANY));
            rangesWritten.add(hash(document.collection(), document.tenant(), "", write.id()));
            for (IndexEntry entry : write.entries()) {
                String index = entry.index().name();
                rangesWritten.add(hash(document.collection(), document.tenant(), index, ANY));
                rangesWritten.add(hash(document.collection(), document.tenant(), index, first(entry.key())));
            }
        }
    }

    private void wrote(Knowledge.Key document) {
        wroteAll |= documentsWritten.size() >= MOST;
        if (!wroteAll) {
            documentsWritten.add(hash(document));
        }
    }

    /**
     * Whether one read what the other wrote. Not if both changed the same document, or both added it: at most one of
     * them is committed then, the other one finds it locked or changed.
     */
    boolean meets(Footprint other) {
        return !overlap(claimed, other.claimed) && (hasReadOf(other) || other.hasReadOf(this));
    }

    private boolean hasReadOf(Footprint writer) {
        if (writer.wroteAll) {
            return readAll || !documentsRead.isEmpty() || !rangesRead.isEmpty();
        }
        if (readAll) {
            return !writer.documentsWritten.isEmpty();
        }
        return overlap(documentsRead, writer.documentsWritten) || overlap(rangesRead, writer.rangesWritten);
    }

    private static <E> boolean overlap(Set<E> one, Set<E> other) {
        Set<E> smaller = one.size() <= other.size() ? one : other;
        Set<E> larger = smaller == one ? other : one;
        for (E element : smaller) {
            if (larger.contains(element)) {
                return true;
            }
        }
        return false;
    }

    private static Object first(IndexKey key) {
        return key.values().isEmpty() ? ANY : key.values().get(0);
    }

    private static long hash(Knowledge.Key document) {
        return both(Objects.hash(document.collection(), document.tenant()), document.id());
    }

    private static long hash(String collection, TenantId tenant, String index, Object first) {
        return both(Objects.hash(collection, tenant, index), first);
    }

    private static long both(int where, Object what) {
        return ((long) where << Integer.SIZE) | (what.hashCode() & 0xffff_ffffL);
    }
}
