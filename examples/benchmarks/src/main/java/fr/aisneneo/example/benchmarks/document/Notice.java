package fr.aisneneo.example.benchmarks.document;

import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.Index;
import fr.aisneneo.core.tenant.TenantId;
import java.time.Instant;

/**
 * The document that all sides keep: 400 bytes of JSON with two index entries.
 *
 * @param id a UUID
 * @param place first part of the first index
 * @param at second part of the first index
 * @param number the second index
 * @param text what fills it up
 */
public record Notice(String id, String place, Instant at, long number, String text) {
    /** By place and time. */
    public static final Index<Notice> BY_PLACE = Index.<Notice>named("by_place")
            .string("place", Notice::place)
            .instant("at", Notice::at)
            .build();

    /** By number. */
    public static final Index<Notice> BY_NUMBER =
            Index.<Notice>named("by_number").number("number", Notice::number).build();

    /** Where the SDK keeps them. */
    public static final DocumentCollection<Notice> COLLECTION = DocumentCollection.json(
                    "notice", Notice.class, Notice::id)
            .index(BY_PLACE)
            .index(BY_NUMBER)
            .build();

    /** Whose they are. */
    public static final TenantId TENANT = new TenantId("laon");
}
