package fr.aisneneo.core.event;

import fr.aisneneo.core.id.TypedId;

/**
 * The thing that an event happened to; the events of one thing are in order.
 *
 * @param kind what it is, such as {@code reservation}
 * @param id which one
 */
public record Aggregate(String kind, String id) {

    /**
     * A thing with a typed id.
     *
     * @param kind what it is
     * @param id which one
     * @return the aggregate
     */
    public static Aggregate of(String kind, TypedId id) {
        return new Aggregate(kind, id.text());
    }
}
