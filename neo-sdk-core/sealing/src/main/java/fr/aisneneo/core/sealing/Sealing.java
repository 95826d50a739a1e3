package fr.aisneneo.core.sealing;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Permission;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.sealing.internal.ErasureRecord;
import fr.aisneneo.core.sealing.internal.RememberedKeys;
import fr.aisneneo.core.sealing.spi.KeyName;
import fr.aisneneo.core.sealing.spi.KeyState;
import fr.aisneneo.core.sealing.spi.KeyStore;
import fr.aisneneo.core.sealing.spi.KeyStorePlugin;
import fr.aisneneo.core.storage.Transaction;
import fr.aisneneo.core.tenant.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps personal data sealed, and erases persons.
 *
 * <pre>{@code
 * try (Neo neo = Neo.open("rocksdb:data/neo");
 *         Sealing sealing = Sealing.open(neo, "file:keys")) {
 *     Parties parties = Parties.of(neo, sealing);
 *     parties.describe(operator, anne, new PersonalData("Anne Martin", "anne@example.org", null));
 *     ErasureReport report = parties.erase(operator, anne);
 * }
 * }</pre>
 *
 * <p>One for an open SDK: an erasure reaches the collections and the domains that were made known to it. Thread-safe.
 */
public final class Sealing implements AutoCloseable {
    /** Erasing a person: oneself, or anybody for staff on request (GDPR, article 17). */
    public static final Permission ERASE =
            Permission.of("sealing.erase", Role.OPERATOR, Role.ADMINISTRATOR).orOwner(Role.MEMBER);

    /** Applying erasures again after an old backup was restored, and rotating the root key. */
    public static final Permission MAINTAIN = Permission.of("sealing.maintain", Role.ADMINISTRATOR);

    private static final Pattern URI = Pattern.compile("([a-z][a-z0-9-]{0,39}):(.*)", Pattern.DOTALL);
    private static final Duration OPENING = Duration.ofMinutes(2);

    private final Neo neo;
    private final KeyStore keys;
    private final boolean owned;
    private final RememberedKeys remembered;
    private final Erasures erasures;

    private Sealing(Neo neo, KeyStore keys, boolean owned) {
        this.neo = neo;
        this.keys = keys;
        this.owned = owned;
        this.remembered = new RememberedKeys(keys);
        this.erasures = new Erasures(neo, keys);
        erasures.recognise();
        finishOthers();
    }

    /**
     * Opens a key store by the plugin that its URI names, and closes it when this is closed.
     *
     * @param neo the SDK
     * @param keyStore {@code file:} and a directory, {@code memory:}, or another plugin's id and what it takes
     * @return sealing with that key store
     * @throws InvalidInputException {@code sealing.key_store.uri} for another form
     * @throws fr.aisneneo.core.error.PluginException {@code plugin.unknown} if nothing has that id
     * @throws StorageException of the family {@code sealing.key_store}
     */
    public static Sealing open(Neo neo, String keyStore) {
        Matcher parts = URI.matcher(keyStore);
        if (!parts.matches()) {
            // Up to the first colon only: what stands behind may be a secret.
            String shown = keyStore.contains(":") ? keyStore.substring(0, keyStore.indexOf(':')) + ":…" : keyStore;
            throw new InvalidInputException(SealingError.KEY_STORE_URI, "keyStore", Map.of("uri", shown));
        }
        KeyStorePlugin plugin = neo.plugins().require(KeyStorePlugin.class, parts.group(1));
        KeyStore opened = neo.plugins()
                .guard(
                        plugin,
                        "open",
                        OPENING,
                        () -> plugin.open(parts.group(2), neo.plugins().settings(plugin)));
        try {
            return new Sealing(neo, opened, true);
        } catch (RuntimeException | Error e) {
            opened.close();
            throw e;
        }
    }

    /**
     * Seals with a key store of the caller's, who closes it.
     *
     * @param neo the SDK
     * @param keys the key store
     * @return sealing with that key store
     * @throws StorageException {@code sealing.key_store.other} if the documents were sealed with another one
     */
    public static Sealing of(Neo neo, KeyStore keys) {
        return new Sealing(neo, keys, false);
    }

    /**
     * What to say where there is no key store and there ought to be.
     *
     * @return {@code sealing.key_store.required}, to be thrown
     */
    public static RefusedException required() {
        return new RefusedException(SealingError.KEY_STORE_REQUIRED);
    }

    /**
     * Makes collections, and what sealing itself keeps, known to a store without their keys, and writes no document:
     * for who handles the documents as they stand there, sealed, as when the store is moved. The façade of a domain
     * does so when it is made without a {@link Sealing}; doing it again does nothing.
     *
     * @param neo the SDK
     * @param collections the collections; may be none
     * @throws StorageException {@code storage.schema} as {@link fr.aisneneo.core.storage.Store#declare} does
     */
    public static void declareIn(Neo neo, SealedCollection<?>... collections) {
        Erasures.declareIn(neo);
        for (SealedCollection<?> collection : collections) {
            neo.store().declare(collection.stored());
        }
    }

    /**
     * Makes collections ready, and subject to erasure. The façade of a domain does so when it is made; doing it again
     * does nothing.
     *
     * @param collections the collections
     * @throws StorageException {@code storage.schema} as {@link fr.aisneneo.core.storage.Store#declare} does
     */
    public void declare(SealedCollection<?>... collections) {
        for (SealedCollection<?> collection : collections) {
            neo.store().declare(collection.stored());
            erasures.covers(collection);
        }
    }

    /**
     * Adds what a domain does when a person is erased.
     *
     * @param name who adds it; one step a name, the last given counts
     * @param step what to do
     */
    public void onErasure(String name, ErasureStep step) {
        erasures.step(name, step);
    }

