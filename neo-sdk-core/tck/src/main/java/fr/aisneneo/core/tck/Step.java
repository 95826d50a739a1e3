package fr.aisneneo.core.tck;

import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.DocumentWrite;
import fr.aisneneo.core.storage.spi.IndexEntry;
import java.util.List;

/** One step of a random history. A step that needs a transaction begins one where none is open. */
sealed interface Step {

    /** Whether a write expects the version that is there, or another one. */
    enum Version {
        PRESENT,
        STALE
    }

    /** Which document: of one of two collections and of one of two tenants. */
    record Target(CollectionSchema collection, int tenant, String id) {
        @Override
        public String toString() {
            return collection.name() + "/" + tenant + "/" + id;
        }
    }

    /** What is written. */
    record Content(List<IndexEntry> entries, long number) {
        DocumentWrite write(String id) {
            return new DocumentWrite(id, 1, Bodies.numbered(number), entries);
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder().append(number);
            entries.forEach(entry -> text.append(' ')
                    .append(entry.index().name())
                    .append(entry.key().values()));
            return text.toString();
        }
    }

    /** Inserts a document. */
    record Insert(Target target, Content content) implements Step {}

    /** Updates a document. */
    record Update(Target target, Content content, Version version) implements Step {}

    /** Deletes a document. */
    record Delete(Target target, Version version) implements Step {}

    /** Reads a document. */
    record Get(Target target) implements Step {}

    /** Reads a range. */
    record Look(int tenant, Scan scan) implements Step {
        @Override
        public String toString() {
            String order = scan.index() == null ? "ids" : scan.index().name();
            return "Look[" + scan.collection().name() + "/" + tenant + " by " + order
                    + (scan.lowerInclusive() ? " from " : " behind ")
                    + scan.lower().values()
                    + (scan.upperInclusive() ? " to " : " before ")
                    + scan.upper().values()
                    + (scan.descending() ? " backwards" : "")
                    + (scan.after() == null ? "" : " after " + scan.after())
                    + " limit " + scan.limit() + "]";
        }
    }

    /** Sets a savepoint. */
    record Mark() implements Step {}

    /** Rolls back to one of the savepoints, counted from the newest. */
    record BackTo(int depth) implements Step {}

    /** Ends the transaction. */
    record End(boolean commit) implements Step {}
}
