package fr.aisneneo.core.storage;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.storage.spi.IndexKey;
import fr.aisneneo.core.storage.spi.IndexSchema;
import fr.aisneneo.core.storage.spi.IndexSchema.IndexPart;
import fr.aisneneo.core.storage.spi.StorageLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a document's ids and index tuples are, checked against the bounds of every engine.
 *
 * <p>Thread-safe.
 */
public final class IndexKeys {
    private IndexKeys() {}

    /**
     * A document's place in an index.
     *
     * @param index the index
     * @param document the document
     * @param <T> the type of the collection
     * @return the tuple, or empty if a partial index leaves it out
     * @throws InvalidInputException if a value is missing, too long or cannot be stored
     */
    public static <T> Optional<IndexKey> of(Index<T> index, T document) {
        return index.keyOf(document);
    }

    /**
     * Checks a tuple that came from outside: whether a document could have it in an index.
     *
     * @param index the index
     * @param values one for each part, of the type of that part
     * @return the tuple, its instants in whole microseconds
     * @throws InvalidInputException if a value is too long, too far, or cannot be stored
     */
    public static IndexKey check(IndexSchema index, List<Object> values) {
        List<Object> checked = new ArrayList<>(values.size());
        for (IndexPart part : index.parts()) {
            checked.add(PartValues.checked(part, values.get(checked.size())));
        }
        PartValues.checkLength(index, checked);
        return new IndexKey(checked);
    }

    /**
     * Checks an id that is to be written.
     *
     * @param id the id
     * @return the same id
     * @throws InvalidInputException if it is empty, longer than {@link StorageLimits#ID_BYTES} or cannot be stored
     */
    public static String checkId(String id) {
        return checkId(id, "id");
    }

    /**
     * Checks an id that is to be written and that came in as a field of another name.
     *
     * @param id the id
     * @param field what a refusal calls it
     * @return the same id
     * @throws InvalidInputException if it is empty, longer than {@link StorageLimits#ID_BYTES} or cannot be stored
     */
    public static String checkId(String id, String field) {
        if (id.isEmpty()) {
            throw new InvalidInputException(CoreError.INPUT_REQUIRED, field);
        }
        StorableText.check(id, field, StorageLimits.ID_BYTES);
        return id;
    }

    /**
     * Whether a document could have this id.
     *
     * @param id any text
     * @return false if {@link #checkId} would refuse it
     */
    public static boolean isId(String id) {
        try {
            checkId(id);
            return true;
        } catch (InvalidInputException e) {
            return false;
        }
    }
}
