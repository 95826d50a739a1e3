package fr.aisneneo.core.sealing.spi;

/** What became of a key. Immutable and thread-safe. */
public sealed interface KeyState {

    /**
     * The key is there.
     *
     * @param key the key
     */
    record Live(DataKey key) implements KeyState {}

    /** The key was destroyed, and is never made anew. */
    record Destroyed() implements KeyState {}

    /** There is no such key yet. */
    record Absent() implements KeyState {}
}
