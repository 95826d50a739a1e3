package fr.aisneneo.core.sealing;

import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of a person's personal data. It names the pseudonym and nobody. Immutable and thread-safe.
 *
 * @param tenant the tenant
 * @param owner the pseudonym
 * @param erased when the person was erased first
 * @param documents how many sealed documents were deleted, by collection, those of earlier calls included
 * @param purposes the purposes whose keys are destroyed, sorted
 * @param unreadable how many documents were found altered, so that they could not be deleted when it was last tried;
 *     what they hold sealed cannot be read any more, what they hold readable stands there until they are deleted by
 *     hand
 * @param complete whether the keys are destroyed; false only within a transaction that has not ended
 */
public record ErasureReport(
        TenantId tenant,
        PartyId owner,
        Instant erased,
        SortedMap<String, Long> documents,
        List<String> purposes,
        long unreadable,
        boolean complete) {

    /** What an erasure leaves. */
    public enum Stays {
        /** The pseudonym, which no longer leads to the person. */
        PSEUDONYM,
        /** The events of the journal, which name pseudonyms only. */
        JOURNAL,
        /** Backups of the key store from before, until somebody destroys them. */
        KEY_BACKUPS
    }

    /** Copies the collections. */
    public ErasureReport {
        documents = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(documents));
        purposes = purposes.stream().sorted().toList();
    }

    /**
     * How many keys were destroyed.
     *
     * @return one for each purpose
     */
    public int keys() {
        return purposes.size();
    }

    /**
     * What stays.
     *
     * @return the same for every erasure
     */
    public List<Stays> stays() {
        return List.of(Stays.values());
    }

    /**
     * The report for people: who asked to be erased, and who is answerable.
     *
     * @param locale French for {@code fr}, English otherwise
     * @return its lines
     */
    public List<String> lines(Locale locale) {
        List<String> lines = new ArrayList<>();
        lines.add(SealingError.wording(
                "sealing.report.title", locale, Map.of("owner", owner, "tenant", tenant.value(), "at", erased)));
        String names = purposes.isEmpty()
                ? SealingError.wording("sealing.report.none", locale, Map.of())
                : String.join(", ", purposes);
        lines.add(SealingError.wording("sealing.report.keys", locale, Map.of("count", keys(), "purposes", names)));
        documents.forEach((collection, count) -> lines.add(SealingError.wording(
                "sealing.report.documents", locale, Map.of("collection", collection, "count", count))));
        if (unreadable > 0) {
            lines.add(SealingError.wording("sealing.report.unreadable", locale, Map.of("count", unreadable)));
        }
        if (!complete) {
            lines.add(SealingError.wording("sealing.report.pending", locale, Map.of()));
        }
        stays().forEach(what -> lines.add(SealingError.wording("sealing.report.stays." + what, locale, Map.of())));
        return List.copyOf(lines);
    }
}
