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
 * or writes very much counts as having read or written all. Belongs to one transaction; not changed once it commits.
 */
final class Footprint {
    private static final int MOST = 2_048;
    /** In the place of a first value: any. */
    private static final Object ANY = "any value";

    private final Set<Long> documentsRead = new HashSet<>();
    private final Set<Long> rangesRead = new HashSet<>();
    private final Set<Long> documentsWritten = new HashSet<>();
    private final Set<Long> rangesWritten = new HashSet<>();
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

    /** A document that stands in these ranges from now on; those it leaves are read by whoever reads it there. */
    void wrote(Knowledge.Key document, DocumentWrite write) {
        deleted(document);
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

    void deleted(Knowledge.Key document) {
        wroteAll |= documentsWritten.size() >= MOST;
        if (!wroteAll) {
            documentsWritten.add(hash(document));
        }
    }

    /**
     * Whether one read what the other wrote. Not if both wrote the same document: at most one of them is committed
     * then, the other one finds it locked or changed.
     */
    boolean meets(Footprint other) {
        if (!wroteAll && !other.wroteAll && overlap(documentsWritten, other.documentsWritten)) {
            return false;
        }
        return hasReadOf(other) || other.hasReadOf(this);
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

    private static boolean overlap(Set<Long> one, Set<Long> other) {
        Set<Long> smaller = one.size() <= other.size() ? one : other;
        Set<Long> larger = smaller == one ? other : one;
        for (Long hash : smaller) {
            if (larger.contains(hash)) {
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
