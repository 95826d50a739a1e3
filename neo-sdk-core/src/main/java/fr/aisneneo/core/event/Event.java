package fr.aisneneo.core.event;

import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.tenant.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, as the journal keeps it.
 *
 * @param tenant whose journal
 * @param position its place in that journal: 1, 2, 3… without gaps, each event behind all that it can have known of. On
 *     an engine whose writers run side by side, such as PostgreSQL, positions are given after the commit: what
 *     {@link Journal#append} answers has 0 there, and {@link Journal#find} tells it later
 * @param id a UUIDv7 that a subscriber may remember to recognise a second delivery
 * @param type the name of its {@link EventType}
 * @param aggregate what it happened to
 * @param actor the pseudonym of who did it
 * @param at when, by the SDK's clock
 * @param correlation the embedder's id of the request, if it gave one
 * @param payload the JSON object of the payload
 */
public record Event(
        TenantId tenant,
        long position,
        UUID id,
        String type,
        Aggregate aggregate,
        PartyId actor,
        Instant at,
        @Nullable String correlation,
        String payload) {}
