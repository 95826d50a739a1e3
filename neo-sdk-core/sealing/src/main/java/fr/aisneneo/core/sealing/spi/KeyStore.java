package fr.aisneneo.core.sealing.spi;

import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.tenant.TenantId;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where keys are kept: apart from the store of documents, and backed up apart, so that a key that was destroyed stays
 * so when an old backup of the documents comes back.
 *
 * <p><b>Durability.</b> What {@link #obtain}, {@link #destroy} and {@link #rotate} did survives the loss of power when
 * they return. At every instant before, either nothing happened or all of it; a destruction that was begun is finished
 * when the key store is next opened.
 *
 * <p>Thread-safe. Errors are {@link fr.aisneneo.core.error.StorageException}s; no message holds a key.
 */
public interface KeyStore extends AutoCloseable {

    /**
     * Which key store this is. Documents remember it, so that another one is not taken for it.
     *
     * @return an identifier, 1 to 100 characters, the same for ever and for every copy
     */
    String id();

    /**
     * Looks for a key.
     *
     * @param name its name
     * @return the key, or that it was destroyed, or that there is none
     */
    KeyState find(KeyName name);

    /**
     * The key with a name, made of fresh random bytes where there is none. Durable when this returns.
     *
     * @param name its name
     * @return the key, or that it was destroyed; never that it is absent
     */
    KeyState obtain(KeyName name);

    /**
     * Destroys every key of a person, and lets none be made for that person again. Doing it again changes nothing.
     *
     * @param tenant the tenant
     * @param owner the person
     * @return the purposes whose keys are destroyed by now, sorted, those of an earlier call included
     */
    List<String> destroy(TenantId tenant, PartyId owner);

    /**
     * Everybody whose keys were destroyed.
     *
     * @param tenant the tenant
     * @param each what to do with each person; may call this key store
     */
    void forEachDestroyed(TenantId tenant, Consumer<PartyId> each);

    /**
     * How many persons' keys were destroyed, of all tenants. Never less than before, unless an older copy of the key
     * store was put in its place.
     *
     * @return the count
     */
    long destroyedCount();

    /**
     * A number that changes whenever a key may have been destroyed, by this process or another. Cheap: it is asked
     * before each use of a key that somebody remembers.
     *
     * @return the number
     */
    long stamp();

    /**
     * Replaces the root key: all data keys are wrapped anew, no document is rewritten, and the old root key is
     * destroyed. One that was interrupted has either happened or not; the rest is cleared away later.
     */
    void rotate();

    /** Ends its use. Later calls are refused. Closing again does nothing. */
    @Override
    void close();
}