    /**
     * The documents of a collection.
     *
     * @param transaction the transaction
     * @param collection a collection that was {@linkplain #declare declared}
     * @param tenant whose
     * @param <T> the type of the collection
     * @return its documents in this transaction
     */
    public <T> SealedDocuments<T> documents(Transaction transaction, SealedCollection<T> collection, TenantId tenant) {
        return new SealedDocuments<>(
                collection,
                transaction.documents(collection.stored(), tenant),
                new Seal<>(neo.codec(), remembered, collection, tenant),
                owner -> erasures.isErased(transaction, tenant, owner));
    }

    /**
     * Makes the key that a document will need, if it is the owner's first. Before the transaction, so that it does not
     * wait for the disk while it holds up others; a key that is never used harms nobody.
     *
     * @param tenant whose
     * @param owner whose personal data
     * @param collection where it will be kept
     * @throws RefusedException {@code sealing.owner.erased}
     */
    public void prepare(TenantId tenant, PartyId owner, SealedCollection<?> collection) {
        if (remembered.obtain(KeyName.of(tenant, owner, collection.purpose())) instanceof KeyState.Destroyed) {
            throw Seal.erased(owner);
        }
    }

    /**
     * Seals a new document before the transaction that adds it, so that encoding and encryption hold up no other
     * writer; makes the owner's key, if it is the first.
     *
     * @param tenant whose
     * @param collection where it will be kept
     * @param value the document
     * @param <T> the type of the collection
     * @return what {@link SealedDocuments#insert(ReadyDocument)} adds
     * @throws RefusedException {@code sealing.owner.erased} if the owner's keys are destroyed; an erasure that is not
     *     that far yet is found when the document is added
     */
    public <T> ReadyDocument<T> seal(TenantId tenant, SealedCollection<T> collection, T value) {
        return new ReadyDocument<>(
                collection, tenant, value, new Seal<>(neo.codec(), remembered, collection, tenant).close(value, 1));
    }

    /**
     * Erases a person: deletes what is kept of them in every declared collection, lets each domain do its part, and
     * destroys the keys of all purposes, so that no copy of the documents can be read any more. Doing it again takes
     * away what was left, and gives the first report with that added.
     *
     * <p>Within a transaction the keys are destroyed later, since it may still be taken back: call
     * {@link #finishErasures} after it; the next erasure and the next start do so too. The same holds after a crash.
     *
     * @param actor needs {@link #ERASE}
     * @param owner the person
     * @return what was purged, and what stays
     * @throws InvalidInputException {@code input.malformed} for the owner of all zeros, who is nobody
     * @throws StorageException of the family {@code sealing.key_store} if the keys cannot be destroyed now; the person
     *     is erased in the store then, and the rest is done as after a crash
     */
    public ErasureReport erase(Actor actor, PartyId owner) {
        neo.policy().require(actor, ERASE, owner);
        boolean joined = neo.store().read(Transaction::writable);
        erasures.begin(actor, owner);
        if (joined) {
            return erasures.report(actor.tenant(), owner);
        }
        ErasureReport report = erasures.finish(actor.tenant(), owner);
        remembered.clear();
        finishOthers();
        return report;
    }

    /** One erasure that cannot be finished must keep nobody from reading, nor from erasing others. */
    private void finishOthers() {
        Attempts attempts = erasures.finishAll();
        if (attempts.done() > 0) {
            remembered.clear();
        }
        attempts.log();
        erasures.noteDestroyed();
    }

    /**
     * Destroys the keys of those who are erased and whose keys are still there, of all tenants: after an erasure within
     * a transaction, or one that a crash cut off. One that cannot be finished holds up no other.
     *
     * @return how many erasures were finished
     * @throws StorageException of the family {@code sealing.key_store} if some could not be finished, after all were
     *     tried
     */
    public int finishErasures() {
        Attempts attempts = erasures.finishAll();
        remembered.clear();
        erasures.noteDestroyed();
        attempts.rethrow();
        return attempts.done();
    }

    /**
     * Erases again whoever was erased since an old backup of the store was made, which is in its place now: nobody can
     * read their documents any more, and this deletes them. Until then they are passed over by every reader, but take
     * their place in unique indexes.
     *
     * @param actor needs {@link #MAINTAIN}; the tenant is the actor's
     * @return a report for each who was not erased here, or of whom something was left
     */
    public List<ErasureReport> reapplyErasures(Actor actor) {
        neo.policy().require(actor, MAINTAIN);
        List<ErasureReport> reports = new ArrayList<>();
        keys.forEachDestroyed(actor.tenant(), owner -> {
            Optional<ErasureRecord> before = erasures.begin(actor, owner);
            ErasureReport now = erasures.finish(actor.tenant(), owner);
            boolean same = before.isPresent()
                    && now.documents().equals(before.get().documents())
                    && now.unreadable() == before.get().left();
            if (!same) {
                reports.add(now);
            }
        });
        remembered.clear();
        return List.copyOf(reports);
    }

    /**
     * Replaces the root key; see {@link KeyStore#rotate}.
     *
     * @param actor needs {@link #MAINTAIN}; the root key is that of all tenants
     */
    public void rotateRootKey(Actor actor) {
        neo.policy().require(actor, MAINTAIN);
        keys.rotate();
    }

    /** How many keys are in the heap. */
    long rememberedKeys() {
        return remembered.count();
    }

    /** Forgets the keys, and closes the key store if {@link #open} opened it. */
    @Override
    public void close() {
        remembered.clear();
        if (owned) {
            keys.close();
        }
    }
}
