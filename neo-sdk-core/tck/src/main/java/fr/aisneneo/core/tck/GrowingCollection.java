package fr.aisneneo.core.tck;

import static fr.aisneneo.core.storage.spi.PartType.BOOLEAN;
import static fr.aisneneo.core.storage.spi.PartType.INSTANT;
import static fr.aisneneo.core.storage.spi.PartType.LONG;
import static fr.aisneneo.core.storage.spi.PartType.STRING;

import fr.aisneneo.core.storage.spi.BodyFormat;
import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.DocumentWrite;
import fr.aisneneo.core.storage.spi.IndexEntry;
import fr.aisneneo.core.storage.spi.IndexKey;
import fr.aisneneo.core.storage.spi.IndexSchema;
import java.time.Instant;
import java.util.List;

/** A collection before and after an upgrade that adds indexes. */
final class GrowingCollection {
    /** An index from the start. */
    static final IndexSchema OLD = Samples.index("by_name", false, false, STRING);
    /** An index that came later. */
    static final IndexSchema ADDED = Samples.index("by_code", true, false, STRING, LONG);
    /** An index that came later, in which not every document is. */
    static final IndexSchema ADDED_PARTIAL = Samples.index("by_end", false, true, INSTANT, BOOLEAN);
    /** As first declared. */
    static final CollectionSchema FIRST = new CollectionSchema("tck_grows", BodyFormat.JSON, List.of(OLD));
    /** As declared after an upgrade. */
    static final CollectionSchema SECOND =
            new CollectionSchema("tck_grows", BodyFormat.JSON, List.of(OLD, ADDED, ADDED_PARTIAL));

    private GrowingCollection() {}

    /** A document as it was written before the upgrade. */
    static DocumentWrite first(String id) {
        return new DocumentWrite(id, 1, Bodies.numbered(1), List.of(new IndexEntry(OLD, IndexKey.of("name of " + id))));
    }

    /** A document as it is written after the upgrade. */
    static DocumentWrite second(String id, long code) {
        return new DocumentWrite(
                id,
                2,
                Bodies.numbered(2),
                List.of(
                        new IndexEntry(OLD, IndexKey.of("name of " + id)),
                        new IndexEntry(ADDED, IndexKey.of("c", code)),
                        new IndexEntry(ADDED_PARTIAL, IndexKey.of(Instant.ofEpochSecond(-code), true))));
    }
}
