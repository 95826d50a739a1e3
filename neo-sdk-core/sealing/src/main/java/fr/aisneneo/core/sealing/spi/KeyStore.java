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
 * <p><b>Order.</b> What a call did is seen by every call that begins after it returned, on whatever thread, and in
 * whatever process where the key store may be open in several. Calls at the same time are as if one came after the
 * other: of those that {@link #obtain} one name, all get one key.
 *
 * <p><b>Errors</b> are {@link fr.aisneneo.core.error.StorageException}s, with the codes of
 * {@link fr.aisneneo.core.sealing.SealingError} where they fit. No message, fact or {@code toString} holds a key. A
 * thread that is interrupted stays so; its call does all of its work or refuses, and harms no other.
 *
 * <p>Thread-safe. What a key store promises is held by {@code KeyStoreTck} of {@code neo-sdk-core-sealing-tck}, which
 * whoever writes one runs over it.
 */
public interface KeyStore extends AutoCloseable {

    /**
     * Which key store this is. Documents remember it, so that another one is not taken for it. May be asked of one that
     * is closed.
     *
     * @return an identifier, 1 to 100 characters, the same for ever and for every copy
     */
    String id();

    /**
     * Looks for a key, and makes none. A key of a person whose keys were destroyed is {@link KeyState.Destroyed} for
     * every purpose, also for one that there never was a key for.
     *
     * @param name its name
     * @return the key, or that it was destroyed, or that there is none
     */
    KeyState find(KeyName name);

    /**
     * The key with a name, made of fresh random bytes where there is none: each name has a key of its own, with an id
     * of its own, and keeps it until it is destroyed. Durable when this returns.
     *
     * @param name its name
     * @return the key, or that it was destroyed; never that it is absent
     */
    KeyState obtain(KeyName name);

    /**
     * Destroys every key of a person, for all purposes in one tenant and in no other, and lets none be made for that
     * person there again, also where there was none yet. Doing it again changes nothing. The keys of
     * {@link KeyName#NOBODY} stay.
     *
     * @param tenant the tenant
     * @param owner the person
     * @return the purposes whose keys are destroyed by now, in the order of {@link String#compareTo}, those of an
     *     earlier call included; empty where there was no key
     * @throws fr.aisneneo.core.error.InvalidInputException {@code input.malformed} for the owner that is nobody, see
     *     {@link KeyName#holderOf}
     */
    List<String> destroy(TenantId tenant, PartyId owner);

    /**
     * Everybody in a tenant whose keys were destroyed before this was called, each once, in no particular order. Who is
     * destroyed meanwhile may be among them or not.
     *
     * @param tenant the tenant
     * @param each what to do with each person; may call this key store, on this thread; what it throws ends the visit
     *     and comes out of this method
     */
    void forEachDestroyed(TenantId tenant, Consumer<PartyId> each);

    /**
     * How many persons' keys were destroyed, of all tenants; a person of two tenants counts twice. Never less than
     * before, unless an older copy of the key store was put in its place.
     *
     * @return the count
     */
    long destroyedCount();

    /**
     * A number that changes whenever a key may have been destroyed, by this process or another, at the latest when
     * {@link #destroy} returns, and does not come back to one that it was while anybody has the key store open. It may
     * change for other reasons too. Cheap: it is asked before each use of a key that somebody remembers.
     *
     * @return the number
     */
    long stamp();

    /**
     * Replaces the root key: all data keys are wrapped anew, no document is rewritten, and the old root key is
     * destroyed. Every key stays what it was, id and bytes, and is never out of reach meanwhile. One that was cut off
     * has either happened or not; the rest is cleared away later. Where there is no root key of its own, as in a vault
     * that sees to it itself, this may do nothing.
     */
    void rotate();

    /**
     * Ends its use. Later calls but {@link #id} are refused with a {@link fr.aisneneo.core.error.StorageException},
     * unless the key store says in its Javadoc that it stays usable. Closing again does nothing.
     */
    @Override
    void close();
}
