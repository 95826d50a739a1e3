package fr.aisneneo.core.sealing.internal;

import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.Index;
import fr.aisneneo.core.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * That somebody is erased, in the transaction that deletes the documents; the keys are destroyed after it. Nothing is
 * sealed for them from then on.
 *
 * @param tenant the tenant
 * @param owner the person
 * @param at when they were erased first
 * @param documents how many documents were deleted, by collection
 * @param purposes the purposes whose keys were destroyed; empty while {@code pending}
 * @param pending whether the keys are still to be destroyed
 * @param unreadable how many documents could not be deleted when it was last tried; null for none
 */
public record ErasureRecord(
        String tenant,
        PartyId owner,
        Instant at,
        Map<String, Long> documents,
        List<String> purposes,
        boolean pending,
        @Nullable Long unreadable) {
    /** Those that are to be finished. */
    public static final Index<ErasureRecord> PENDING = Index.<ErasureRecord>named("pending")
            .instant("at", ErasureRecord::at)
            .when(ErasureRecord::pending)
            .build();

    /** All erasures of all tenants. */
    public static final DocumentCollection<ErasureRecord> COLLECTION = DocumentCollection.json(
                    "sealing_erasure", ErasureRecord.class, entry -> id(entry.tenant(), entry.owner()))
            .shared()
            .index(PENDING)
            .build();

    /** Copies the collections. */
    public ErasureRecord {
        documents = Map.copyOf(documents);
        purposes = List.copyOf(purposes);
    }

    /**
     * The id of an erasure.
     *
     * @param tenant the tenant
     * @param owner the person
     * @return the id
     */
    public static String id(String tenant, PartyId owner) {
        return tenant + "/" + owner.text();
    }

    /**
     * An erasure that begins.
     *
     * @param tenant the tenant
     * @param owner the person
     * @param at when
     * @return the record
     */
    public static ErasureRecord begun(TenantId tenant, PartyId owner, Instant at) {
        return new ErasureRecord(tenant.value(), owner, at, Map.of(), List.of(), true, null);
    }

    /**
     * With more documents deleted.
     *
     * @param more how many, by collection
     * @param left how many could not be deleted
     * @return the changed record, to be finished again
     */
    public ErasureRecord with(Map<String, Long> more, long left) {
        Map<String, Long> all = new TreeMap<>(documents);
        more.forEach((collection, count) -> all.merge(collection, count, Long::sum));
        return new ErasureRecord(tenant, owner, at, all, purposes, true, left == 0 ? null : (Long) left);
    }

    /**
     * With the keys destroyed.
     *
     * @param destroyed for which purposes
     * @return the changed record
     */
    public ErasureRecord finished(List<String> destroyed) {
        return new ErasureRecord(tenant, owner, at, documents, destroyed, false, unreadable);
    }

    /**
     * How many documents could not be deleted.
     *
     * @return the count; 0 for none
     */
    public long left() {
        return unreadable == null ? 0 : unreadable;
    }
}
