package fr.aisneneo.core.storage;

import fr.aisneneo.core.tenant.TenantId;

/** A transaction that is open on this thread. Not to be kept beyond the work it was given to. */
public interface Transaction {

    /**
     * The documents of a collection.
     *
     * @param collection a collection that was {@linkplain Store#declare declared}
     * @param tenant whose; for a {@linkplain Scope#SHARED shared} collection it is put aside
     * @param <T> the type of the collection
     * @return its documents in this transaction
     */
    <T> Documents<T> documents(DocumentCollection<T> collection, TenantId tenant);

    /**
     * Whether this transaction may write.
     *
     * @return false within {@link Store#read}
     */
    boolean writable();
}
