package fr.aisneneo.core.json.internal;

/**
 * What JSON a type takes. Providers do not agree on what they let pass: one reads {@code 99999999999} into an
 * {@code int} by dropping bits, another refuses it, both read a missing number as zero. A shape is checked before the
 * provider reads and after it has written, so that each provider takes and gives the same.
 *
 * <p>Immutable once built, thread-safe.
 */
interface Shape {

    /** Any value. */
    Shape ANY = AnyValue::pass;

    /** Passes over one value. Throws {@link Misfit} if it does not fit. */
    void check(JsonScanner in);

    /** The shape that the value that starts here takes, where there is a choice. */
    default Shape resolve(JsonScanner in) {
        return this;
    }

    /** The shape of a member of this object. */
    default Shape member(String name) {
        return ANY;
    }

    /** The shape of each element of this list. */
    default Shape element() {
        return ANY;
    }

    /** Whether the order of the elements has no meaning, so that they are written sorted. */
    default boolean unordered() {
        return false;
    }
}
