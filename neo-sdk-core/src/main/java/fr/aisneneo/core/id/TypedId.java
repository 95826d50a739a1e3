package fr.aisneneo.core.id;

import java.util.UUID;

/**
 * An identifier that knows what it identifies: a record with one {@link UUID}, such as {@code ReservationId}.
 *
 * <p>Ids are UUIDv7 (RFC 9562): they sort by their time of creation. A caller may make one with {@link IdGenerator}
 * before it sends a command, and repeat the command with the same id when the answer was lost.
 *
 * <p>Implementations are records, immutable and thread-safe, and write themselves to JSON as the plain UUID text.
 */
public interface TypedId {

    /**
     * The identifier itself.
     *
     * @return the value
     */
    UUID value();

    /**
     * The canonical text, which is also the document id in the store.
     *
     * @return 36 lower-case characters
     */
    default String text() {
        return value().toString();
    }
}
