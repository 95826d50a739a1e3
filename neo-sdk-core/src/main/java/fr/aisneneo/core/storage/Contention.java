package fr.aisneneo.core.storage;

import fr.aisneneo.core.storage.spi.ContentionKey;
import fr.aisneneo.core.tenant.TenantId;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a command contends on, said before it starts: rooms, accounts. Commands that share a key queue for it, in sorted
 * order, so that they neither abort nor deadlock each other. Declaring too little costs retries, never correctness.
 * Immutable.
 */
public final class Contention {
    private static final Contention NONE = new Contention(Collections.emptySortedSet());

    private final SortedSet<ContentionKey> keys;

    private Contention(SortedSet<ContentionKey> keys) {
        this.keys = keys;
    }

    /**
     * Nothing in particular.
     *
     * @return no keys
     */
    public static Contention none() {
        return NONE;
    }

    /**
     * One thing.
     *
     * @param tenant whose
     * @param kind what it is, such as {@code space}
     * @param id which one
     * @return one key
     */
    public static Contention on(TenantId tenant, String kind, String id) {
        return NONE.and(tenant, kind, id);
    }

    /**
     * These and one more thing.
     *
     * @param tenant whose
     * @param kind what it is
     * @param id which one
     * @return the keys
     */
    public Contention and(TenantId tenant, String kind, String id) {
        SortedSet<ContentionKey> more = new TreeSet<>(keys);
        more.add(new ContentionKey(tenant, kind, id));
        return new Contention(Collections.unmodifiableSortedSet(more));
    }

    /**
     * Several things of a kind.
     *
     * @param tenant whose
     * @param kind what they are
     * @param ids which
     * @return a key for each
     */
    public static Contention onAll(TenantId tenant, String kind, Collection<String> ids) {
        SortedSet<ContentionKey> keys = new TreeSet<>();
        ids.forEach(id -> keys.add(new ContentionKey(tenant, kind, id)));
        return new Contention(Collections.unmodifiableSortedSet(keys));
    }

    /**
     * The keys in the order in which engines take them.
     *
     * @return the keys, unmodifiable
     */
    public SortedSet<ContentionKey> keys() {
        return keys;
    }
}
