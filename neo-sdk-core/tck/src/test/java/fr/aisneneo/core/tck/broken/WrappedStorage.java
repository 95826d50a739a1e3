package fr.aisneneo.core.tck.broken;

import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.ContentionKey;
import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.storage.spi.StorageInfo;
import fr.aisneneo.core.storage.spi.StorageTransaction;
import java.util.SortedSet;
import java.util.function.UnaryOperator;

/** A sound engine with something between it and its callers. */
class WrappedStorage implements Storage {
    final Storage sound;
    private final UnaryOperator<StorageTransaction> wrap;

    WrappedStorage(Storage sound, UnaryOperator<StorageTransaction> wrap) {
        this.sound = sound;
        this.wrap = wrap;
    }

    @Override
    public StorageInfo info() {
        return sound.info();
    }

    @Override
    public void declare(CollectionSchema schema) {
        sound.declare(schema);
    }

    @Override
    public StorageTransaction beginRead() {
        return wrap.apply(sound.beginRead());
    }

    @Override
    public StorageTransaction beginWrite(SortedSet<ContentionKey> contention) {
        return wrap.apply(sound.beginWrite(contention));
    }

    @Override
    public void close() {
        sound.close();
    }
}
