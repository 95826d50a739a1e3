package fr.aisneneo.core.storage.spi;

/** What a document's body is. */
public enum BodyFormat {
    /**
     * UTF-8 JSON (one object), without U+0000; an engine may keep it in a JSON type and give it back with other white
     * space, escapes and order of members. Numbers keep every digit, zeros at the end of a fraction included.
     */
    JSON,
    /** Bytes as they are. */
    BINARY
}
