package fr.aisneneo.core.storage.kv;

/** Walks the entries of a range: {@code while (cursor.next()) use(cursor.key(), cursor.value());}. One thread. */
public interface KeyValueCursor extends AutoCloseable {

    /**
     * Goes to the next entry.
     *
     * @return false at the end
     */
    boolean next();

    /**
     * The key here.
     *
     * @return the key, not to be changed
     */
    byte[] key();

    /**
     * The value here.
     *
     * @return the value, not to be changed
     */
    byte[] value();

    @Override
    void close();
}
