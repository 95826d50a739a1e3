package fr.aisneneo.core.storage.kv;

/** A state of the map that is held until closed. Closing twice does nothing. */
public interface KeyValueSnapshot extends KeyValues, AutoCloseable {

    @Override
    void close();
}
