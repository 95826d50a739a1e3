package fr.aisneneo.core.storage.spi;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;

/**
 * A storage engine that is open: collections of documents with ordered indexes, in strictly serializable transactions.
 *
 * <p><b>Isolation.</b> Every history of committed transactions is equivalent to one where they ran one after the other,
 * in an order that respects real time (strict serializability). A transaction sees one snapshot and its own writes.
 *
 * <p><b>Durability.</b> When {@link StorageTransaction#commit()} has returned, a {@code kill -9} or a power cut loses
 * nothing of it (unless {@link StorageInfo#durable()} is false). No transaction, reading or writing, ends normally
 * having seen what could still vanish.
 *
 * <p><b>Threads.</b> Engines are thread-safe; a transaction belongs to the thread that began it. All methods may block.
 * An interruption is answered, where anything waits, with {@link CoreError#STORAGE_INTERRUPTED} and nothing written;
 * the thread's interrupt flag stays set, and nobody else notices.
 *
 * <p><b>Failure.</b> Methods throw {@link StorageException}; a transaction that loses against another one throws it
 * with {@link CoreError#STORAGE_CONFLICT}, and is run again by the SDK. After a failed write to its medium an engine
 * refuses every further write ({@link CoreError#STORAGE_FAILED}) until it is opened anew.
 */
public interface Storage extends AutoCloseable {

    /**
     * What this engine is.
     *
     * @return its description
     */
    StorageInfo info();

    /**
     * Makes a collection ready: creates tables or columns where the engine needs them. Called for every collection when
     * a domain first uses it, again after each start, and with new indexes after an upgrade; existing documents are
     * rewritten by the SDK afterwards, in ordinary transactions, and stand in the new indexes from then on. Until then
     * they stay readable by id and in the old indexes. May be called at any time and by several threads at once.
     *
     * @param schema the collection
     */
    void declare(CollectionSchema schema);

    /**
     * Begins a read-only transaction on one durable state, which holds every commit that has returned; an engine may
     * choose it with the first read only. Readers do not wait for writing transactions that are open, nor writers for
     * readers.
     *
     * @return the transaction
     */
    StorageTransaction beginRead();

    /**
     * Begins a read-only transaction for reading a whole store, which may take hours. As {@link #beginRead()}, but an
     * engine whose readers may lose against writers waits, here or with the first read, until this one cannot.
     *
     * @return the transaction
     * @throws StorageException {@code storage.busy} after a bounded wait, as the first read may then
     */
    default StorageTransaction beginLongRead() {
        return beginRead();
    }

    /**
     * Begins a writing transaction. Writers that share a contention key run one after the other: the engine waits here,
     * taking the keys in the order given, before it takes its snapshot. It may serialise more than that. What has to be
     * asked of a server may be waited for with the first call of the transaction, which then fails as this one does.
     *
     * @param contention what the transaction declared, sorted; may be empty
     * @return the transaction
     * @throws StorageException {@code storage.busy} after a bounded wait, {@code storage.interrupted} if the thread is
     *     interrupted
     */
    StorageTransaction beginWrite(SortedSet<ContentionKey> contention);

    /**
     * Writes a consistent copy of the whole store, while it is in use, to a directory that does not exist yet.
     *
     * @param directory where to
     * @throws StorageException {@code storage.unsupported} where the engine has its own means of backup
     */
    default void checkpoint(Path directory) {
        throw new StorageException(
                CoreError.STORAGE_UNSUPPORTED, Map.of("operation", "checkpoint", "engine", info().engine()));
    }

    /**
     * Waits for running transactions (a bounded time), then releases everything. Later calls, and calls of transactions
     * cut off, throw {@code storage.closed}. Closing twice does nothing.
     */
    @Override
    void close();
}
