package fr.aisneneo.core.tck;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.IndexEntry;
import fr.aisneneo.core.storage.spi.IndexKey;
import fr.aisneneo.core.storage.spi.IndexSchema;
import fr.aisneneo.core.storage.spi.ScanPosition;
import fr.aisneneo.core.tck.Step.Content;
import fr.aisneneo.core.tck.Step.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a store should hold: a map, searched from end to end. */
final class Model {
    private static final Comparator<Found> ORDER = Comparator.<Found, IndexKey>comparing(
                    found -> found.position().key(), KeyOrder.TUPLES)
            .thenComparing(found -> found.position().id(), KeyOrder.TEXTS);

    private final Map<Target, Document> documents;

    /** A document, and whether the running transaction wrote it. */
    record Document(Content content, long version, boolean own) {}

    /** A document that a scan should find. */
    record Found(ScanPosition position, Document document) {}

    Model() {
        this(Map.of());
    }

    private Model(Map<Target, Document> documents) {
        this.documents = new HashMap<>(documents);
    }

    Model copy() {
        return new Model(documents);
    }

    /** As it is after a commit: nothing is the transaction's own any more. */
    Model committed() {
        Model committed = copy();
        committed.documents.replaceAll(
                (target, document) -> new Document(document.content(), document.version(), false));
        return committed;
    }

    Map<Target, Document> all() {
        return documents;
    }

    @Nullable Document get(Target target) {
        return documents.get(target);
    }

    void put(Target target, Content content, long version) {
        documents.put(target, new Document(content, version, true));
    }

    void remove(Target target) {
        documents.remove(target);
    }

    /** Every reason there is to refuse an insert. */
    Set<CoreError> refusalsOfInsert(Target target, Content content) {
        Set<CoreError> refusals = taken(target, content);
        if (documents.containsKey(target)) {
            refusals.add(CoreError.DOCUMENT_EXISTS);
        }
        return refusals;
    }

    /** Every reason there is to refuse an update. */
    Set<CoreError> refusalsOfUpdate(Target target, Content content, long expectedVersion) {
        Set<CoreError> refusals = taken(target, content);
        refusals.addAll(refusalsOfDelete(target, expectedVersion));
        return refusals;
    }

    /** Every reason there is to refuse a deletion. */
    Set<CoreError> refusalsOfDelete(Target target, long expectedVersion) {
        Document document = documents.get(target);
        if (document == null) {
            return EnumSet.of(CoreError.DOCUMENT_MISSING);
        }
        return document.version() == expectedVersion
                ? EnumSet.noneOf(CoreError.class)
                : EnumSet.of(CoreError.DOCUMENT_CHANGED);
    }

    private Set<CoreError> taken(Target target, Content content) {
        Set<CoreError> refusals = EnumSet.noneOf(CoreError.class);
        documents.forEach((other, document) -> {
            if (other.collection().equals(target.collection())
                    && other.tenant() == target.tenant()
                    && !other.id().equals(target.id())) {
                for (IndexEntry entry : content.entries()) {
                    if (entry.index().unique() && document.content().entries().contains(entry)) {
                        refusals.add(CoreError.UNIQUE_TAKEN);
                    }
                }
            }
        });
        return refusals;
    }

    List<Found> scan(int tenant, Scan scan) {
        List<Found> found = new ArrayList<>();
        documents.forEach((target, document) -> {
            if (target.collection().equals(scan.collection()) && target.tenant() == tenant) {
                IndexKey place = place(document, scan.index());
                if (place != null) {
                    Found candidate = new Found(new ScanPosition(place, target.id()), document);
                    if (within(candidate, scan) && behind(candidate, scan)) {
                        found.add(candidate);
                    }
                }
            }
        });
        found.sort(scan.descending() ? ORDER.reversed() : ORDER);
        return found.subList(0, Math.min(scan.limit(), found.size()));
    }

    private static @Nullable IndexKey place(Document document, @Nullable IndexSchema index) {
        if (index == null) {
            return IndexKey.EMPTY;
        }
        for (IndexEntry entry : document.content().entries()) {
            if (entry.index().equals(index)) {
                return entry.key();
            }
        }
        return null;
    }

    private static boolean within(Found candidate, Scan scan) {
        ScanPosition position = candidate.position();
        IndexKey key = scan.index() == null ? IndexKey.of(position.id()) : position.key();
        boolean above = KeyOrder.startsWith(key, scan.lower())
                ? scan.lowerInclusive()
                : KeyOrder.TUPLES.compare(key, scan.lower()) > 0;
        boolean below = KeyOrder.startsWith(key, scan.upper())
                ? scan.upperInclusive()
                : KeyOrder.TUPLES.compare(key, scan.upper()) < 0;
        return above && below;
    }

    private static boolean behind(Found candidate, Scan scan) {
        ScanPosition after = scan.after();
        if (after == null) {
            return true;
        }
        int order = ORDER.compare(candidate, new Found(after, candidate.document()));
        return scan.descending() ? order < 0 : order > 0;
    }

    /** Every order of the collections that histories use. */
    static List<Scan> orders(List<CollectionSchema> collections) {
        List<Scan> orders = new ArrayList<>();
        for (CollectionSchema collection : collections) {
            orders.add(Scan.ofIds(collection));
            collection.indexes().forEach(index -> orders.add(Scan.of(collection, index)));
        }
        return orders;
    }
}
