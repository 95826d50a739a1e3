package fr.aisneneo.core.storage;

import java.time.Instant;

/**
 * A document for tests.
 *
 * @param id its id
 * @param room where
 * @param at when
 * @param text what
 */
public record Note(String id, String room, Instant at, String text) {
    public static final Index<Note> BY_ROOM = Index.<Note>named("by_room")
            .string("room", Note::room)
            .instant("at", Note::at)
            .build();

    public static Note of(String id, String room, int minute) {
        return new Note(id, room, Instant.parse("2026-11-23T08:00:00Z").plusSeconds(60L * minute), "text of " + id);
    }

    public Note saying(String other) {
        return new Note(id, room, at, other);
    }
}
