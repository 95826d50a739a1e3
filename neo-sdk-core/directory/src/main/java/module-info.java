/** The directory of a tenant: its parties, their dated profiles, and the personal data that can be erased. */
@org.jspecify.annotations.NullMarked
module fr.aisneneo.core.directory {
    requires transitive fr.aisneneo.core;
    requires transitive fr.aisneneo.core.sealing;

    exports fr.aisneneo.core.directory;

    // JSON-B reads and writes the records that the directory keeps for itself.
    opens fr.aisneneo.core.internal.directory;
}
