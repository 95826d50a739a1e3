package fr.aisneneo.core.internal.command;

import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.Index;
import java.time.Instant;

/**
 * A command that was done.
 *
 * @param key its name and id
 * @param actor who did it
 * @param at when
 * @param body its JSON
 * @param result the JSON of its result
 */
public record CommandRecord(String key, PartyId actor, Instant at, String body, String result) {
    static final Index<CommandRecord> BY_TIME = Index.<CommandRecord>named("by_time")
            .instant("at", CommandRecord::at)
            .build();

    static final DocumentCollection<CommandRecord> COLLECTION = DocumentCollection.json(
                    "command", CommandRecord.class, CommandRecord::key)
            .index(BY_TIME)
            .build();
}
