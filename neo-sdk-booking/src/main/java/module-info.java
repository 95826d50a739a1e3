/** Spaces of a territory, their opening hours, and reservations that never overlap. */
@org.jspecify.annotations.NullMarked
module fr.aisneneo.booking {
    requires transitive fr.aisneneo.core;

    exports fr.aisneneo.booking;
}
