package fr.aisneneo.core.sealing;

import fr.aisneneo.core.tenant.TenantId;

/**
 * A new document that is sealed and not yet stored, made by {@link Sealing#seal} before the transaction that adds it.
 * It may be added in the next attempt of a transaction that lost. Immutable and thread-safe; its text shows nothing of
 * it.
 *
 * @param <T> the type of the collection
 */
public final class ReadyDocument<T> {
    private final SealedCollection<T> collection;
    private final TenantId tenant;
    private final T value;
    private final SealedDocument sealed;

    ReadyDocument(SealedCollection<T> collection, TenantId tenant, T value, SealedDocument sealed) {
        this.collection = collection;
        this.tenant = tenant;
        this.value = value;
        this.sealed = sealed;
    }

    /**
     * The document in the clear.
     *
     * @return the document
     */
    public T value() {
        return value;
    }

    SealedDocument sealed() {
        return sealed;
    }

    boolean isFor(SealedCollection<?> other, TenantId place) {
        return collection == other && tenant.equals(place);
    }

    @Override
    public String toString() {
        return "ReadyDocument[" + collection + "/" + sealed.id() + "]";
    }
}
