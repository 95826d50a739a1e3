package fr.aisneneo.core.tck;

import fr.aisneneo.core.storage.spi.DocumentWrite;
import fr.aisneneo.core.storage.spi.IndexEntry;
import fr.aisneneo.core.storage.spi.IndexKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document of {@link Samples#PEOPLE} to be written.
 *
 * @param id its id
 * @param name its place in {@link Samples#BY_NAME}
 * @param badge its place in {@link Samples#BY_BADGE}, or null for none
 * @param visit its place in {@link Samples#BY_VISIT}, or null for none
 * @param number what its body holds, to tell one state from another
 */
record Person(
        String id,
        String name,
        @Nullable IndexKey badge,
        @Nullable IndexKey visit,
        long number) {

    static Person of(String id) {
        return new Person(id, "name of " + id, null, null, 0);
    }

    Person named(String newName) {
        return new Person(id, newName, badge, visit, number);
    }

    Person withBadge(String site, long badgeNumber) {
        return new Person(id, name, IndexKey.of(site, badgeNumber), visit, number);
    }

    Person withoutBadge() {
        return new Person(id, name, null, visit, number);
    }

    Person seen(Instant at, boolean paid) {
        return new Person(id, name, badge, IndexKey.of(at, paid), number);
    }

    Person neverSeen() {
        return new Person(id, name, badge, null, number);
    }

    Person numbered(long newNumber) {
        return new Person(id, name, badge, visit, newNumber);
    }

    DocumentWrite write() {
        List<IndexEntry> entries = new ArrayList<>();
        entries.add(new IndexEntry(Samples.BY_NAME, IndexKey.of(name)));
        if (badge != null) {
            entries.add(new IndexEntry(Samples.BY_BADGE, badge));
        }
        if (visit != null) {
            entries.add(new IndexEntry(Samples.BY_VISIT, visit));
        }
        return new DocumentWrite(id, 1, Bodies.numbered(number), entries);
    }
}
