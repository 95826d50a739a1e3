package fr.aisneneo.core.sealing;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.sealing.internal.ErasureRecord;
import fr.aisneneo.core.sealing.internal.KeyStoreRecord;
import fr.aisneneo.core.sealing.spi.KeyName;
import fr.aisneneo.core.sealing.spi.KeyStore;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.Cursor;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.Documents;
import fr.aisneneo.core.storage.Page;
import fr.aisneneo.core.storage.Scan;
import fr.aisneneo.core.storage.Transaction;
import fr.aisneneo.core.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Erasing in two halves: a transaction that deletes the documents and says that the person is erased, and the
 * destruction of the keys after it, which no transaction can take back. In between, whatever is read is gone already,
 * nothing can be sealed for the person any more, and the record tells that the second half is to be done. Thread-safe.
 */
final class Erasures {
    private final Neo neo;
    private final KeyStore keys;
    private final Map<String, SealedCollection<?>> collections = new ConcurrentSkipListMap<>();
    private final Map<String, ErasureStep> steps = new ConcurrentSkipListMap<>();

    Erasures(Neo neo, KeyStore keys) {
        this.neo = neo;
        this.keys = keys;
        declareIn(neo);
    }

    /** What sealing itself keeps in a store. */
    static void declareIn(Neo neo) {
        neo.store().declare(ErasureRecord.COLLECTION, KeyStoreRecord.COLLECTION);
    }

    void covers(SealedCollection<?> collection) {
        collections.put(collection.name(), collection);
    }

    void step(String name, ErasureStep step) {
        steps.put(name, step);
    }

    boolean isErased(Transaction tx, TenantId tenant, PartyId owner) {
        return records(tx, tenant).get(ErasureRecord.id(tenant.value(), owner)).isPresent();
    }

    /**
     * The first half; returns what was known before.
     *
     * @throws fr.aisneneo.core.error.InvalidInputException {@code input.malformed} for the owner that is nobody, before
     *     anything is written: it has no keys of its own to destroy
     */
    Optional<ErasureRecord> begin(Actor actor, PartyId owner) {
        KeyName.holderOf(owner);
        TenantId tenant = actor.tenant();
        return neo.store().write(Contention.on(tenant, "sealing", owner.text()), tx -> {
            Documents<ErasureRecord> records = records(tx, tenant);
            Optional<Document<ErasureRecord>> known = records.get(ErasureRecord.id(tenant.value(), owner));
            steps.values().forEach(step -> step.erase(tx, actor, owner));
            Purge purge = new Purge(tx, tenant, owner);
            collections.values().forEach(purge::of);
            Map<String, Long> deleted = purge.deleted();
            if (known.isEmpty()) {
                records.insert(ErasureRecord.begun(tenant, owner, neo.clock().instant())
                        .with(deleted, purge.unreadable()));
            } else if (!deleted.isEmpty()
                    || purge.unreadable() != known.get().value().left()) {
                records.update(
                        known.get().value().with(deleted, purge.unreadable()),
                        known.get().version());
            }
            return known.map(Document::value);
        });
    }

    /** The second half. Doing it again changes nothing. */
    ErasureReport finish(TenantId tenant, PartyId owner) {
        List<String> purposes = keys.destroy(tenant, owner);
        return neo.store().write(Contention.on(tenant, "sealing", owner.text()), tx -> {
            Documents<ErasureRecord> records = records(tx, tenant);
            Document<ErasureRecord> known = records.require(ErasureRecord.id(tenant.value(), owner));
            ErasureRecord finished = known.value().finished(purposes);
            if (!finished.equals(known.value())) {
                records.update(finished, known.version());
            }
            return report(finished);
        });
    }

    ErasureReport report(TenantId tenant, PartyId owner) {
        return neo.store()
                .read(tx -> report(records(tx, tenant)
                        .require(ErasureRecord.id(tenant.value(), owner))
                        .value()));
    }

    private static ErasureReport report(ErasureRecord entry) {
        return new ErasureReport(
                new TenantId(entry.tenant()),
                entry.owner(),
                entry.at(),
                new TreeMap<>(entry.documents()),
                entry.purposes(),
                entry.left(),
                !entry.pending());
    }

    /** Does the second half of those that were cut off before it. One that fails holds up no other. */
    Attempts finishAll() {
        Attempts attempts = new Attempts();
        Optional<Cursor> next = Optional.empty();
        do {
            Scan<ErasureRecord> scan =
                    Scan.by(ErasureRecord.PENDING).limit(1_000).resume(next);
            Page<ErasureRecord> page =
                    neo.store().read(tx -> records(tx, TenantId.SHARED).scan(scan));
            page.values().forEach(entry -> attempts.run(() -> finish(new TenantId(entry.tenant()), entry.owner())));
            next = page.next();
        } while (next.isPresent());
        return attempts;
    }

    /**
     * Tells another key store, and an older copy of the right one.
     *
     * @throws StorageException {@code sealing.key_store.other}
     */
    void recognise() {
        long destroyed = keys.destroyedCount();
        KeyStoreRecord known = remember(destroyed);
        if (destroyed < known.destroyed()) {
            destroyAgain();
        }
    }

    private KeyStoreRecord remember(long destroyed) {
        return neo.store().write(Contention.none(), tx -> {
            Documents<KeyStoreRecord> records = tx.documents(KeyStoreRecord.COLLECTION, TenantId.SHARED);
            Optional<Document<KeyStoreRecord>> known = records.get(KeyStoreRecord.ID);
            KeyStoreRecord now = new KeyStoreRecord(KeyStoreRecord.ID, keys.id(), destroyed);
            if (known.isEmpty()) {
                return records.insert(now).value();
            }
            KeyStoreRecord before = known.get().value();
            if (!before.store().equals(now.store())) {
                throw new StorageException(
                        SealingError.KEY_STORE_OTHER, Map.of("expected", before.store(), "found", now.store()));
            }
            if (destroyed > before.destroyed()) {
                records.update(now, known.get().version());
            }
            return before;
        });
    }

    /** A key store that came back from its backup has forgotten destructions that the documents remember. */
    private void destroyAgain() {
        Attempts attempts = new Attempts();
        neo.store().read(tx -> {
            records(tx, TenantId.SHARED)
                    .forEach(
                            Scan.byId(),
                            found -> attempts.run(() -> keys.destroy(
                                    new TenantId(found.value().tenant()),
                                    found.value().owner())));
            return true;
        });
        attempts.log();
    }

    void noteDestroyed() {
        remember(keys.destroyedCount());
    }

    private static Documents<ErasureRecord> records(Transaction tx, TenantId tenant) {
        return tx.documents(ErasureRecord.COLLECTION, tenant);
    }
}
