package fr.aisneneo.core.storage;

import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.NotFoundException;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The documents of one collection and tenant within a transaction. Used by the thread of that transaction.
 *
 * @param <T> the type of the collection
 */
public interface Documents<T> {

    /**
     * The document with an id.
     *
     * @param id any text; one that can be no id finds nothing
     * @return the document, if there is one
     */
    Optional<Document<T>> get(String id);

    /**
     * Says that these documents are going to be asked for, so that an engine behind a network fetches them in one round
     * trip. Changes no answer. For small documents: hundreds may come at once.
     *
     * @param ids any texts
     */
    default void prefetch(Collection<String> ids) {}

    /**
     * The document with an id that ought to exist.
     *
     * @param id any text
     * @return the document
     * @throws NotFoundException {@code not_found} naming the collection as the kind
     */
    Document<T> require(String id);

    /**
     * Adds a document under its id.
     *
     * @param value the document
     * @return it, with its version
     * @throws ConflictException {@code storage.document.exists} or {@code storage.unique.taken}; the transaction goes
     *     on unchanged
     */
    Document<T> insert(T value);

    /**
     * Replaces a document.
     *
     * @param value the new value, with the id of the old one
     * @param expectedVersion the version that was read
     * @return it, with its new version
     * @throws ConflictException {@code storage.document.missing}, {@code storage.document.changed} or
     *     {@code storage.unique.taken}
     */
    Document<T> update(T value, long expectedVersion);

    /**
     * Removes a document.
     *
     * @param id its id
     * @param expectedVersion the version that was read
     * @throws ConflictException {@code storage.document.missing} or {@code storage.document.changed}
     */
    void delete(String id, long expectedVersion);

    /**
     * One page of a range.
     *
     * @param scan the range
     * @return the page
     * @throws fr.aisneneo.core.error.InvalidInputException {@code storage.cursor.invalid} for a cursor of another scan
     */
    Page<T> scan(Scan<T> scan);

    /**
     * Every document of a range, page by page, at most one page in memory.
     *
     * @param scan the range; its limit is the size of the pages
     * @param each what to do with each document; it may write, also to this collection
     */
    void forEach(Scan<T> scan, Consumer<Document<T>> each);
}
