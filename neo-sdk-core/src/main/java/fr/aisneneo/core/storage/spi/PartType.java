package fr.aisneneo.core.storage.spi;

import java.time.Instant;

/** The type of an index part and its order. There is no null: a document without the value has no entry. */
public enum PartType {
    /** {@link String}, by Unicode code point (the order of its UTF-8 bytes; SQL's {@code COLLATE "C"}). */
    STRING(String.class),
    /** {@link Long}, by value. */
    LONG(Long.class),
    /** {@link Instant} in whole microseconds, from the years -4712 to 10000, by time. */
    INSTANT(Instant.class),
    /** {@link Boolean}, false before true. */
    BOOLEAN(Boolean.class);

    private final Class<?> javaType;

    PartType(Class<?> javaType) {
        this.javaType = javaType;
    }

    /**
     * The class of its values.
     *
     * @return String, Long, Instant or Boolean
     */
    public Class<?> javaType() {
        return javaType;
    }
}
