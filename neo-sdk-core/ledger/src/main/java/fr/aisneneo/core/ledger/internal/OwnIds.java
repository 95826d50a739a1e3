package fr.aisneneo.core.ledger.internal;

import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.Documents;
import fr.aisneneo.core.storage.Store;
import fr.aisneneo.core.tenant.TenantId;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;

/**
 * Ids of what the ledger does by itself, such as next month's payment of a standing order. They share the ids of all
 * transfers, so that nobody may know them beforehand: who did could use one, and that payment would never be made. They
 * are HMAC-SHA256 (RFC 2104) under a secret of the tenant that is made when it is first needed and kept with everything
 * else, so that a copy of the store gives the same ids. As UUIDs they are of version 8 (RFC 9562, section 5.8).
 *
 * <p>Thread-safe.
 */
public final class OwnIds {
    /** Where the secrets are. */
    public static final DocumentCollection<IdSecret> SECRETS = DocumentCollection.binary(
                    "ledger_secret", IdSecret.class, secret -> IdSecret.DOCUMENT, new IdSecret.Codec())
            .build();

    private final Store store;
    private final SecureRandom random = new SecureRandom();

    /**
     * The ids of a ledger.
     *
     * @param store where the ledger was made, which declares {@link #SECRETS}
     */
    public OwnIds(Store store) {
        this.store = store;
    }

    /**
     * An id that follows from another one and that nobody else can compute.
     *
     * @param tenant whose ledger
     * @param from the other one
     * @param purpose what for
     * @param number which one of several
     * @return always the same id in this store and its copies
     */
    public UUID of(TenantId tenant, UUID from, String purpose, long number) {
        return secret(tenant).id(from, purpose, number);
    }

    IdSecret secret(TenantId tenant) {
        // Looked at without being in anybody's way. It is read each time: one that was made by a transaction which may
        // still be lost must not be remembered.
        Optional<IdSecret> known = store.read(
                tx -> tx.documents(SECRETS, tenant).get(IdSecret.DOCUMENT).map(Document::value));
        return known.orElseGet(() -> made(tenant));
    }

    /** Whoever comes second waits for the first one, and then finds that secret. */
    private IdSecret made(TenantId tenant) {
        return store.write(Contention.on(tenant, SECRETS.name(), IdSecret.DOCUMENT), tx -> {
            Documents<IdSecret> secrets = tx.documents(SECRETS, tenant);
            return secrets.get(IdSecret.DOCUMENT)
                    .orElseGet(() -> secrets.insert(fresh()))
                    .value();
        });
    }

    private IdSecret fresh() {
        byte[] bytes = new byte[IdSecret.LENGTH];
        random.nextBytes(bytes);
        return new IdSecret(bytes);
    }
}
