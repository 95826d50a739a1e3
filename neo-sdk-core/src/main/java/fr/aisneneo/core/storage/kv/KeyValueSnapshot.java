package fr.aisneneo.core.storage.kv;

/**
 * A state of the map that is held until closed. Closing twice does nothing.
 *
 * <p>Used by one thread at a time; it may be closed by another one, once no thread is inside a call.
 */
public interface KeyValueSnapshot extends KeyValues, AutoCloseable {

    @Override
    void close();
}
