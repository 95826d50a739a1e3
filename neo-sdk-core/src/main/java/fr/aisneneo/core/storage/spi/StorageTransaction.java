package fr.aisneneo.core.storage.spi;

import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.tenant.TenantId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One transaction of an engine. Belongs to one thread, ends with exactly one {@link #commit()} or {@link #rollback()};
 * any call after that, or by another thread, throws {@code storage.transaction_ended}. A commit that throws has ended
 * the transaction too. In a read-only transaction the writing methods throw {@code storage.read_only}.
 *
 * <p>The SDK has checked ids, keys and bodies against {@link StorageLimits} before it calls.
 */
public interface StorageTransaction {

    /**
     * The document with an id.
     *
     * @param collection a declared collection
     * @param tenant whose document
     * @param id its id
     * @return the document, or null
     */
    @Nullable StoredDocument get(CollectionSchema collection, TenantId tenant, String id);

    /**
     * Says that these documents are going to be asked for, so that an engine to which each way is long can fetch them
     * at once. Means nothing else: {@link #get} answers the same with it and without. The others keep to the default,
     * and do nothing.
     *
     * @param collection a declared collection
     * @param tenant whose documents
     * @param ids their ids, any number, in any order
     */
    default void prefetch(CollectionSchema collection, TenantId tenant, Collection<String> ids) {}

    /**
     * Adds a document.
     *
     * @param collection a declared collection
     * @param tenant whose document
     * @param write id, body and index entries
     * @return the version given to it: positive, and never given before to a document of that id in another committed
     *     transaction, not even to one that was deleted
     * @throws ConflictException {@code storage.document.exists}, or {@code storage.unique.taken} for a unique index;
     *     the transaction stays usable and unchanged
     */
    long insert(CollectionSchema collection, TenantId tenant, DocumentWrite write);

    /**
     * Replaces a document and its index entries.
     *
     * @param collection a declared collection
     * @param tenant whose document
     * @param write id, new body and new index entries
     * @param expectedVersion the version that was read
     * @return the new version; the same one if this transaction already wrote the document
     * @throws ConflictException {@code storage.document.missing}, {@code storage.document.changed} if the version that
     *     this transaction sees is another, or {@code storage.unique.taken}; the transaction stays usable and
     *     unchanged. A change that it cannot see, since it was committed after its snapshot, is no such answer but a
     *     {@code storage.conflict}
     */
    long update(CollectionSchema collection, TenantId tenant, DocumentWrite write, long expectedVersion);

    /**
     * Removes a document and its index entries.
     *
     * @param collection a declared collection
     * @param tenant whose document
     * @param id its id
     * @param expectedVersion the version that was read
     * @throws ConflictException {@code storage.document.missing} or {@code storage.document.changed}; the transaction
     *     stays usable
     */
    void delete(CollectionSchema collection, TenantId tenant, String id, long expectedVersion);

    /**
     * The next documents of a range, in its order.
     *
     * @param request the range; its limit bounds the answer
     * @return at most {@code limit} hits; fewer mean that the range is at its end
     */
    List<ScanHit> scan(ScanRequest request);

    /**
     * The tenants that have documents in a collection, with the transaction's own writes: for upgrades, export and
     * import, never for an actor.
     *
     * @param collection a declared collection
     * @return the tenants in the order of their ids
     */
    List<TenantId> tenants(CollectionSchema collection);

    /**
     * Tells which of two transactions may have seen the other, on engines whose writers run side by side: positive,
     * below 2<sup>46</sup>, the same throughout the transaction, never that of another one, and greater than that of
     * every transaction whose writes this one can see. It is taken with or after the snapshot, and only in a
     * transaction that may write.
     *
     * <p>An engine whose writers run one at a time keeps to the default, 0. On the others what all writers would have
     * to count in turn, such as the positions of events, is then given afterwards, in this order.
     *
     * @return the number, or 0 if this engine's writers need none
     */
    default long stamp() {
        return 0;
    }

    /**
     * Says, before anything is written, that the caller runs the transaction again when it loses. An engine may then
     * keep writes to itself, and find out as late as at the end what {@link #insert} and {@link #update} would refuse
     * at once: it ends the transaction with {@code storage.conflict}, whether it is committed, rolled back or brought
     * back to a mark, and when the same is tried again the refusal comes at once. The SDK says so of the first attempt
     * only.
     */
    default void allowLateConflicts() {}

    /**
     * Marks the present state of the transaction's own writes.
     *
     * @return a mark for {@link #rollbackTo}; nests
     */
    Savepoint savepoint();

    /**
     * Takes back the writes since a mark; the mark stays usable, later ones do not.
     *
     * @param savepoint a mark of this transaction
     */
    void rollbackTo(Savepoint savepoint);

    /**
     * Says that nobody will go back to a mark, so that an engine need not keep it. Means nothing else; the others keep
     * to the default, and do nothing.
     *
     * @param savepoint a mark of this transaction, released once
     */
    default void release(Savepoint savepoint) {}

    /**
     * Makes the writes durable and visible, all or none. For a transaction that only read, waits until what it saw is
     * durable.
     *
     * @throws StorageException {@code storage.conflict} if it lost against another (nothing is written),
     *     {@code storage.outcome_unknown} if the reply was lost, {@code storage.full} or {@code storage.failed} if the
     *     medium failed: nobody sees the writes before the engine is opened anew, and then all of them or none
     */
    void commit();

    /**
     * Ends the transaction without writing; like {@link #commit()} waits until what it saw is durable and in no order
     * contradicted later, since a refusal that the caller makes of it is an answer too. Does nothing if it has ended.
     *
     * @throws StorageException {@code storage.conflict} if what it saw cannot be relied on, or why that could not be
     *     found out; the transaction has ended all the same
     */
    void rollback();

    /** A mark within a transaction, made by its engine. Belongs to the thread of that transaction. */
    interface Savepoint {}
}
