package fr.aisneneo.core.storage.spi;

import fr.aisneneo.core.tenant.TenantId;

/**
 * Something that writers queue for: a room, an account. Sorted by tenant, kind, id, which every engine takes them in.
 *
 * @param tenant whose
 * @param kind what it is, such as {@code space}
 * @param id which one
 */
public record ContentionKey(TenantId tenant, String kind, String id) implements Comparable<ContentionKey> {

    @Override
    public int compareTo(ContentionKey other) {
        int byTenant = tenant.value().compareTo(other.tenant.value());
        if (byTenant != 0) {
            return byTenant;
        }
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : id.compareTo(other.id);
    }
}
