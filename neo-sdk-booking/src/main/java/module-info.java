/** Spaces of a territory, their opening hours, and reservations that never overlap. */
@org.jspecify.annotations.NullMarked
module fr.aisneneo.booking {
    requires fr.aisneneo.core.directory;
    requires transitive fr.aisneneo.core.territory;

    exports fr.aisneneo.booking;
}
