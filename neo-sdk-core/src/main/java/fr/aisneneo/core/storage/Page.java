package fr.aisneneo.core.storage;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Some documents in the order of a scan.
 *
 * @param documents the documents, as many as the limit or fewer
 * @param next where to go on; empty at the end of the range
 * @param <T> the type of the collection
 */
public record Page<T>(List<Document<T>> documents, Optional<Cursor> next) {

    /** Copies the documents. */
    public Page {
        documents = List.copyOf(documents);
    }

    /**
     * The values alone.
     *
     * @return the values in order
     */
    public List<T> values() {
        return documents.stream().map(Document::value).toList();
    }

    /**
     * The same page of something else.
     *
     * @param change makes the one from the other
     * @param <R> the other type
     * @return the page
     */
    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(
                documents.stream()
                        .map(document -> new Document<R>(change.apply(document.value()), document.version()))
                        .toList(),
                next);
    }
}
